import { describe, expect, test } from '@jest/globals';
import { DEFAULT_POLICIES } from '@consult/contracts/events/identity';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { emptyAvailability, slotRules, WEEKDAYS } from '../../src/domain/availability.ts';
import { busyTime } from '../../src/domain/cells.ts';
import { explainDays } from '../../src/domain/explain.ts';
import { localDay } from '../../src/domain/local-days.ts';
import { type BusyTimes, findSlots, judgeSession } from '../../src/domain/slots.ts';
import { oracle, type Question, type Session } from './oracle.ts';
import { anyQuestions, changesOf } from './questions.ts';

/** `PROOF_SEEDS=500` is the proof; each seed is another consultant in another zone and year, asked around every change of clocks. */
const SEEDS = Number(process.env['PROOF_SEEDS'] ?? 60);
const FIRST_SEED = Number(process.env['TEST_SEED'] ?? 1);
const CELL_MS = 300_000;

const minute = (instant: DateTime) => instant.toMillis() / 60_000;
const bare = ({ start, end }: Session) => ({ start: minute(start), end: minute(end) });

/** The same question put to the engine. */
function engine(question: Question) {
  const { availability, durationMinutes, sessions, held, client } = question;
  const rules = slotRules(availability, { ...DEFAULT_POLICIES, horizonDays: question.horizonDays }, durationMinutes);
  const zone = availability.timezone;
  const busy: BusyTimes = {
    consultant: sessions.map((session) => busyTime(bare(session), rules.buffers)),
    held: held.map((session) => busyTime(bare(session), rules.buffers)),
    client: client.map(bare),
    limited: [...sessions, ...held].map(bare).map(({ start, end }) => ({
      day: localDay(zone, start),
      minutes: end - start,
      claims: [],
    })),
  };
  const now = minute(question.now);
  const query = { start: minute(question.from), end: minute(question.to), durationMinutes, now };
  const starts = findSlots(rules, busy, query);
  return { rules, busy, query, starts };
}

const shown = (millis: number) => new Date(millis).toISOString();

/** Both find the same starts, judge the same instants alike, and every start that is missing is explained. */
function compare(question: Question): number {
  const { rules, busy, query, starts } = engine(question);
  const asked = oracle(question);
  expect(starts.map((start) => shown(start * 60_000))).toEqual(asked.starts.map(shown));
  const { durationMinutes, now } = query;
  for (let at = question.from.toMillis(); at < question.to.toMillis(); at += 23 * CELL_MS) {
    const start = at / 60_000;
    const cut = judgeSession(rules, busy, { start, end: start + durationMinutes, now });
    const instant = DateTime.fromMillis(at, { zone: 'utc' });
    expect([shown(at), cut === 'free', cut]).toEqual([shown(at), asked.accepts(instant), cut]);
  }
  const days = explainDays(rules, { ...busy, client: [] }, query);
  const free = findSlots(rules, { ...busy, client: [] }, query);
  expect(days.reduce((sum, { left }) => sum + left, 0)).toBe(free.length);
  for (const day of days)
    expect(day.left + day.removed.reduce((sum, { starts: taken }) => sum + taken, 0)).toBe(day.candidates);
  return starts.length;
}

describe('the slot engine and an oracle of luxon and rrule', () => {
  test(`find the same slots for ${SEEDS} random consultants around every change of their clocks`, () => {
    let found = 0;
    let asked = 0;
    const about = (questions: Question[]) => {
      for (const question of questions) found += compare(question);
      asked += questions.length;
    };
    for (let seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed += 1)
      fc.assert(fc.property(anyQuestions, about), { seed, numRuns: 1, endOnFailure: true });
    // Neither closed consultants nor full calendars would show much.
    expect(found / asked).toBeGreaterThan(10);
  }, 600_000);

  /** Open day and night, and from half past eleven at night to a quarter past four, so that hours lie across every change. */
  function fixed(zone: string, around: DateTime): Question {
    const night = [{ from: '23:30', to: '04:15' }];
    return {
      availability: {
        ...emptyAvailability(zone),
        weekly: WEEKDAYS.map((weekday) => ({ weekday, hours: [{ from: '09:00', to: '17:00' }, ...night] })),
      },
      now: around.minus({ days: 30 }),
      from: around.minus({ days: 4 }),
      to: around.plus({ days: 4 }),
      durationMinutes: 45,
      stepMinutes: 30,
      horizonDays: 365,
      sessions: [],
      held: [],
      client: [],
    };
  }

  test.each([
    ['America/New_York', 2_025],
    ['Europe/Lisbon', 2_025],
    ['Asia/Kolkata', 2_025],
    ['Australia/Lord_Howe', 2_025],
    ['Pacific/Apia', 2_011],
    ['Africa/Casablanca', 2_025],
    ['Asia/Beirut', 2_023],
    ['America/St_Johns', 2_010],
  ])('agree in %s through %d', (zone, year) => {
    for (const change of changesOf(zone, year)) expect(compare(fixed(zone, change))).toBeGreaterThan(100);
  });

  test('Apia had no 30 December 2011: nothing is offered on it, and its explanation says so', () => {
    const question = fixed('Pacific/Apia', DateTime.fromISO('2011-12-30T10:00Z', { zone: 'utc' }));
    const { rules, busy, query, starts } = engine(question);
    const dates = new Set(
      starts.map((start) => DateTime.fromMillis(start * 60_000, { zone: 'Pacific/Apia' }).toISODate()),
    );
    expect([dates.has('2011-12-29'), dates.has('2011-12-30'), dates.has('2011-12-31')]).toEqual([true, false, true]);
    const day = explainDays(rules, busy, query).find(({ date }) => date === '2011-12-30');
    expect(day).toEqual({ date: '2011-12-30', hours: 'missing', candidates: 0, left: 0, removed: [] });
  });
});
