import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decideRegistration, decideSubscription } from '../../src/domain/client.ts';
import { nextDue } from '../../src/domain/due.ts';
import { availableCredits } from '../../src/domain/payer.ts';
import {
  at,
  type Bench,
  contextOf,
  due,
  expectSound,
  grant,
  grantOf,
  hold,
  newBench,
  put,
  release,
  reserve,
  reserveOf,
  START,
  use,
} from '../support/bench.ts';

const RUNS = 300;
const HOUR_MS = 3_600_000;

type Step =
  | { do: 'grant'; lot: number; credits: number; days: number; paid: boolean }
  | { do: 'grant-period'; lot: number; credits: number }
  | { do: 'reserve'; booking: number; minutes: number; trial: boolean | undefined }
  | { do: 'hold' | 'use' | 'release'; booking: number }
  | { do: 'advance'; hours: number }
  | { do: 'due' | 'register' | 'cancel-subscription' };

const lot = fc.integer({ min: 1, max: 5 });
const booking = fc.integer({ min: 1, max: 8 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('grant' as const),
    lot,
    credits: fc.integer({ min: 0, max: 4 }),
    days: fc.integer({ min: 1, max: 40 }),
    paid: fc.boolean(),
  }),
  fc.record({ do: fc.constant('grant-period' as const), lot, credits: fc.integer({ min: 1, max: 4 }) }),
  fc.record({
    do: fc.constant('reserve' as const),
    booking,
    minutes: fc.constantFrom(15, 60, 120),
    trial: fc.constantFrom(true, false, undefined),
  }),
  fc.record({ do: fc.constantFrom('hold' as const, 'use' as const, 'release' as const), booking }),
  fc.record({ do: fc.constant('advance' as const), hours: fc.integer({ min: 1, max: 24 * 12 }) }),
  fc.record({ do: fc.constantFrom('due' as const, 'register' as const, 'cancel-subscription' as const) }),
);

function take(bench: Bench, one: Step): void {
  switch (one.do) {
    case 'grant': {
      const { credits, days } = one;
      const terms = { credits, expiresAfterDays: days, paidMinor: one.paid ? 1_000 * credits : 0, paidAt: bench.now };
      // A lot has one set of terms for ever; here they are those it was first granted with.
      if (!bench.account.lots.some(({ lotId }) => lotId === `lot-${one.lot}`))
        grant(bench, grantOf(`lot-${one.lot}`, terms));
      return;
    }
    case 'grant-period': {
      if (bench.account.lots.some(({ lotId }) => lotId === `lot-${one.lot}`)) return;
      const end = new Date(bench.now.getTime() + 30 * 24 * HOUR_MS);
      const period = { subscriptionId: 'sub-1', start: bench.now, end, replaces: false };
      grant(bench, grantOf(`lot-${one.lot}`, { credits: one.credits, paidAt: bench.now, period }));
      return;
    }
    case 'reserve': {
      const start = new Date(bench.now.getTime() + 48 * HOUR_MS);
      const trial = one.trial === undefined ? {} : { useFreeTrial: one.trial };
      reserve(bench, reserveOf(`b-${one.booking}`, { durationMinutes: one.minutes, scheduledStart: start, ...trial }));
      return;
    }
    case 'hold':
      hold(bench, `b-${one.booking}`);
      return;
    case 'use':
      use(bench, `b-${one.booking}`);
      return;
    case 'release':
      release(bench, `b-${one.booking}`);
      return;
    case 'advance':
      bench.now = new Date(bench.now.getTime() + one.hours * HOUR_MS);
      return;
    case 'due':
      due(bench);
      return;
    case 'register':
      put(bench, decideRegistration(bench.account, { registeredAt: at(START), freeTrialDays: 30 }, contextOf(bench)));
      return;
    case 'cancel-subscription': {
      const word = { subscriptionId: 'sub-1', version: 9, cancelled: true };
      put(bench, decideSubscription(bench.account, word, contextOf(bench)));
      return;
    }
  }
}

describe('whatever happens to an account', () => {
  test('every lot balances, nothing is negative, and the movements rebuild the account', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 60 }), (steps) => {
        const bench = newBench();
        for (const one of steps) {
          take(bench, one);
          expectSound(bench);
          expect(availableCredits(bench.account, bench.now)).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: RUNS },
    );
  });

  test('a sweep leaves nothing due behind, and a second sweep finds nothing to do', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 40 }), (steps) => {
        const bench = newBench();
        for (const one of steps) take(bench, one);
        due(bench);
        const next = nextDue(bench.account);
        expect(next === undefined || next > bench.now).toBe(true);
        const swept = bench.account;
        due(bench);
        expect(bench.account).toBe(swept);
      }),
      { numRuns: RUNS },
    );
  });

  test('what can be spent does not depend on whether the sweep has run', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 40 }), (steps) => {
        const bench = newBench();
        for (const one of steps) take(bench, one);
        const before = availableCredits(bench.account, bench.now);
        due(bench);
        expect(availableCredits(bench.account, bench.now)).toBe(before);
      }),
      { numRuns: RUNS },
    );
  });
});
