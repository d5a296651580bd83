import { splitAmount } from '../domain/fees.ts';
import { isRecurring } from '../domain/package-sale.ts';
import type { Transaction } from '../domain/transaction.ts';
import type { PurchaseTerms } from './purchase-terms.ts';
import { platformFeeOf, singleSessionPriceOf } from './tenant-rules.ts';

/** The record of a purchase at these terms, before anything is paid. */
export function newPurchase(
  { tenant, clientId, sold, code, price }: PurchaseTerms,
  made: { _id: string; transactionId: string; holdId?: string | undefined; now: Date },
): Transaction {
  const { _id, transactionId, holdId, now } = made;
  return {
    _id,
    transactionId,
    tenantId: tenant.tenantId,
    clientId,
    packageId: sold.packageId,
    kind: isRecurring(sold) ? 'first_period' : 'one_time',
    package: sold,
    stripeAccount: tenant.stripeAccount,
    state: 'pending',
    amount: splitAmount(price.total, platformFeeOf(tenant, sold)),
    feeIsEstimate: true,
    currency: price.currency,
    ...(code === undefined ? {} : { promotion: { code: code.code, discountMinor: price.discount } }),
    ...singleSessionPriceOf(tenant),
    ...(holdId === undefined ? {} : { holdId }),
    stripe: {},
    refunds: [],
    disputes: [],
    history: [{ at: now, from: '', to: 'pending', actor: 'client', reason: '' }],
    createdAt: now,
    version: 1,
  };
}
