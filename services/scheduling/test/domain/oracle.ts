/** Free starts by luxon and rrule: slow, instant by instant, and by nothing that the engine is made of. */
import { DateTime } from 'luxon';
// oxlint-disable-next-line import/default -- CommonJS: node has its exports as the default
import rrule from 'rrule';
import type { Availability, Hours } from '../../src/domain/availability.ts';

export interface Session {
  start: DateTime;
  end: DateTime;
}
/** A question as a person would put it. */
export interface Question {
  availability: Availability;
  now: DateTime;
  from: DateTime;
  to: DateTime;
  durationMinutes: number;
  stepMinutes: number;
  horizonDays: number;
  sessions: Session[];
  held: Session[];
  client: Session[];
}

const { RRule } = rrule;
const CELL_MINUTES = 5;
const CELL_MS = CELL_MINUTES * 60_000;
const DAY_MS = 86_400_000;
const WEEKDAYS = {
  monday: RRule.MO,
  tuesday: RRule.TU,
  wednesday: RRule.WE,
  thursday: RRule.TH,
  friday: RRule.FR,
  saturday: RRule.SA,
  sunday: RRule.SU,
};
/** How far ahead days with open hours are looked for. */
const LOOK_AHEAD_DAYS = 731;

const PERIODS = ['perDay', 'perWeek', 'perMonth'] as const;
type Period = (typeof PERIODS)[number];

/** Wall-clock time of no zone: luxon in UTC. */
interface Window {
  from: DateTime;
  to: DateTime;
}

/** All that is free in the range, on the slot grid; and whether any instant would be accepted. */
export function oracle(question: Question): { starts: number[]; accepts: (start: DateTime) => boolean } {
  const accepts = accepting(question);
  const found = new Set<number>();
  for (const start of gridStarts(question))
    if (start >= question.from && start < question.to && accepts(start)) found.add(start.toMillis());
  return { starts: [...found].toSorted((a, b) => a - b), accepts };
}

function accepting(question: Question): (start: DateTime) => boolean {
  const { availability, now, durationMinutes, sessions, held, client } = question;
  const { timezone, bufferBeforeMinutes: before, bufferAfterMinutes: after, limits } = availability;
  const isOpen = openCells(question);
  const inHorizon = horizon(question, isOpen);
  const earliest = now.plus({ minutes: availability.minimumNoticeMinutes ?? 0 });
  const counted = [...sessions, ...held];
  const widened = (session: Session) =>
    cells(session.start.minus({ minutes: before }), session.end.plus({ minutes: after }));
  const taken = counted.map(widened);
  const namesOf = (period: Period) => counted.map(({ start }) => periodName(period, start.setZone(timezone)));
  const names = { perDay: namesOf('perDay'), perWeek: namesOf('perWeek'), perMonth: namesOf('perMonth') };
  return (start) => {
    const end = start.plus({ minutes: durationMinutes });
    if (start < earliest || !inHorizon(start)) return false;
    for (let cell = start.toMillis(); cell < end.toMillis(); cell += CELL_MS) if (!isOpen(cell)) return false;
    const own = widened({ start, end });
    if (taken.some((busy) => busy.first < own.end && own.first < busy.end)) return false;
    if (client.some((busy) => busy.start < end && start < busy.end)) return false;
    return PERIODS.every((period) => {
      const { count = Infinity, minutes = Infinity } = limits?.[period] ?? {};
      if (count === Infinity && minutes === Infinity) return true;
      const name = periodName(period, start.setZone(timezone));
      const same = counted.filter((_, at) => names[period][at] === name);
      const used = same.reduce((sum, session) => sum + session.end.diff(session.start).as('minutes'), 0);
      return same.length < count && used + durationMinutes <= minutes;
    });
  };
}

