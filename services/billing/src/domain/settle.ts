import { type PlatformFeeRule, splitAmount } from './fees.ts';
import { isPaid, mayBecome, moved, type PaidPeriod, type PaymentFault, type Transaction } from './transaction.ts';

/** What Stripe says about a payment, as it is now. */
export type StripeWord =
  | { kind: 'open' }
  | { kind: 'declined'; fault: PaymentFault }
  | { kind: 'canceled' }
  | { kind: 'succeeded'; receipt: Receipt };

/** A payment that arrived. Money in minor units. */
export interface Receipt {
  grossMinor: number;
  currency: string;
  chargeId?: string | undefined;
  receiptUrl?: string | undefined;
  /** Of the invoice, where the payment is of one. */
  invoiceUrl?: string | undefined;
  invoicePdf?: string | undefined;
  paidAt: Date;
  /** Stripe's real fee; undefined while its balance transaction is not there. */
  processingFeeMinor?: number | undefined;
  period?: PaidPeriod | undefined;
}

export type Happened = 'succeeded' | 'declined' | 'cancelled' | 'fee_known' | 'nothing';
export type Settled = { after: Transaction; happened: Happened } | { refused: 'amount_mismatch' };

/**
 * Carries Stripe's word over to our record: the same word again changes nothing. A sum or currency that is not the one the
 * purchase was opened for is refused, so that nothing is granted for it.
 */
export function settle(
  transaction: Transaction,
  word: StripeWord,
  context: { rule: PlatformFeeRule; now: Date },
): Settled {
  switch (word.kind) {
    case 'open':
      return { after: transaction, happened: 'nothing' };
    case 'declined':
      return decline(transaction, word.fault);
    case 'canceled':
      return cancel(transaction, context.now);
    case 'succeeded':
      return isPaid(transaction)
        ? learnFee(transaction, word.receipt, context.rule)
        : succeed(transaction, word.receipt, context);
  }
}

function decline(transaction: Transaction, fault: PaymentFault): Settled {
  if (transaction.state !== 'pending' || transaction.lastError?.attempt === fault.attempt)
    return { after: transaction, happened: 'nothing' };
  return { after: { ...transaction, lastError: fault, version: transaction.version + 1 }, happened: 'declined' };
}

function cancel(transaction: Transaction, now: Date): Settled {
  if (!mayBecome(transaction.state, 'cancelled')) return { after: transaction, happened: 'nothing' };
  return { after: moved(transaction, 'cancelled', byStripe(now)), happened: 'cancelled' };
}

function succeed(
  transaction: Transaction,
  receipt: Receipt,
  { rule, now }: { rule: PlatformFeeRule; now: Date },
): Settled {
  const { grossMinor, processingFeeMinor, currency } = receipt;
  // A later invoice is what Stripe made it (credit, proration); what the client confirmed must be what was asked for.
  const isAsked = transaction.kind === 'renewal' || grossMinor === transaction.amount.gross;
  if (!isAsked || currency.toUpperCase() !== transaction.currency) return { refused: 'amount_mismatch' };
  const { chargeId, receiptUrl, invoiceUrl, invoicePdf, period } = receipt;
  const after: Transaction = {
    ...moved(transaction, 'succeeded', byStripe(now)),
    amount: splitAmount(grossMinor, rule, processingFeeMinor),
    feeIsEstimate: processingFeeMinor === undefined,
    stripe: { ...transaction.stripe, ...(chargeId === undefined ? {} : { chargeId }) },
    paidAt: receipt.paidAt,
    ...(receiptUrl === undefined ? {} : { receiptUrl }),
    ...(invoiceUrl === undefined ? {} : { invoiceUrl }),
    ...(invoicePdf === undefined ? {} : { invoicePdf }),
    ...(period === undefined ? {} : { period }),
  };
  return { after, happened: 'succeeded' };
}

function learnFee(transaction: Transaction, { processingFeeMinor }: Receipt, rule: PlatformFeeRule): Settled {
  if (!transaction.feeIsEstimate || processingFeeMinor === undefined)
    return { after: transaction, happened: 'nothing' };
  const amount = splitAmount(transaction.amount.gross, rule, processingFeeMinor);
  return {
    after: { ...transaction, amount, feeIsEstimate: false, version: transaction.version + 1 },
    happened: 'fee_known',
  };
}

function byStripe(at: Date) {
  return { at, actor: 'stripe', reason: '' };
}
