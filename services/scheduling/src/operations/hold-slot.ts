import type { Caller } from '@consult/runtime/caller';
import { refuse } from '@consult/runtime/errors';
import { derivedId, newId } from '@consult/runtime/ids';
import type { Booking } from '../domain/booking.ts';
import { type Hold, isHeldFor, isLive, newHold } from '../domain/hold.ts';
import { findBooking } from '../store/consultations.ts';
import { findOpenHold, insertHold } from '../store/holds.ts';
import { requireRole } from './access.ts';
import { type BookingPlan, planBooking } from './booking-plan.ts';
import type { Deps } from './deps.ts';
import { judgeWanted } from './free-time.ts';
import { lapseHold } from './lapse-hold.ts';
import { refuseConflicts, refuseCut, refuseSameSession } from './refuse-conflicts.ts';
import { takeTime } from './take-time.ts';

/**
 * Keeps a slot for a client who is about to pay for it: whoever has no credits yet may. One insert is the conflict check. The same
 * request again answers the same hold. Refusals: forbidden, conflict (+ holdId: one at a time), those of a booking but for
 * credits_required.
 */
export async function holdSlot(deps: Deps, caller: Caller, booking: Booking): Promise<Hold> {
  requireRole(caller, 'client');
  const { tenantId, userId: clientId } = caller;
  if (booking.clientId !== '' && booking.clientId !== clientId) return refuse('forbidden');
  const { requestId } = booking;
  const holdId = requestId === '' ? newId() : derivedId('hold', tenantId, clientId, requestId);
  const earlier = await earlierHold(deps, caller, { holdId, booking });
  if (earlier !== undefined) return earlier;
  await endOwnHold(deps, caller);
  const plan = await planBooking(deps, caller, booking, clientId, { unpaid: true });
  await refuseConflicts(deps, plan);
  const hold = newHold(booking, { holdId, tenantId, clientId, session: plan.session, now: deps.clock.now() });
  const inserted = await takeTime(deps, { ...plan, bookingId: holdId }, (occupancy) =>
    insertHold(deps.consultations, hold, occupancy),
  );
  if (inserted !== 'inserted') return settleRefused(deps, caller, plan, holdId);
  const { consultantId, scheduledStart } = hold;
  deps.logger.info({ holdId, consultantId, scheduledStart }, 'slot held');
  return hold;
}

/** What this very request has held before. Refusals: already_booked, idempotency_key_reused. */
async function earlierHold(
  deps: Deps,
  { tenantId }: Caller,
  { holdId, booking }: { holdId: string; booking: Booking },
): Promise<Hold | undefined> {
  const found = await findBooking(deps.consultations, { tenantId, bookingId: holdId });
  if (found === undefined || found === 'tombstone') return undefined;
  if ('status' in found) return refuse('already_booked', { consultationId: found.consultationId });
  return isHeldFor(found, booking) ? found : refuse('idempotency_key_reused');
}

/** A client holds one slot at a time; one whose time is over gives way. Refusals: conflict (+ holdId). */
async function endOwnHold(deps: Deps, { tenantId, userId: clientId }: Caller): Promise<void> {
  const open = await findOpenHold(deps.consultations, { tenantId, clientId });
  if (open === undefined) return;
  if (isLive(open, deps.clock.now())) refuse('conflict', { holdId: open._id });
  await lapseHold(deps, open);
}

/** A unique index refused the insert: another arrival of this request, another hold of this client, or somebody's session. */
async function settleRefused(deps: Deps, caller: Caller, plan: BookingPlan, holdId: string): Promise<Hold> {
  const twin = await earlierHold(deps, caller, { holdId, booking: plan.booking });
  if (twin !== undefined) return twin;
  await endOwnHold(deps, caller);
  await refuseSameSession(deps, plan);
  return refuseCut(deps, plan, await judgeWanted(deps, plan, plan.session));
}
