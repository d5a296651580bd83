import type { PackedSlots } from '@consult/contracts/api/slots';
import { LONGEST_SESSION_MINUTES } from '@consult/contracts/primitives';
import { type Caller, hasRole } from '@consult/runtime/caller';
import { refuse } from '@consult/runtime/errors';
import { minuteFrom } from '../domain/availability.ts';
import { isOnGrid } from '../domain/cells.ts';
import { isBookable, offers } from '../domain/consultant.ts';
import type { Interval } from '../domain/intervals.ts';
import {
  defaultMinutes,
  durationAllowed,
  minutesOf,
  type OwnLengths,
  type SessionType,
  TRIAL_MINUTES,
} from '../domain/session-types.ts';
import { consultantBusyTimes } from '../store/consultation-queries.ts';
import { busyTimes } from './busy-times.ts';
import type { Deps } from './deps.ts';
import { freeTime } from './free-time.ts';
import { requireKnownZone } from './known-zone.ts';
import { requireRange } from './require-range.ts';
import { getConsultant } from './read-consultants.ts';
import { tenantRules } from './tenant-rules.ts';

/** How many days of slots one question may ask for. */
export const SLOTS_RANGE_MAX_DAYS = 62;

/** When somebody wants to meet, and for how long. */
export interface TimeQuestion {
  /** Inclusive. */
  from: Date;
  /** Exclusive. */
  to: Date;
  /** Absent: an hour, or the nearest the type allows. */
  durationMinutes?: number | undefined;
  type?: SessionType | undefined;
  /** Of the offsets in the answer; absent: the consultant's. */
  timezone?: string | undefined;
}
export interface SlotsQuestion extends TimeQuestion {
  consultantId: string;
}

/**
 * The starts a booking would accept now, by the same function that decides it; for a client without those at which they are
 * busy themselves. Refusals: not_found, rule_refused (range, grid), duration_not_allowed, invalid_request (zone).
 */
export async function findFreeSlots(deps: Deps, caller: Caller, question: SlotsQuestion): Promise<PackedSlots> {
  const { type, timezone, consultantId } = question;
  const range = rangeOf(question, SLOTS_RANGE_MAX_DAYS);
  const now = deps.clock.now();
  // What the consultant has on does not depend on what the rules are: one round trip for all of it. How long is not known yet.
  const longest = { start: range.start, end: range.end + LONGEST_SESSION_MINUTES };
  const [known, consultant, tenant] = await Promise.all([
    consultantBusyTimes(deps.consultations, { tenantId: caller.tenantId, consultantId, now }, longest),
    getConsultant(deps, caller, consultantId),
    tenantRules(deps, caller),
  ]);
  const durationMinutes = lengthOf(question, tenant.policies.sessionMinutes);
  if (!isBookable(consultant) || (type !== undefined && !offers(consultant, type)))
    return { startMinutes: [], offsetMinutes: [], durationMinutes };
  const clientId = hasRole(caller, 'client') ? caller.userId : undefined;
  const meeting = { consultant, tenant, clientId };
  const busy = await busyTimes(deps, meeting, { start: range.start, end: range.end + durationMinutes }, known);
  return freeTime(meeting, busy, { range, durationMinutes, timezone, now });
}

/** The asked range in whole minutes. Refusals: invalid_request (zone), rule_refused (empty or too long). */
export function rangeOf({ from, to, timezone }: TimeQuestion, maximumDays: number): Interval {
  if (timezone !== undefined) requireKnownZone(timezone);
  requireRange({ from, to }, maximumDays);
  return { start: minuteFrom(from), end: minuteFrom(to) };
}

/** The asked length, or what is usual. Refusals: rule_refused (off the grid), duration_not_allowed (+ range). */
export function lengthOf({ type, durationMinutes }: TimeQuestion, own: OwnLengths): number {
  const minutes = durationMinutes ?? defaultMinutes(type, own);
  if (!isOnGrid(minutes)) return refuse('rule_refused', { why: 'off_grid' });
  // A quarter of an hour is right for any type: the trial may pay.
  if (type !== undefined && minutes !== TRIAL_MINUTES && !durationAllowed(type, minutes, own))
    return refuse('duration_not_allowed', { sessionType: type, minutes, ...minutesOf(type, own) });
  return minutes;
}
