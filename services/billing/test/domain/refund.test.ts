import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  committedMinor,
  noteRefund,
  recordRefund,
  type Refund,
  REFUND_MOVES,
  refundedMinor,
  type RefundWord,
  settleRefund,
} from '../../src/domain/refund.ts';
import { mayBecome, type Transaction } from '../../src/domain/transaction.ts';
import { NOW, pending } from '../support/transaction.ts';

fc.configureGlobal({ numRuns: Number(process.env['PROOF_SEEDS'] ?? 100) });

const LATER = new Date('2025-01-01T09:05:00Z');
const PAID = 29_700;
const paid = (changes: Partial<Transaction> = {}) => pending({ state: 'succeeded', ...changes });
const refund = (changes: Partial<Refund> = {}): Refund => ({
  refundId: 'r-1',
  basis: 'unused_share',
  amountMinor: 9_900,
  status: 'pending',
  reason: 'moved away',
  actor: 'finance-1',
  createdAt: NOW,
  ...changes,
});
function recorded(transaction: Transaction, changes: Partial<Refund> = {}): Transaction {
  const after = recordRefund(transaction, refund(changes));
  if ('refused' in after) throw new Error(after.refused);
  return after;
}
const WORDS: Record<RefundWord['status'], RefundWord> = {
  pending: { status: 'pending' },
  succeeded: { status: 'succeeded' },
  failed: { status: 'failed', code: 'expired_or_canceled_card' },
};
const STATUSES = ['pending', 'succeeded', 'failed'] as const;

describe('the moves of a refund', () => {
  const allowed = ['pending → succeeded', 'pending → failed', 'succeeded → failed'];
  const moves = STATUSES.flatMap((from) => STATUSES.map((to) => ({ from, to, name: `${from} → ${to}` })));
  test.each(moves)('$name happens only if the table says so', ({ from, to, name }) => {
    expect(REFUND_MOVES[from].includes(to)).toBe(allowed.includes(name));
    const before = paid({ refunds: [refund({ status: from })] });
    const { after, happened } = settleRefund(before, 'r-1', WORDS[to], LATER);
    if (!allowed.includes(name)) {
      expect(happened).toBe('nothing');
      expect(after).toBe(before);
      return;
    }
    expect(after.refunds[0]).toMatchObject({ status: to, settledAt: LATER });
    expect(after.version).toBe(before.version + 1);
  });

  test('of a refund that nobody has heard of is none', () => {
    const before = paid();
    expect(settleRefund(before, 'r-9', WORDS.succeeded, LATER)).toEqual({ after: before, happened: 'nothing' });
    expect(noteRefund(before, 'r-9', { creditsRevoked: 1 })).toBe(before);
  });
});

describe('a refund', () => {
  test('in part, then of the rest, carries the payment on; who did it and why is in the history', () => {
    const part = settleRefund(recorded(paid()), 'r-1', WORDS.succeeded, LATER).after;
    expect(part.state).toBe('partially_refunded');
    expect(part.history.at(-1)).toEqual({
      at: LATER,
      from: 'succeeded',
      to: 'partially_refunded',
      actor: 'finance-1',
      reason: 'moved away',
    });
    const rest = recorded(part, { refundId: 'r-2', amountMinor: PAID - 9_900 });
    const all = settleRefund(rest, 'r-2', WORDS.succeeded, LATER).after;
    expect(all.state).toBe('refunded');
    expect(refundedMinor(all)).toBe(PAID);
  });

  test('that the bank sends back days later carries the payment back, by Stripe and with its code', () => {
    const all = settleRefund(recorded(paid(), { amountMinor: PAID }), 'r-1', WORDS.succeeded, NOW).after;
    const { after, happened } = settleRefund(all, 'r-1', WORDS.failed, LATER);
    expect(happened).toBe('failed');
    expect(after.state).toBe('succeeded');
    expect(after.history.at(-1)).toMatchObject({ actor: 'stripe', reason: 'expired_or_canceled_card' });
    expect(committedMinor(after)).toBe(0);
  });

  test('that fails before any money went leaves the state and the history alone', () => {
    const before = recorded(paid());
    const { after } = settleRefund(before, 'r-1', WORDS.failed, LATER);
    expect(after).toMatchObject({ state: 'succeeded', history: before.history });
    expect(after.refunds[0]?.failure).toBe('expired_or_canceled_card');
  });

  test('is refused of what is not paid, and of more than is left; what began at Stripe is a fact', () => {
    expect(recordRefund(pending(), refund())).toEqual({ refused: 'not_paid' });
    expect(recordRefund(pending({ state: 'cancelled' }), refund())).toEqual({ refused: 'not_paid' });
    expect(recordRefund(paid(), refund({ amountMinor: PAID + 1 }))).toEqual({ refused: 'more_than_paid' });
    const most = recorded(paid(), { amountMinor: PAID - 1 });
    expect(recordRefund(most, refund({ refundId: 'r-2', amountMinor: 2 }))).toEqual({ refused: 'more_than_paid' });
    expect(recorded(most, { refundId: 're_1', amountMinor: 2, basis: 'stripe' }).refunds).toHaveLength(2);
  });

  test('learns once what credits took and what Stripe calls it', () => {
    const before = recorded(paid());
    const known = noteRefund(before, 'r-1', { creditsRevoked: 2 });
    const placed = noteRefund(known, 'r-1', { stripeRefundId: 're_1' });
    expect(placed.refunds[0]).toMatchObject({ creditsRevoked: 2, stripeRefundId: 're_1' });
    expect(noteRefund(placed, 'r-1', { creditsRevoked: 9, stripeRefundId: 're_2' })).toBe(placed);
  });

  test('or many, in any order: never more goes back than was paid, and the state follows the sum', () => {
    const step = fc.record({
      refundId: fc.constantFrom('a', 'b', 'c', 'd'),
      amountMinor: fc.integer({ min: 1, max: PAID }),
      words: fc.array(fc.constantFrom(...STATUSES), { maxLength: 4 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        let now = paid();
        for (const { refundId, amountMinor, words } of steps) {
          const isKnown = now.refunds.some((one) => one.refundId === refundId);
          const next = isKnown ? now : recordRefund(now, refund({ refundId, amountMinor }));
          if (!('refused' in next)) now = next;
          for (const word of words) {
            const { after } = settleRefund(now, refundId, WORDS[word], LATER);
            if (after.state !== now.state) expect(mayBecome(now.state, after.state)).toBe(true);
            now = after;
          }
          expect(committedMinor(now)).toBeLessThanOrEqual(PAID);
          const back = refundedMinor(now);
          expect(now.state).toBe(back === 0 ? 'succeeded' : back === PAID ? 'refunded' : 'partially_refunded');
        }
      }),
    );
  });
});
