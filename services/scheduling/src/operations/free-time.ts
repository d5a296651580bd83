import { type PackedSlots, type Slot, slotsOf } from '@consult/contracts/api/slots';
import { minuteFrom, minuteOf, slotRules } from '../domain/availability.ts';
import type { Interval } from '../domain/intervals.ts';
import { DAY_MINUTES } from '../domain/local-days.ts';
import { type BusyTimes, type Cut, findSlots, judgeSession } from '../domain/slots.ts';
import { offsetsAt } from '../domain/zone-offsets.ts';
import { busyTimes, type Meeting } from './busy-times.ts';
import type { Deps } from './deps.ts';

/** Starts in `range` (epoch minutes), shown with the offsets of `timezone`, or of the consultant's zone. */
export interface SlotWish {
  range: Interval;
  durationMinutes: number;
  timezone?: string | undefined;
}

const NEAREST_SLOTS_MAX = 5;
/** How far around the wanted start the nearest free slots are looked for. */
const NEAREST_REACH_DAYS = 14;

/** Free starts in view of these busy times, with the offsets of the asked zone. */
export function freeTime(
  { consultant, tenant }: Meeting,
  busy: BusyTimes,
  { range, durationMinutes, timezone, now }: SlotWish & { now: Date },
): PackedSlots {
  const zone = timezone ?? consultant.availability.timezone;
  const rules = slotRules(consultant.availability, tenant.policies, durationMinutes);
  const startMinutes = findSlots(rules, busy, { ...range, durationMinutes, now: minuteFrom(now) });
  return { startMinutes, offsetMinutes: offsetsAt(zone, startMinutes), durationMinutes };
}

/** What, if anything, stands against this session now; the same cuts in the same order as the list. */
export async function judgeWanted(deps: Deps, meeting: Meeting, session: Interval): Promise<Cut> {
  const { consultant, tenant } = meeting;
  const rules = slotRules(consultant.availability, tenant.policies, session.end - session.start);
  const busy = await busyTimes(deps, meeting, session);
  return judgeSession(rules, busy, { ...session, now: minuteFrom(deps.clock.now()) });
}

/** The free slots nearest to a session that cannot be had, nearest first, at most five. */
export async function nearestSlots(deps: Deps, meeting: Meeting, session: Interval): Promise<Slot[]> {
  const reach = NEAREST_REACH_DAYS * DAY_MINUTES;
  const range = { start: session.start - reach, end: session.start + reach };
  const durationMinutes = session.end - session.start;
  const busy = await busyTimes(deps, meeting, { start: range.start, end: range.end + durationMinutes });
  const slots = slotsOf(freeTime(meeting, busy, { range, durationMinutes, now: deps.clock.now() }));
  const distance = (slot: Slot) => Math.abs(minuteOf(new Date(slot.start)) - session.start);
  return slots.toSorted((a, b) => distance(a) - distance(b)).slice(0, NEAREST_SLOTS_MAX);
}
