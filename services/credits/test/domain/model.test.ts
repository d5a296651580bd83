import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Account } from '../../src/domain/account.ts';
import { nextDue } from '../../src/domain/due.ts';
import { costOf, isFrozen, type Lot } from '../../src/domain/lot.ts';
import { availableCredits } from '../../src/domain/payer.ts';
import { type Bench, due, expectSound, newBench, put } from '../support/bench.ts';
import { anyStep, commandOf, type Revisions, type Step } from '../support/steps.ts';

/** `pnpm proof credits` sets 1,000. A failure names its seed and path: `fc.assert(…, { seed, path })` repeats it. */
const SEEDS = Number(process.env['PROOF_SEEDS'] ?? 60);
const FIRST_SEED = Number(process.env['TEST_SEED'] ?? 1);
const RUNS_PER_SEED = 2;
const DAY_MS = 24 * 3_600_000;

const steps = fc.array(anyStep, { minLength: 10, maxLength: 80, size: 'max' });

function everySeed(about: (steps: Step[]) => void): void {
  for (let seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed += 1)
    fc.assert(fc.property(steps, about), { seed, numRuns: RUNS_PER_SEED });
}

/** Carries the steps out; each command twice, for it may always come twice. */
function live(all: Step[], look: (before: Account, bench: Bench, step: Step) => void = () => {}): Bench {
  const bench = newBench();
  const revisions: Revisions = new Map();
  for (const step of all) {
    const before = bench.account;
    const command = commandOf(bench, revisions, step);
    if (command === undefined) continue;
    const first = put(bench, command());
    look(before, bench, step);
    const settled = bench.account;
    const again = put(bench, command());
    // What was refused may be refused for another reason now, and what a lot is said to hold is said of now.
    if (bench.account !== settled) throw new Error(`${JSON.stringify(step)} changed the account twice`);
    if (step.do === 'reserve' || step.do === 'reschedule' || step.do === 'refund') expect(again).toEqual(first);
  }
  return bench;
}

describe(`whatever happens to an account, over ${SEEDS} seeds`, () => {
  test('every lot balances, nothing is negative, the movements make the account, and twice is once', () => {
    everySeed((all) => {
      let checked = 0;
      const bench = live(all, (_before, now) => {
        checked += 1;
        if (checked % 8 === 0) expectSound(now);
      });
      expectSound(bench);
      expect(trialsIn(bench)).toBeLessThanOrEqual(1);
    });
  });

  test('a reservation takes from one lot that is alive, not frozen and covers it, and exactly what the session costs', () => {
    everySeed((all) => {
      live(all, (before, bench, step) => {
        if (step.do !== 'reserve' || bench.account === before) return;
        const [paid] = Object.values(bench.account.bookings).filter(
          (chain) => before.bookings[`${chain.bookingId}:${chain.revision}`] === undefined,
        );
        if (paid === undefined || paid.payment.method === 'free_trial') return;
        const { lotId, credits } = paid.payment;
        const was = lotIn(before, lotId);
        expect(credits).toBe(costOf(was, step.minutes));
        expect(isFrozen(was)).toBe(false);
        expect(canPay(was, credits, bench.now, paid.sessionStart)).toBe(true);
        expect(before.lots.filter((lot) => lot.lotId !== lotId && moved(lot, bench.account))).toEqual([]);
        // No lot that could have paid comes before it.
        const better = before.lots.filter((lot) => comesBefore(lot, was) && costOf(lot, step.minutes) !== undefined);
        expect(
          better.filter(
            (lot) => !isFrozen(lot) && canPay(lot, costOf(lot, step.minutes) ?? 0, bench.now, paid.sessionStart),
          ),
        ).toEqual([]);
      });
    });
  });

  test('refunds never take more than their share, nor what is in use', () => {
    everySeed((all) => {
      const bench = live(all);
      for (const lot of bench.account.lots) {
        const refunds = (lot.refunds ?? []).filter(({ failed }) => !failed);
        if (lot.source === 'rollover' || refunds.some(({ all: whole }) => whole)) continue;
        const family = bench.account.lots.filter(
          (one) => one.lotId === lot.lotId || one.lotId.startsWith(`${lot.lotId}-r`),
        );
        const taken = family.reduce((sum, one) => sum + (one.refunded ?? 0), 0);
        const refundedMinor = refunds.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
        const share = lot.paidMinor === 0 ? 0 : Math.ceil((lot.credits * refundedMinor) / lot.paidMinor);
        expect(taken).toBeLessThanOrEqual(share);
        expect(taken).toBeGreaterThanOrEqual(0);
      }
    });
  });

  test('every minor unit that was paid is earned, owed, or gone with what was revoked', () => {
    everySeed((all) => {
      const bench = live(all);
      const sums = new Map<string, { recognised: number; deferred: number }>();
      for (const { lotId, recognisedMinor = 0, deferredMinor = 0 } of bench.movements) {
        const { recognised, deferred } = sums.get(lotId) ?? { recognised: 0, deferred: 0 };
        sums.set(lotId, { recognised: recognised + recognisedMinor, deferred: deferred + deferredMinor });
      }
      for (const lot of bench.account.lots) {
        const { recognised, deferred } = sums.get(lot.lotId) ?? { recognised: 0, deferred: 0 };
        expect(deferred).toBeGreaterThanOrEqual(0);
        expect(recognised).toBeGreaterThanOrEqual(0);
        expect(recognised + deferred).toBeLessThanOrEqual(lot.paidMinor);
        if (lot.unlimited) expect([recognised, deferred]).toEqual([0, 0]);
        else if (lot.revoked === 0 && lot.rolledOver === undefined) expect(recognised + deferred).toBe(lot.paidMinor);
        if (lot.remaining + lot.reserved + lot.held === 0) expect(deferred).toBe(0);
      }
    });
  });

  test('what can be spent does not depend on whether the sweep has run, which leaves nothing due behind', () => {
    everySeed((all) => {
      const bench = live(all);
      const before = availableCredits(bench.account, bench.now);
      due(bench);
      expect(availableCredits(bench.account, bench.now)).toBe(before);
      const next = nextDue(bench.account);
      expect(next === undefined || next > bench.now).toBe(true);
      const swept = bench.account;
      due(bench);
      expect(bench.account).toBe(swept);
    });
  });
});

