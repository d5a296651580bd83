import { expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import type { WallHours } from '../../src/domain/open-hours.ts';
import { findSlots } from '../../src/domain/slots.ts';
import { offsetsAt } from '../../src/domain/zone-offsets.ts';
import { iso, rulesIn } from './rules.ts';

const DAY = 1_440;
const CELL = 5;
const STEP = 30;
const LENGTH = 45;
/** Open over midnight and through the hours at which clocks change, and in the middle of an hour. */
const HOURS: WallHours[] = [
  { from: 0, to: 75 },
  { from: 90, to: 270 },
  { from: 1_200, to: 1_440 },
];

/** What is open, asked of another library five minutes by five minutes: slow, and right by construction. */
function naiveSlots(zone: string, from: number, to: number): number[] {
  const cells = Array.from({ length: (to - from + LENGTH) / CELL }, (_, index) => {
    const instant = Temporal.Instant.fromEpochMilliseconds((from + index * CELL) * 60_000);
    const { hour, minute } = instant.toZonedDateTimeISO(zone);
    const wall = hour * 60 + minute;
    return { wall, hours: HOURS.find((hours) => hours.from <= wall && wall < hours.to) };
  });
  return cells.slice(0, (to - from) / CELL).flatMap(({ wall, hours }, index) => {
    const onStep = hours !== undefined && (wall - hours.from) % STEP === 0;
    const fits = cells.slice(index, index + LENGTH / CELL).every((cell) => cell.hours !== undefined);
    return onStep && fits ? [from + index * CELL] : [];
  });
}

function naiveOffset(zone: string, minute: number): number {
  const { offsetNanoseconds } = Temporal.Instant.fromEpochMilliseconds(minute * 60_000).toZonedDateTimeISO(zone);
  return offsetNanoseconds / 60e9;
}

/** The next instants at which a zone's clocks change, in epoch minutes. */
function changes(zone: string, count: number): number[] {
  let at = Temporal.ZonedDateTime.from(`2024-06-01T00:00[${zone}]`);
  return Array.from({ length: count }, () => {
    const next = at.getTimeZoneTransition('next');
    if (next !== null) at = next;
    return Math.floor(at.epochMilliseconds / 60_000);
  });
}

test.each([
  'America/New_York',
  'Europe/Lisbon',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Pacific/Chatham',
  'Asia/Kolkata',
])(
  'in %s the slots around every change of clocks, and their offsets, are those another library counts cell by cell',
  (zone) => {
    const rules = rulesIn(zone, {
      weekly: Array.from({ length: 7 }, () => HOURS),
      stepMinutes: STEP,
      horizon: { days: 10_000 },
    });
    for (const change of new Set(changes(zone, 4))) {
      const from = Math.floor(change / DAY) * DAY - DAY;
      const query = { start: from, end: from + 3 * DAY, durationMinutes: LENGTH, now: from };
      const starts = findSlots(rules, { consultant: [], client: [] }, query);
      const slots = starts.map(iso);
      expect(slots).toEqual(naiveSlots(zone, query.start, query.end).map(iso));
      expect(offsetsAt(zone, starts)).toEqual(starts.map((start) => naiveOffset(zone, start)));
      expect(slots.length).toBeGreaterThan(20);
    }
  },
);
