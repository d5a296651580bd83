import type { Envelope } from '@consult/contracts/envelope';
import { type Connection, type Model, Schema } from 'mongoose';
import type { Transaction } from '../domain/transaction.ts';

/** The use of a promotion code, as unique indexes count it. */
export interface Redemption {
  code: string;
  /** The how-manieth use, where the code has a maximum. */
  ordinal?: number | undefined;
  /** The code is for first purchases: a client has one of those. */
  first?: true | undefined;
}

/** A transaction as it is kept: with what its unique indexes count and the events still to be published. */
export interface TransactionDocument extends Transaction {
  /** Present while a purchase is pending: there is at most one per client and package. */
  open?: true | undefined;
  /** The how-manieth purchase of its package by its client; given up only when the transaction is cancelled. */
  ordinal?: number | undefined;
  /** The use of a promotion code; given back only when the transaction is cancelled. */
  redemption?: Redemption | undefined;
  /** Technical time at which Stripe is to be asked about it; absent when there is nothing left to ask. */
  checkAt?: Date | undefined;
  /** How often it has been asked without an outcome. */
  checks: number;
  /** Technical time until which one process alone brings it to Stripe. */
  placingUntil?: Date | undefined;
  /** Technical time of the last write. */
  changedAt?: Date | undefined;
  outbox: Envelope[];
}

export type Transactions = Model<TransactionDocument>;
export const TRANSACTIONS = 'transactions';

const mixed = Schema.Types.Mixed;
const schema = new Schema<TransactionDocument>(
  {
    _id: String,
    tenantId: { type: String, required: true },
    transactionId: String,
    clientId: String,
    packageId: String,
    kind: String,
    package: mixed,
    stripeAccount: String,
    state: String,
    amount: mixed,
    feeIsEstimate: Boolean,
    currency: String,
    stripe: mixed,
    period: mixed,
    receiptUrl: String,
    invoiceUrl: String,
    invoicePdf: String,
    paidAt: Date,
    lastError: mixed,
    singleSessionPriceMinor: Number,
    refunds: [mixed],
    disputes: [mixed],
    history: [mixed],
    createdAt: Date,
    version: Number,
    open: Boolean,
    ordinal: Number,
    promotion: mixed,
    holdId: String,
    redemption: mixed,
    checkAt: Date,
    checks: Number,
    placingUntil: Date,
    changedAt: Date,
    outbox: [mixed],
  },
  {
    collection: TRANSACTIONS,
    shardKey: { tenantId: 1 },
    autoIndex: false,
    minimize: false,
    versionKey: false,
    timestamps: { createdAt: false, updatedAt: 'changedAt' },
  },
);

schema.index({ tenantId: 1, transactionId: 1 }, { unique: true });
schema.index(
  { tenantId: 1, clientId: 1, packageId: 1 },
  { unique: true, partialFilterExpression: { open: true }, name: 'one_open_per_client_and_package' },
);
schema.index(
  { tenantId: 1, clientId: 1, packageId: 1, ordinal: 1 },
  { unique: true, partialFilterExpression: { ordinal: { $exists: true } } },
);
schema.index(
  { tenantId: 1, 'redemption.code': 1, 'redemption.ordinal': 1 },
  { unique: true, partialFilterExpression: { 'redemption.ordinal': { $exists: true } } },
);
schema.index(
  { tenantId: 1, 'redemption.code': 1, clientId: 1 },
  { unique: true, partialFilterExpression: { 'redemption.code': { $exists: true } } },
);
schema.index(
  { tenantId: 1, clientId: 1 },
  {
    unique: true,
    partialFilterExpression: { 'redemption.first': true },
    name: 'one_first_purchase_code_per_client',
  },
);
// One payment, one transaction; one invoice, one transaction.
schema.index(
  { tenantId: 1, 'stripe.paymentIntentId': 1 },
  { unique: true, partialFilterExpression: { 'stripe.paymentIntentId': { $exists: true } } },
);
schema.index(
  { tenantId: 1, 'stripe.invoiceId': 1 },
  { unique: true, partialFilterExpression: { 'stripe.invoiceId': { $exists: true } } },
);
// One request, one refund: also when it names another payment the second time.
schema.index(
  { tenantId: 1, 'refunds.refundId': 1 },
  { unique: true, partialFilterExpression: { 'refunds.refundId': { $exists: true } } },
);
schema.index({ tenantId: 1, createdAt: -1, _id: -1 });
schema.index({ tenantId: 1, clientId: 1, createdAt: -1, _id: -1 });
schema.index({ tenantId: 1, packageId: 1, createdAt: -1, _id: -1 });
// A webhook names a payment intent and no tenant.
schema.index(
  { 'stripe.paymentIntentId': 1 },
  { partialFilterExpression: { 'stripe.paymentIntentId': { $exists: true } } },
);
// What workers look for, across tenants: few documents at any time.
schema.index({ checkAt: 1 }, { partialFilterExpression: { checkAt: { $exists: true } } });
schema.index({ createdAt: 1 }, { partialFilterExpression: { open: true }, name: 'open_by_age' });
schema.index({ 'outbox.0.id': 1 }, { partialFilterExpression: { 'outbox.0': { $exists: true } } });

/** The collection of transactions on this connection. */
export function transactionsOn(connection: Connection): Transactions {
  return connection.model<TransactionDocument>('Transaction', schema);
}

/** What the domain knows of a document: without markers and outbox. */
export function toTransaction(document: TransactionDocument): Transaction {
  const {
    open: _open,
    ordinal: _ordinal,
    redemption: _redemption,
    checkAt: _checkAt,
    checks: _checks,
    placingUntil: _placingUntil,
    changedAt: _changedAt,
    outbox: _outbox,
    ...rest
  } = document;
  return rest;
}