/** Written anew, from SPEC: alive at the booking, and under `session_at` when the session begins. */
function canPay(lot: Lot, credits: number, now: Date, start: Date): boolean {
  if (lot.effectiveAt > now) return false;
  const waits = lot.activation !== undefined && lot.activated !== true;
  const sessionEnd = waits ? new Date(now.getTime() + (lot.activation?.days ?? 0) * DAY_MS) : undefined;
  const left = (instant: Date, end?: Date) => {
    const until =
      end ?? (lot.graceUntil !== undefined && lot.graceUntil > lot.expiryDate ? lot.graceUntil : lot.expiryDate);
    if (instant.getTime() < until.getTime()) return lot.remaining;
    return lot.returned.reduce((sum, batch) => sum + (instant < batch.until ? batch.credits : 0), 0);
  };
  if (left(now) < credits) return false;
  return lot.expiryBasis === 'booked_at' || left(start, sessionEnd) >= credits;
}

function comesBefore(a: Lot, b: Lot): boolean {
  const key = (lot: Lot) =>
    [
      lot.unlimited ? 0 : 1,
      lot.priority,
      lot.expiryDate.getTime(),
      lot.promotional ? 0 : 1,
      lot.effectiveAt.getTime(),
    ] as const;
  const [left, right] = [key(a), key(b)];
  const index = left.findIndex((value, at) => value !== right[at]);
  return index === -1 ? a.lotId < b.lotId : (left[index] ?? 0) < (right[index] ?? 0);
}

function lotIn(account: Account, lotId: string): Lot {
  const lot = account.lots.find((one) => one.lotId === lotId);
  if (lot === undefined) throw new Error(`no lot ${lotId}`);
  return lot;
}

const moved = (lot: Lot, after: Account) => lotIn(after, lot.lotId).reserved !== lot.reserved;

/** Bookings that the trial pays for; one that is being moved is one. */
function trialsIn({ movements }: Bench): number {
  const count = (bookingId: string, ...kinds: string[]) =>
    movements.filter((movement) => movement.bookingId === bookingId && kinds.includes(movement.kind)).length;
  const bookings = new Set(movements.map(({ bookingId }) => bookingId));
  const back = ['trial_released', 'trial_moved', 'trial_reversed'];
  return [...bookings].filter((id) => count(id, 'trial_reserved') > count(id, ...back)).length;
}
