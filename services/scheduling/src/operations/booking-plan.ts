import { type Caller, hasRole } from '@consult/runtime/caller';
import { refuse } from '@consult/runtime/errors';
import { minuteOf } from '../domain/availability.ts';
import type { Booking } from '../domain/booking.ts';
import { type Consultant, isBookable, offers } from '../domain/consultant.ts';
import type { Actor } from '../domain/consultation.ts';
import type { Interval } from '../domain/intervals.ts';
import { findConsultant } from '../store/consultants.ts';
import type { TenantRules } from '../store/projections.ts';
import type { Deps } from './deps.ts';
import { requireOwnOrAdmin } from './access.ts';
import { requireKnownZone } from './known-zone.ts';
import { personName } from './people.ts';
import { settleLength } from './settle-length.ts';
import { tenantRules } from './tenant-rules.ts';

/** Everything settled about a booking before credits is asked. */
export interface BookingPlan {
  booking: Booking;
  clientId: string;
  consultant: Consultant;
  tenant: TenantRules;
  session: Interval;
  bookedBy: Actor;
  useFreeTrial?: boolean | undefined;
  own?: OwnReservation | undefined;
}

/** Clients book for themselves; admins for any client, consultants for clients of their own sessions. Refusals: forbidden, invalid_request. */
export function bookingClient(caller: Caller, { clientId, consultantId }: Booking): string {
  const forSelf = clientId === '' || clientId === caller.userId;
  if (forSelf && hasRole(caller, 'client')) return caller.userId;
  requireOwnOrAdmin(caller, consultantId);
  if (clientId === '')
    return refuse('invalid_request', { errors: [{ pointer: '/clientId', code: 'missing', message: 'is required' }] });
  return clientId;
}

/** What an earlier arrival of the same booking may have set aside: it counts as there, or a retry would be refused for it. */
interface OwnReservation {
  bookingId: string;
  revision: number;
}

interface PlanOptions {
  /** What pays is still to be bought, and does not matter. */
  unpaid?: boolean;
  /** The client wished it, whoever carries it out; by default, when they call. */
  bySelf?: boolean;
  own?: OwnReservation;
}

/**
 * Settles who, when and how long, or refuses: invalid_request (zone), not_found, rule_refused, duration_not_allowed;
 * credits_required, unless what pays is still to be bought (`unpaid`).
 */
export async function planBooking(
  deps: Deps,
  caller: Caller,
  booking: Booking,
  clientId: string,
  { unpaid, own, bySelf = clientId === caller.userId }: PlanOptions = {},
): Promise<BookingPlan> {
  const { tenantId } = caller;
  const { consultantId, details } = booking;
  if (booking.timezone !== undefined) requireKnownZone(booking.timezone);
  const consultant = await findConsultant(deps.consultants, { tenantId, consultantId });
  if (consultant === undefined || !isBookable(consultant)) return refuse('not_found', { consultantId });
  if (clientId === consultantId) return refuse('rule_refused', { why: 'own_session' });
  if (!bySelf) await personName(deps, caller, clientId);
  if (!offers(consultant, details.type)) return refuse('rule_refused', { why: 'session_type_not_offered' });
  const tenant = await tenantRules(deps, caller);
  const { minutes, useFreeTrial } = await settleLength(deps, caller, {
    booking,
    clientId,
    lengths: tenant.policies.sessionMinutes,
    unpaid,
    own,
  });
  const bookedBy = bySelf ? 'client' : hasRole(caller, 'admin') ? 'admin' : 'consultant';
  const start = minuteOf(booking.scheduledStart);
  const session = { start, end: start + minutes };
  return { booking, clientId, consultant, tenant, session, bookedBy, useFreeTrial, own };
}
