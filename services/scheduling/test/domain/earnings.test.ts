import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Actor, Consultation } from '../../src/domain/consultation.ts';
import { decide } from '../../src/domain/decide.ts';
import { earned, fullEarning, percentOf } from '../../src/domain/earnings.ts';
import type { Move } from '../../src/domain/moves.ts';
import { consultationIn } from './sample.ts';

const START = Date.parse('2025-01-20T10:00:00Z');
const minutes = (after: number) => new Date(START + after * 60_000);
const outcomes = {
  summary: 'done',
  overallStatus: 'successful' as const,
  metrics: { goalsAchieved: 0, issuesResolved: 0 },
  nextSteps: [],
};
const complete: Move = { kind: 'complete', outcomes, deliverables: [] };
const resolve = (earningPercent: number): Move => ({
  kind: 'resolve',
  credit: 'return',
  earningPercent,
  reason: 'heard',
  by: 'admin-1',
});
const EARNING = { consultantSharePercent: 60, promotionalEarningMinor: 1_500, currency: 'EUR' };

function consultation(changes: Partial<Consultation['billing']> = {}, lateCancelEarningPercent = 0): Consultation {
  const { billing, terms } = consultationIn('confirmed');
  const late = { cancellationCutoffHours: 24, lateCancelEarningPercent };
  return consultationIn('confirmed', {
    billing: { ...billing, ...changes },
    terms: { ...terms, ...late, earning: EARNING },
  });
}
function after(before: Consultation, actor: Actor, move: Move, now: Date): Consultation {
  const outcome = decide(before, move, { actor, now, requestId: '' });
  if ('refused' in outcome) throw new Error(outcome.refused);
  return outcome.after;
}
const lines = (one: Consultation) =>
  (one.earnings ?? []).map(({ kind, amountMinor, currency, reason }) => [kind, amountMinor, currency, reason]);

describe('what a session earns', () => {
  test.each([
    ['the share of one credit', {}, 5_940, 'USD'],
    ['of all credits it cost', { credits: 3 }, 17_820, 'USD'],
    ['rounded down', { unitPriceMinor: 33 }, 19, 'USD'],
    ['a credit of an unlimited plan', { method: 'unlimited', unitPriceMinor: 9_674 }, 5_804, 'USD'],
    ['the promotional rate, for credits that cost nothing', { unitPriceMinor: 0 }, 1_500, 'EUR'],
    ['the promotional rate, for the trial', { method: 'free_trial', credits: 0, currency: '' }, 1_500, 'EUR'],
  ] as const)('%s', (_what, billing, amountMinor, currency) => {
    const done = after(consultation(billing), 'consultant', complete, minutes(60));
    expect(lines(done)).toEqual([['accrued', amountMinor, currency, 'completed']]);
    expect(done.earnings).toMatchObject([{ id: 'booking-1:earning:1', at: minutes(60) }]);
  });

  test('nobody closed it: the same', () => {
    const closed = after(consultation(), 'system', { kind: 'close' }, minutes(60 + 72 * 60));
    expect(lines(closed)).toEqual([['accrued', 5_940, 'USD', 'completed']]);
  });

  test('a client who did not come: in full; a consultant: nothing', () => {
    const noShow = (who: 'client' | 'consultant'): Move => ({ kind: 'no-show', who, reason: '' });
    expect(lines(after(consultation(), 'consultant', noShow('client'), minutes(15)))).toEqual([
      ['accrued', 5_940, 'USD', 'client_no_show'],
    ]);
    expect(lines(after(consultation(), 'client', noShow('consultant'), minutes(15)))).toEqual([]);
  });

  test.each([
    { by: 'client', at: -60, percent: 30, wanted: [['accrued', 1_782, 'USD', 'late_cancellation']] },
    { by: 'client', at: -60, percent: 0, wanted: [] },
    { by: 'client', at: -60 * 25, percent: 30, wanted: [] },
    { by: 'consultant', at: -60, percent: 30, wanted: [] },
    { by: 'admin', at: -60, percent: 30, wanted: [] },
  ] as const)('cancelled by $by at $at minutes, $percent % of late cancellations', ({ by, at, percent, wanted }) => {
    const cancelled = after(consultation({}, percent), by, { kind: 'cancel', reason: 'ill' }, minutes(at));
    expect(lines(cancelled)).toEqual(wanted);
  });

  test('feedback, a dispute and moves in between say nothing about it', () => {
    const started = after(consultation(), 'consultant', { kind: 'start', reason: '' }, minutes(0));
    expect(lines(started)).toEqual([]);
    const done = after(started, 'consultant', complete, minutes(60));
    const rated = after(
      done,
      'client',
      { kind: 'client-feedback', feedback: { rating: 5, comments: '' } },
      minutes(90),
    );
    expect(rated.earnings).toEqual(done.earnings);
  });

  test('of a booking that is older than its terms: the whole price', () => {
    const { terms } = consultation();
    const old = { ...consultation(), terms: { ...terms, earning: undefined } };
    expect(lines(after(old, 'consultant', complete, minutes(60)))).toEqual([['accrued', 9_900, 'USD', 'completed']]);
  });
});