/** Whether five minutes from an instant are in the hours and in no time off; each asked of luxon once. */
function openCells({ availability, from, to, now }: Question): (millis: number) => boolean {
  const { timezone, timeOff } = availability;
  const first = DateTime.min(from, now);
  const last =
    availability.horizonAvailableDays === undefined ? to : DateTime.max(to, now.plus({ days: LOOK_AHEAD_DAYS }));
  const windows = windowsBetween(availability, first, last);
  const byDate = new Map<string, Window[]>();
  for (const window of windows) {
    const date = window.from.toISODate() ?? '';
    byDate.set(date, [...(byDate.get(date) ?? []), window]);
  }
  const known = new Map<number, boolean>();
  return (millis) => {
    const before = known.get(millis);
    if (before !== undefined) return before;
    const { offset } = DateTime.fromMillis(millis, { zone: timezone });
    const wall = millis + offset * 60_000;
    const dates = [wall, wall - DAY_MS].map((day) => new Date(day).toISOString().slice(0, 10));
    const inHours = dates.some((date) =>
      byDate.get(date)?.some((window) => window.from.toMillis() <= wall && wall < window.to.toMillis()),
    );
    const isOff = timeOff.some((off) => off.from.getTime() < millis + CELL_MS && millis < off.to.getTime());
    known.set(millis, inHours && !isOff);
    return inHours && !isOff;
  };
}

/** The hours of every date, as rrule counts weekdays; an override replaces what begins on its date. */
function windowsBetween({ weekly, overrides }: Availability, from: DateTime, to: DateTime): Window[] {
  const overridden = new Set(overrides.map(({ date }) => date));
  const ruled = weekly.flatMap(({ weekday, hours }) => {
    const rule = new RRule({
      freq: RRule.WEEKLY,
      byweekday: WEEKDAYS[weekday],
      dtstart: from.minus({ days: 3 }).toUTC().startOf('day').toJSDate(),
      until: to.plus({ days: 2 }).toJSDate(),
    });
    const dates = rule.all().map((date) => date.toISOString().slice(0, 10));
    return dates.filter((date) => !overridden.has(date)).flatMap((date) => hours.map((each) => windowOf(date, each)));
  });
  return [...ruled, ...overrides.flatMap(({ date, hours }) => hours.map((each) => windowOf(date, each)))];
}

function windowOf(date: string, hours: Hours): Window {
  const at = (time: string) =>
    DateTime.fromISO(date, { zone: 'utc' }).plus({ hours: +time.slice(0, 2), minutes: +time.slice(3) });
  const from = at(hours.from);
  const to = at(hours.to);
  return { from, to: to > from ? to : to.plus({ days: 1 }) };
}

/** Every instant whose wall clock is on the grid of some hours: none for a missing one, two for a repeated one. */
function gridStarts({ availability, from, to, stepMinutes }: Question): DateTime[] {
  const offset = (availability.slotOffsetMinutes ?? 0) % stepMinutes;
  return windowsBetween(availability, from, to).flatMap((window) => {
    const starts: DateTime[] = [];
    for (
      let wall = window.from.plus({ minutes: offset });
      wall < window.to;
      wall = wall.plus({ minutes: stepMinutes })
    ) {
      const there = wall.setZone(availability.timezone, { keepLocalTime: true });
      if (+there.setZone('utc', { keepLocalTime: true }) === +wall) starts.push(...there.getPossibleOffsets());
    }
    return starts;
  });
}

function horizon(question: Question, isOpen: (millis: number) => boolean): (start: DateTime) => boolean {
  const { availability, now, horizonDays } = question;
  const { timezone, horizonRange, horizonAvailableDays } = availability;
  const dateOf = (instant: DateTime) => instant.setZone(timezone).toISODate() ?? '';
  if (horizonRange !== undefined)
    return (start) => dateOf(start) >= horizonRange.from && dateOf(start) < horizonRange.to;
  if (horizonAvailableDays === undefined) {
    const days = availability.horizonDays ?? horizonDays;
    return (start) => start.toMillis() < now.toMillis() + days * 86_400_000;
  }
  const dates = new Set<string>();
  const end = now.plus({ hours: LOOK_AHEAD_DAYS * 24 }).toMillis();
  for (let cell = now.toMillis(); cell < end && dates.size < horizonAvailableDays; cell += CELL_MS)
    if (isOpen(cell)) dates.add(dateOf(DateTime.fromMillis(cell)));
  if (dates.size < horizonAvailableDays) return () => true;
  const last = [...dates].at(-1) ?? '';
  return (start) => dateOf(start) <= last;
}

function periodName(period: Period, local: DateTime): string | null {
  if (period === 'perDay') return local.toISODate();
  return local.toFormat(period === 'perWeek' ? "kkkk-'W'WW" : 'yyyy-MM');
}

/** Numbers of the five-minute cells that a time touches. */
function cells(start: DateTime, end: DateTime): { first: number; end: number } {
  return { first: Math.floor(start.toMillis() / CELL_MS), end: Math.ceil(end.toMillis() / CELL_MS) };
}
