import { describe, expect, test } from '@jest/globals';
import { DISPUTE_MOVES, type DisputeWord, followDispute, lastDispute } from '../../src/domain/dispute.ts';
import { NOW, pending } from '../support/transaction.ts';

const LATER = new Date('2025-01-20T09:00:00Z');
const STATUSES = ['open', 'won', 'lost'] as const;
const word = (changes: Partial<DisputeWord> = {}): DisputeWord => ({
  disputeId: 'du_1',
  status: 'open',
  reason: 'fraudulent',
  amountMinor: 29_700,
  openedAt: NOW,
  ...changes,
});
const paid = pending({ state: 'succeeded' });

describe('the moves of a dispute', () => {
  const allowed = ['open → won', 'open → lost'];
  const moves = STATUSES.flatMap((from) => STATUSES.map((to) => ({ from, to, name: `${from} → ${to}` })));
  test.each(moves)('$name happens only if the table says so', ({ from, to, name }) => {
    expect(DISPUTE_MOVES[from].includes(to)).toBe(allowed.includes(name));
    const before = { ...paid, disputes: [word({ status: from })] };
    const { after, happened } = followDispute(before, word({ status: to }), LATER);
    if (!allowed.includes(name)) {
      expect(after).toBe(before);
      expect(happened).toEqual([]);
      return;
    }
    expect(happened).toEqual(['closed']);
    expect(after.disputes).toEqual([{ ...word({ status: to }), closedAt: LATER }]);
  });
});

describe('a dispute', () => {
  test('is opened once and is no state of the payment', () => {
    const { after, happened } = followDispute(paid, word(), LATER);
    expect(happened).toEqual(['opened']);
    expect(after).toMatchObject({ state: 'succeeded', history: paid.history, version: paid.version + 1 });
    expect(followDispute(after, word(), LATER).happened).toEqual([]);
  });

  test('heard of only when it is over was opened and closed', () => {
    const { after, happened } = followDispute(paid, word({ status: 'lost' }), LATER);
    expect(happened).toEqual(['opened', 'closed']);
    expect(followDispute(after, word(), LATER).after).toBe(after);
  });

  test('beside another is followed for itself; the newest is shown', () => {
    const first = followDispute(paid, word(), LATER).after;
    const both = followDispute(first, word({ disputeId: 'du_2', openedAt: LATER }), LATER).after;
    const closed = followDispute(both, word({ status: 'won' }), LATER);
    expect(closed.happened).toEqual(['closed']);
    expect(lastDispute(closed.after)).toMatchObject({ disputeId: 'du_2', status: 'open' });
  });
});
