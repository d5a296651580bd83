import type { PackageSnapshot } from '@consult/contracts/events/catalog';
import type { Dispute } from './dispute.ts';
import type { Refund } from './refund.ts';

/** Where a payment stands. A declined one is still pending: it may be tried again. */
export type State = 'pending' | 'succeeded' | 'cancelled' | 'partially_refunded' | 'refunded';

/**
 * Every move there is. Stripe's word that the money arrived wins always, so that even a cancelled transaction
 * can still succeed; what is paid is never unpaid. Refunds carry it on, and back where the bank sends one back days later.
 */
export const TRANSITIONS: Readonly<Record<State, readonly State[]>> = {
  pending: ['succeeded', 'cancelled'],
  cancelled: ['succeeded'],
  succeeded: ['partially_refunded', 'refunded'],
  partially_refunded: ['refunded', 'succeeded'],
  refunded: ['partially_refunded', 'succeeded'],
};

/** Whether a transaction may go from one state to the other. */
export function mayBecome(from: State, to: State): boolean {
  return TRANSITIONS[from].includes(to);
}

/** Whether the money has arrived, whatever has gone back since. */
export function isPaid({ state }: { state: State }): boolean {
  return state === 'succeeded' || state === 'partially_refunded' || state === 'refunded';
}

/** How a payment came about: bought once, the first period of a subscription, or one of its later invoices. */
type TransactionKind = 'one_time' | 'first_period' | 'renewal';

/** Minor units; platformFee + processingFee + net = gross. `net` can be negative where fees exceed a tiny price. */
export interface Amount {
  gross: number;
  platformFee: number;
  processingFee: number;
  net: number;
}

/** The time a recurring payment paid for, half-open. */
export interface PaidPeriod {
  subscriptionId: string;
  periodStart: Date;
  periodEnd: Date;
  reason: 'create' | 'cycle' | 'update';
}

/** Why Stripe declined; `attempt` tells one decline from the next. */
export interface PaymentFault {
  code: string;
  declineCode?: string | undefined;
  message: string;
  attempt: string;
  /** Where Stripe tried by itself. */
  renewal?: RenewalFault | undefined;
}

/** What follows a renewal that was declined: another attempt, or the end of the subscription. */
export interface RenewalFault {
  nextAttemptAt?: Date | undefined;
  givenUp: boolean;
}

interface HistoryEntry {
  at: Date;
  from: State | '';
  to: State;
  /** client, stripe, system, or the id of the one in finance who did it. */
  actor: string;
  reason: string;
}

/** What Stripe calls the parts of this payment. */
export interface StripeIds {
  customerId?: string | undefined;
  /** The saved card it was opened with. */
  paymentMethodId?: string | undefined;
  paymentIntentId?: string | undefined;
  invoiceId?: string | undefined;
  subscriptionId?: string | undefined;
  chargeId?: string | undefined;
}

/** What a promotion code took off the catalog's price. Minor units. */
interface AppliedPromotion {
  code: string;
  discountMinor: number;
}

export interface Transaction {
  _id: string;
  tenantId: string;
  /** Public: `TXN-…`. */
  transactionId: string;
  clientId: string;
  packageId: string;
  kind: TransactionKind;
  /** The package as bought: later edits never touch it. */
  package: PackageSnapshot;
  /** The Stripe account that takes the money; empty: the platform's own. */
  stripeAccount: string;
  state: State;
  amount: Amount;
  /** True until Stripe's balance transaction has told the real processing fee. */
  feeIsEstimate: boolean;
  /** ISO 4217, upper case. */
  currency: string;
  promotion?: AppliedPromotion | undefined;
  /** The slot that is kept while this is paid; goes with the credits. */
  holdId?: string | undefined;
  stripe: StripeIds;
  period?: PaidPeriod | undefined;
  receiptUrl?: string | undefined;
  /** Stripe's page and document of the invoice, where there is one. */
  invoiceUrl?: string | undefined;
  invoicePdf?: string | undefined;
  /** Stripe's charge time: the purchase instant. */
  paidAt?: Date | undefined;
  lastError?: PaymentFault | undefined;
  /** The tenant's price of one session as it was at the purchase, minor units; absent: it had none. */
  singleSessionPriceMinor?: number | undefined;
  /** Money that went back, or is to: oldest first. */
  refunds: Refund[];
  /** What the client's bank has asked back: oldest first. */
  disputes: Dispute[];
  history: HistoryEntry[];
  /** Business time. */
  createdAt: Date;
  version: number;
}

/** A move to another state, told in the history. */
export function moved(
  transaction: Transaction,
  to: State,
  told: { at: Date; actor: string; reason: string },
): Transaction {
  const entry = { at: told.at, from: transaction.state, to, actor: told.actor, reason: told.reason };
  return { ...transaction, state: to, history: [...transaction.history, entry], version: transaction.version + 1 };
}
