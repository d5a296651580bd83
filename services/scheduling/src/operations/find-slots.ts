import { type Caller, hasRole } from '@consult/runtime/caller';
import { refuse } from '@consult/runtime/errors';
import { isOnGrid } from '../domain/cells.ts';
import { isBookable, offers } from '../domain/consultant.ts';
import {
  defaultMinutes,
  durationAllowed,
  minutesOf,
  type SessionType,
  TRIAL_MINUTES,
} from '../domain/session-types.ts';
import type { Deps } from './deps.ts';
import { freeSlots, type Slot } from './free-time.ts';
import { requireKnownZone } from './known-zone.ts';
import { getConsultant } from './read-consultants.ts';
import { tenantRules } from './tenant-rules.ts';

/** How many days of slots one question may ask for. */
const SLOTS_RANGE_MAX_DAYS = 62;
const DAY_MS = 86_400_000;

export interface SlotsQuestion {
  consultantId: string;
  /** Inclusive. */
  from: Date;
  /** Exclusive. */
  to: Date;
  /** Absent: an hour, or the nearest the type allows. */
  durationMinutes?: number | undefined;
  type?: SessionType | undefined;
  timezone?: string | undefined;
}

/**
 * The starts a booking would accept now, by the same function that decides it; for a client without those at which they are
 * busy themselves. Refusals: not_found, rule_refused (range, grid), duration_not_allowed, invalid_request (zone).
 */
export async function findFreeSlots(deps: Deps, caller: Caller, question: SlotsQuestion): Promise<Slot[]> {
  const { from, to, type, timezone } = question;
  if (timezone !== undefined) requireKnownZone(timezone);
  if (from >= to) return refuse('rule_refused', { why: 'end_before_start' });
  if (to.getTime() - from.getTime() > SLOTS_RANGE_MAX_DAYS * DAY_MS)
    return refuse('rule_refused', { why: 'range_too_long', maximumDays: SLOTS_RANGE_MAX_DAYS });
  const durationMinutes = question.durationMinutes ?? defaultMinutes(type);
  if (!isOnGrid(durationMinutes)) return refuse('rule_refused', { why: 'off_grid' });
  // A quarter of an hour is right for any type: the trial may pay.
  if (type !== undefined && durationMinutes !== TRIAL_MINUTES && !durationAllowed(type, durationMinutes))
    return refuse('duration_not_allowed', { sessionType: type, minutes: durationMinutes, ...minutesOf(type) });
  const consultant = await getConsultant(deps, caller, question.consultantId);
  if (!isBookable(consultant) || (type !== undefined && !offers(consultant, type))) return [];
  const tenant = await tenantRules(deps, caller);
  const clientId = hasRole(caller, 'client') ? caller.userId : undefined;
  const range = { start: minuteFrom(from), end: minuteFrom(to) };
  return freeSlots(deps, { consultant, tenant, clientId }, { range, durationMinutes, timezone });
}

/** The first whole minute not before an instant: keeps `from` inclusive and `to` exclusive. */
function minuteFrom(instant: Date): number {
  return Math.ceil(instant.getTime() / 60_000);
}
