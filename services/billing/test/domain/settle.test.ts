import { describe, expect, test } from '@jest/globals';
import { settle, type Settled, type StripeWord } from '../../src/domain/settle.ts';
import { mayBecome, type State, TRANSITIONS } from '../../src/domain/transaction.ts';
import { NOW, pending, receipt } from '../support/transaction.ts';

const LATER = new Date('2025-01-01T09:05:00Z');
const rule = { basisPoints: 500, fixedMinor: 10 };
const hear = (transaction: ReturnType<typeof pending>, word: StripeWord): Settled =>
  settle(transaction, word, { rule, now: LATER });
function decided(settled: Settled) {
  if ('refused' in settled) throw new Error(settled.refused);
  return settled;
}
const paid: StripeWord = { kind: 'succeeded', receipt: receipt() };
const declined = (attempt: string): StripeWord => ({
  kind: 'declined',
  fault: { code: 'card_declined', declineCode: 'insufficient_funds', message: 'No.', attempt },
});
const STATES = Object.keys(TRANSITIONS) as State[];

describe('the states of a transaction', () => {
  const allowed = [
    'pending → succeeded',
    'pending → cancelled',
    'cancelled → succeeded',
    'succeeded → partially_refunded',
    'succeeded → refunded',
    'partially_refunded → refunded',
    // A refund that the bank sent back.
    'partially_refunded → succeeded',
    'refunded → partially_refunded',
    'refunded → succeeded',
  ];
  const moves = STATES.flatMap((from) => STATES.map((to) => ({ from, to, name: `${from} → ${to}` })));
  test.each(moves)('$name is allowed only if the table says so', ({ from, to, name }) => {
    expect(mayBecome(from, to)).toBe(allowed.includes(name));
  });
});

describe('what Stripe says', () => {
  const told: [State, StripeWord['kind'], State, string][] = [
    ['pending', 'open', 'pending', 'nothing'],
    ['pending', 'declined', 'pending', 'declined'],
    ['pending', 'canceled', 'cancelled', 'cancelled'],
    ['pending', 'succeeded', 'succeeded', 'succeeded'],
    ['cancelled', 'open', 'cancelled', 'nothing'],
    ['cancelled', 'declined', 'cancelled', 'nothing'],
    ['cancelled', 'canceled', 'cancelled', 'nothing'],
    ['cancelled', 'succeeded', 'succeeded', 'succeeded'],
    ['succeeded', 'open', 'succeeded', 'nothing'],
    ['succeeded', 'declined', 'succeeded', 'nothing'],
    ['succeeded', 'canceled', 'succeeded', 'nothing'],
    ['succeeded', 'succeeded', 'succeeded', 'nothing'],
    ['partially_refunded', 'canceled', 'partially_refunded', 'nothing'],
    ['partially_refunded', 'declined', 'partially_refunded', 'nothing'],
    ['partially_refunded', 'succeeded', 'partially_refunded', 'nothing'],
    ['refunded', 'canceled', 'refunded', 'nothing'],
    ['refunded', 'declined', 'refunded', 'nothing'],
    ['refunded', 'succeeded', 'refunded', 'nothing'],
  ];
  const words: Record<StripeWord['kind'], StripeWord> = {
    open: { kind: 'open' },
    declined: declined('ch_1'),
    canceled: { kind: 'canceled' },
    succeeded: paid,
  };
  test.each(told)('a %s one that hears "%s" is %s: %s', (state, kind, becomes, happened) => {
    const before = pending({ state });
    const { after, happened: did } = decided(hear(before, words[kind]));
    expect([after.state, did]).toEqual([becomes, happened]);
    expect(after.version).toBe(before.version + (happened === 'nothing' ? 0 : 1));
    if (happened === 'nothing') expect(after).toBe(before);
  });

  test('is written down once: charge, receipt, time of the charge, fees, history', () => {
    const { after } = decided(hear(pending(), paid));
    expect(after).toMatchObject({
      paidAt: new Date('2025-01-01T08:59:30Z'),
      receiptUrl: 'https://receipts.example/ch_1',
      stripe: { paymentIntentId: 'pi_1', chargeId: 'ch_1' },
      amount: { gross: 29_700, platformFee: 1_495, processingFee: 891, net: 27_314 },
      feeIsEstimate: true,
    });
    expect(after.history.at(-1)).toEqual({ at: LATER, from: 'pending', to: 'succeeded', actor: 'stripe', reason: '' });
    expect(after.createdAt).toBe(NOW);
  });

  test('about the fee replaces the estimate, once', () => {
    const { after: estimated } = decided(hear(pending(), paid));
    const known: StripeWord = { kind: 'succeeded', receipt: receipt({ processingFeeMinor: 1_000 }) };
    const { after, happened } = decided(hear(estimated, known));
    expect(happened).toBe('fee_known');
    expect(after).toMatchObject({ feeIsEstimate: false, amount: { processingFee: 1_000, net: 27_205 } });
    expect(decided(hear(after, { kind: 'succeeded', receipt: receipt({ processingFeeMinor: 5 }) })).happened).toBe(
      'nothing',
    );
  });

  test('of one decline is told once, of the next one again', () => {
    const first = decided(hear(pending(), declined('ch_1')));
    expect(first.after.lastError).toMatchObject({ code: 'card_declined', attempt: 'ch_1' });
    expect(decided(hear(first.after, declined('ch_1'))).happened).toBe('nothing');
    expect(decided(hear(first.after, declined('ch_2'))).happened).toBe('declined');
  });

  test('of another sum or currency is refused; a later invoice is what Stripe made it', () => {
    const less: StripeWord = { kind: 'succeeded', receipt: receipt({ grossMinor: 29_699 }) };
    expect(hear(pending(), less)).toEqual({ refused: 'amount_mismatch' });
    expect(hear(pending(), { kind: 'succeeded', receipt: receipt({ currency: 'eur' }) })).toEqual({
      refused: 'amount_mismatch',
    });
    expect(decided(hear(pending({ kind: 'renewal' }), less)).after.amount.gross).toBe(29_699);
  });
});

test('the receipt and the invoice of a payment are linked from it', () => {
  const links = { invoiceUrl: 'https://invoices.example/in_1', invoicePdf: 'https://invoices.example/in_1.pdf' };
  const settled = settle(
    pending({ kind: 'first_period' }),
    { kind: 'succeeded', receipt: receipt(links) },
    { rule: { basisPoints: 0, fixedMinor: 0 }, now: NOW },
  );
  expect(settled).toMatchObject({ after: { ...links, receiptUrl: 'https://receipts.example/ch_1' } });
});
