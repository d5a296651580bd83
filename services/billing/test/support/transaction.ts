import type { Receipt } from '../../src/domain/settle.ts';
import type { Transaction } from '../../src/domain/transaction.ts';
import { bundle } from './packages.ts';

export const NOW = new Date('2025-01-01T09:00:00Z');

/** A purchase as it is when it has just been opened. */
export function pending(changes: Partial<Transaction> = {}): Transaction {
  return {
    _id: 't-1',
    tenantId: '100001',
    transactionId: 'TXN-100001-0001',
    clientId: 'sarah',
    packageId: 'PKG-100001-0001',
    kind: 'one_time',
    package: bundle(),
    stripeAccount: '',
    state: 'pending',
    amount: { gross: 29_700, platformFee: 0, processingFee: 891, net: 28_809 },
    feeIsEstimate: true,
    currency: 'USD',
    stripe: { paymentIntentId: 'pi_1' },
    refunds: [],
    disputes: [],
    history: [{ at: NOW, from: '', to: 'pending', actor: 'client', reason: '' }],
    createdAt: NOW,
    version: 1,
    ...changes,
  };
}

export const receipt = (changes: Partial<Receipt> = {}): Receipt => ({
  grossMinor: 29_700,
  currency: 'usd',
  chargeId: 'ch_1',
  receiptUrl: 'https://receipts.example/ch_1',
  paidAt: new Date('2025-01-01T08:59:30Z'),
  ...changes,
});
