import type { PackageSnapshot } from '@consult/contracts/events/catalog';
import type { Caller } from '@consult/runtime/caller';
import { refuse } from '@consult/runtime/errors';
import { faultPoint } from '@consult/runtime/fault';
import { derivedId, newId } from '@consult/runtime/ids';
import { splitAmount } from '../domain/fees.ts';
import { nextOrdinal } from '../domain/ordinal.ts';
import { isOpenTo, isRecurring, type Offer, saleRefusal } from '../domain/package-sale.ts';
import { STALE_AFTER_MS } from '../domain/patience.ts';
import type { Transaction } from '../domain/transaction.ts';
import type { TenantRules } from '../store/tenants.ts';
import { findOpen, findTransaction, insertTransaction, takenOrdinals } from '../store/transactions.ts';
import type { Deps } from './deps.ts';
import { type OpenPayment, place, placingLease, reopen, resume } from './open-payment.ts';
import { soldPackage } from './sold-package.ts';
import { platformFeeOf, singleSessionPriceOf, tenantRules } from './tenant-rules.ts';

/** Rounds of "is one open, else record one" when others do the same at the same moment. */
const OPEN_ATTEMPTS = 10;

export interface Purchase {
  packageId: string;
  offer: Offer;
  /** From the caller's idempotency key; empty: the one open payment per client and package decides. */
  requestId: string;
}

/**
 * Opens the payment of a package, or answers the one that is open for it already: record → Stripe → record.
 * Refusals: not_found, not_on_sale, price_changed (+ currentPrice), no_payment_needed, not_eligible (+ reason), rule_refused
 * (Stripe takes no such payment), idempotency_key_reused (for another package), dependency_unavailable (+ retryAfterSeconds).
 */
export async function createPaymentIntent(deps: Deps, caller: Caller, purchase: Purchase): Promise<OpenPayment> {
  const { tenantId, userId: clientId } = caller;
  const _id = purchase.requestId === '' ? newId() : derivedId('purchase', tenantId, clientId, purchase.requestId);
  const earlier = purchase.requestId === '' ? undefined : await findTransaction(deps.transactions, { tenantId, _id });
  if (earlier !== undefined)
    return earlier.packageId === purchase.packageId ? reopen(deps, earlier) : refuse('idempotency_key_reused');
  const tenant = await tenantRules(deps, caller);
  const sold = await soldPackage(deps, caller, purchase.packageId);
  await refuseSale(deps, caller, sold, purchase.offer);
  for (let attempt = 1; attempt <= OPEN_ATTEMPTS; attempt += 1) {
    const open = await findOpen(deps.transactions, { tenantId, clientId, packageId: sold.packageId });
    if (open === undefined) {
      const recorded = await record(deps, { _id, tenant, clientId, sold });
      if (recorded === 'duplicate') continue;
      faultPoint('billing.after-record');
      return place(deps, recorded);
    }
    const resumed = await resume(deps, open, sold);
    if (resumed !== 'closed') return resumed;
  }
  return refuse('conflict', { packageId: sold.packageId });
}

async function refuseSale(deps: Deps, caller: Caller, sold: PackageSnapshot, offer: Offer): Promise<void> {
  const refusal = saleRefusal(sold, offer, deps.clock.now());
  if (refusal !== undefined) {
    const { refused, ...details } = refusal;
    refuse(refused, details);
  }
  if (sold.eligibility.clientTypes.length === 0) return;
  const { clientType } = await deps.credits.getStanding(caller, { clientId: caller.userId });
  if (!isOpenTo(sold, clientType)) refuse('not_eligible', { reason: 'client_type', clientType });
}

/** Refusals: not_eligible (+ maximum). */
async function record(
  deps: Deps,
  order: { _id: string; tenant: TenantRules; clientId: string; sold: PackageSnapshot },
): Promise<Transaction | 'duplicate'> {
  const { tenant, clientId, sold } = order;
  const { tenantId } = tenant;
  const maximum = sold.eligibility.maximumPurchasePerClient;
  const key = { tenantId, clientId, packageId: sold.packageId };
  const ordinal = nextOrdinal(await takenOrdinals(deps.transactions, key, maximum), maximum);
  if (typeof ordinal !== 'number') {
    // What took the last one may have been opened since we looked: then it is the answer, not one too many.
    if ((await findOpen(deps.transactions, key)) !== undefined) return 'duplicate';
    return refuse('not_eligible', { reason: ordinal.refused, maximum });
  }
  const transaction = {
    ...newPurchase(order, deps.clock.now()),
    transactionId: await deps.nextTransactionId(tenantId),
  };
  const wallNow = deps.clock.wallNow();
  const marks = { ordinal, checkAt: new Date(wallNow.getTime() + STALE_AFTER_MS), placingUntil: placingLease(wallNow) };
  const inserted = await insertTransaction(deps.transactions, transaction, marks);
  return inserted === 'inserted' ? transaction : inserted;
}

function newPurchase(
  order: { _id: string; tenant: TenantRules; clientId: string; sold: PackageSnapshot },
  now: Date,
): Transaction {
  const { _id, tenant, clientId, sold } = order;
  return {
    _id,
    tenantId: tenant.tenantId,
    transactionId: '',
    clientId,
    packageId: sold.packageId,
    kind: isRecurring(sold) ? 'first_period' : 'one_time',
    package: sold,
    stripeAccount: tenant.stripeAccount,
    state: 'pending',
    amount: splitAmount(sold.pricing.amount, platformFeeOf(tenant)),
    feeIsEstimate: true,
    currency: sold.pricing.currency.toUpperCase(),
    stripe: {},
    ...singleSessionPriceOf(tenant),
    refunds: [],
    disputes: [],
    history: [{ at: now, from: '', to: 'pending', actor: 'client', reason: '' }],
    createdAt: now,
    version: 1,
  };
}
