import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type Bench,
  expectSound,
  grant,
  grantOf,
  hold,
  newBench,
  release,
  reserve,
  reserveOf,
  stateOf,
  use,
} from '../support/bench.ts';

/** What is told of each of four bookings after its reservation: with every ending, and one still open. */
const TOLD: ((bench: Bench) => unknown)[] = [
  (bench) => hold(bench, 'completed'),
  (bench) => use(bench, 'completed'),
  (bench) => hold(bench, 'cancelled'),
  (bench) => release(bench, 'cancelled'),
  (bench) => use(bench, 'forfeited'),
  (bench) => release(bench, 'never-heard-of'),
  (bench) => hold(bench, 'open'),
];

function reserved(): Bench {
  const bench = newBench();
  grant(bench, grantOf('lot', { credits: 10 }));
  for (const id of ['completed', 'cancelled', 'forfeited', 'open']) reserve(bench, reserveOf(id));
  return bench;
}

describe('the same events', () => {
  test('in any order and any number of times give the same account as in order and once', () => {
    const inOrder = reserved();
    for (const tell of TOLD) tell(inOrder);
    expectSound(inOrder);
    const all = TOLD.map((_, index) => index);
    const deliveries = fc
      .array(fc.constantFrom(...all), { maxLength: 20 })
      .chain((again) => fc.shuffledSubarray([...all, ...again], { minLength: all.length + again.length }));
    fc.assert(
      fc.property(deliveries, (order) => {
        const bench = reserved();
        for (const index of order) TOLD[index]?.(bench);
        expectSound(bench);
        expect(stateOf(bench)).toEqual(stateOf(inOrder));
      }),
      { numRuns: 300 },
    );
  });

  test('grants in any order make the same lots', () => {
    const commands = [grantOf('a'), grantOf('b', { credits: 8 }), grantOf('c', { paidMinor: 0 })];
    const inOrder = newBench();
    for (const command of commands) grant(inOrder, command);
    fc.assert(
      fc.property(fc.shuffledSubarray([...commands, ...commands], { minLength: 6 }), (order) => {
        const bench = newBench();
        for (const command of order) grant(bench, command);
        expect(stateOf(bench)).toEqual(stateOf(inOrder));
        expectSound(bench);
      }),
    );
  });

  test('the same reservation again has the first answer, also after it was held or used', () => {
    const bench = newBench();
    grant(bench, grantOf('lot'));
    const first = reserve(bench, reserveOf('b'));
    expect(first).toMatchObject({ payment: { method: 'credits', lotId: 'lot', credits: 1 }, availableAfter: 2 });
    for (const next of [hold, use]) {
      const again = reserve(bench, reserveOf('b'));
      expect(again).toMatchObject({ payment: { method: 'credits', lotId: 'lot', credits: 1 }, availableAfter: 2 });
      next(bench, 'b');
    }
    expect(reserve(bench, reserveOf('b'))).toMatchObject({ availableAfter: 2 });
    expect(lotOfCounters(bench)).toEqual({ remaining: 2, used: 1 });
  });

  test('a reservation under a known id but for another session is refused', () => {
    const bench = newBench();
    grant(bench, grantOf('lot'));
    reserve(bench, reserveOf('b'));
    expect(reserve(bench, reserveOf('b', { durationMinutes: 30 }))).toMatchObject({ code: 'idempotency_key_reused' });
  });

  test('a late reservation meets the tombstone that its release left', () => {
    const bench = newBench();
    grant(bench, grantOf('lot'));
    expect(release(bench, 'b')).toEqual({ outcome: 'nothing', credits: 0 });
    expect(release(bench, 'b')).toEqual({ outcome: 'nothing', credits: 0 });
    expect(reserve(bench, reserveOf('b'))).toMatchObject({ kind: 'refused', code: 'invalid_transition' });
    expect(lotOfCounters(bench)).toEqual({ remaining: 3, used: 0 });
    expectSound(bench);
  });

  test('a hold that comes after the release changes nothing', () => {
    const bench = newBench();
    grant(bench, grantOf('lot'));
    reserve(bench, reserveOf('b'));
    release(bench, 'b');
    const released = bench.account;
    expect(hold(bench, 'b')).toEqual({ outcome: 'released', credits: 1 });
    expect(bench.account).toBe(released);
  });
});

function lotOfCounters(bench: Bench) {
  const { remaining, used } = bench.account.lots[0] ?? {};
  return { remaining, used };
}