describe('an admin’s word', () => {
  test('reverses, adjusts, and pays where nothing was due, each with a line of its own', () => {
    const done = after(consultation(), 'consultant', complete, minutes(60));
    const reversed = after(done, 'admin', resolve(0), minutes(100));
    const adjusted = after(reversed, 'admin', resolve(50), minutes(200));
    expect(lines(adjusted)).toEqual([
      ['accrued', 5_940, 'USD', 'completed'],
      ['reversed', -5_940, 'USD', 'heard'],
      ['adjusted', 2_970, 'USD', 'heard'],
    ]);
    expect(after(adjusted, 'admin', resolve(50), minutes(300)).earnings).toEqual(adjusted.earnings);
    const missed = after(consultation(), 'client', { kind: 'no-show', who: 'consultant', reason: '' }, minutes(15));
    expect(lines(after(missed, 'admin', resolve(100), minutes(100)))).toEqual([['adjusted', 5_940, 'USD', 'heard']]);
    expect(lines(after(missed, 'admin', resolve(0), minutes(100)))).toEqual([]);
  });

  test('whatever the prices and however often: the lines add up to the last one, and none is lost', () => {
    const percents = fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 8 });
    const price = fc.record({
      unitPriceMinor: fc.oneof(fc.integer({ min: 0, max: 1_000 }), fc.integer({ min: 0, max: 900_000_000_000 })),
      credits: fc.integer({ min: 1, max: 16 }),
    });
    fc.assert(
      fc.property(price, fc.integer({ min: 0, max: 100 }), percents, (billing, consultantSharePercent, words) => {
        const { terms } = consultation();
        const before = {
          ...consultation(billing),
          terms: { ...terms, earning: { ...EARNING, consultantSharePercent } },
        };
        let one = after(before, 'consultant', complete, minutes(60));
        const full = fullEarning(one).amountMinor;
        expect(earned(one.earnings ?? [])).toBe(full);
        for (const [index, percent] of words.entries()) {
          const next = after(one, 'admin', resolve(percent), minutes(100 + index));
          expect(next.earnings?.slice(0, one.earnings?.length)).toEqual(one.earnings);
          one = next;
          expect(earned(one.earnings ?? [])).toBe(percentOf(full, percent));
        }
        const ids = (one.earnings ?? []).map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect((one.earnings ?? []).every(({ amountMinor }) => Number.isSafeInteger(amountMinor))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

test('percentages are exact and rounded down, also beyond what a double could multiply', () => {
  expect(percentOf(9_007_199_254_740_991, 99)).toBe(8_917_127_262_193_581);
  expect(percentOf(199, 50)).toBe(99);
  expect(percentOf(199, 0)).toBe(0);
  expect(percentOf(199, 100)).toBe(199);
});
