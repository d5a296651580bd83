import { minuteOf, slotRules } from '../domain/availability.ts';
import type { Interval } from '../domain/intervals.ts';
import { DAY_MINUTES, dateOf } from '../domain/local-days.ts';
import { type BusyTimes, type Cut, findSlots, judgeSession } from '../domain/slots.ts';
import { offsetAt } from '../domain/zone-offsets.ts';
import { busyTimes, type Meeting, minuteAfter } from './busy-times.ts';
import type { Deps } from './deps.ts';

/** A free start as the API shows it; `offsetMinutes` is that of the asked zone at that instant. */
export interface Slot {
  start: string;
  end: string;
  offsetMinutes: number;
}
/** Starts in `range` (epoch minutes), shown with the offsets of `timezone`, or of the consultant's zone. */
export interface SlotWish {
  range: Interval;
  durationMinutes: number;
  timezone?: string | undefined;
}

const NEAREST_SLOTS_MAX = 5;
/** How far around the wanted start the nearest free slots are looked for. */
const NEAREST_REACH_DAYS = 14;

/** Free slots, ascending. */
async function freeSlots(deps: Deps, meeting: Meeting, wish: SlotWish): Promise<Slot[]> {
  const { range, durationMinutes } = wish;
  const busy = await busyTimes(deps, meeting, { start: range.start, end: range.end + durationMinutes });
  return slotsIn(meeting, busy, { ...wish, now: deps.clock.now() });
}

/** The same of busy times that are known. */
export function slotsIn(
  { consultant, tenant }: Meeting,
  busy: BusyTimes,
  { range, durationMinutes, timezone, now }: SlotWish & { now: Date },
): Slot[] {
  const zone = timezone ?? consultant.availability.timezone;
  const rules = slotRules(consultant.availability, tenant.policies, durationMinutes);
  const starts = findSlots(rules, busy, { ...range, durationMinutes, now: minuteAfter(now) });
  const iso = isoWriter();
  return starts.map((start) => ({
    start: iso(start),
    end: iso(start + durationMinutes),
    offsetMinutes: offsetAt(zone, start),
  }));
}

/** What, if anything, stands against this session now; the same cuts in the same order as the list. */
export async function judgeWanted(deps: Deps, meeting: Meeting, session: Interval): Promise<Cut> {
  const { consultant, tenant } = meeting;
  const rules = slotRules(consultant.availability, tenant.policies, session.end - session.start);
  const busy = await busyTimes(deps, meeting, session);
  return judgeSession(rules, busy, { ...session, now: minuteAfter(deps.clock.now()) });
}

/** The free slots nearest to a session that cannot be had, nearest first, at most five. */
export async function nearestSlots(deps: Deps, meeting: Meeting, session: Interval): Promise<Slot[]> {
  const reach = NEAREST_REACH_DAYS * DAY_MINUTES;
  const range = { start: session.start - reach, end: session.start + reach };
  const slots = await freeSlots(deps, meeting, { range, durationMinutes: session.end - session.start });
  const distance = (slot: Slot) => Math.abs(minuteOf(new Date(slot.start)) - session.start);
  return slots.toSorted((a, b) => distance(a) - distance(b)).slice(0, NEAREST_SLOTS_MAX);
}

const HOURS = Array.from({ length: 24 }, (_, hour) => `T${String(hour).padStart(2, '0')}:`);
const MINUTES = Array.from({ length: 60 }, (_, minute) => `${String(minute).padStart(2, '0')}:00.000Z`);

/** As `Date.toISOString` writes minutes, five times as fast: the days of a list are few. */
function isoWriter(): (minute: number) => string {
  let day = Number.NaN;
  let date = '';
  return (minute) => {
    const asked = Math.floor(minute / DAY_MINUTES);
    if (asked !== day) date = dateOf(asked);
    day = asked;
    const ofDay = minute - asked * DAY_MINUTES;
    return `${date}${HOURS[Math.floor(ofDay / 60)]}${MINUTES[ofDay % 60]}`;
  };
}
