import type { PackageSnapshot } from '@consult/contracts/events/catalog';
import { type Caller, systemCaller } from '@consult/runtime/caller';
import { isAppError, refuse } from '@consult/runtime/errors';
import type { Quoted } from '@consult/runtime/quote';
import type Stripe from 'stripe';
import { isOpenTo, saleRefusal } from '../domain/package-sale.ts';
import { changeRefusal, type PlannedChange, type PlanRule, planRule } from '../domain/plan-change.ts';
import { moveRefusal } from '../domain/subscription-moves.ts';
import type { Subscription } from '../domain/subscription.ts';
import { findPeriodPayment } from '../store/transaction-queries.ts';
import { on } from '../stripe/stripe-api.ts';
import { itemOf, upgradeOf } from './change-at-stripe.ts';
import type { Deps } from './deps.ts';
import { linkPackage } from './link-package.ts';
import { ownSubscription } from './own-subscription.ts';
import { nextPlace } from './purchase-places.ts';
import { soldPackage } from './sold-package.ts';

/** What a change of package would come to. Money in minor units. */
export interface ChangeOutcome {
  rule: PlanRule;
  packageVersion: number;
  effectiveAt: string;
  /** What is charged at once; below zero: credited to the next invoices. */
  amountDue: number;
  currency: string;
  creditsLost: number;
  creditsGained: number;
}

export interface ChangeRequest {
  subscriptionId: string;
  packageId: string;
}

/** A pure read. Refusals: forbidden, not_found, invalid_transition, rule_refused (+ reason), not_on_sale, not_eligible, dependency_unavailable. */
export async function quotePlanChange(
  deps: Deps,
  caller: Caller,
  { subscriptionId, packageId }: ChangeRequest,
): Promise<{ outcome: ChangeOutcome; quoteId: string; validUntil: string }> {
  const subscription = await ownSubscription(deps, caller, subscriptionId);
  const refusal = moveRefusal(subscription, 'change');
  if (refusal !== undefined) return refuse('invalid_transition', { ...refusal });
  const asOf = Math.floor(deps.clock.now().getTime() / 1_000);
  const { outcome } = await workOut(deps, caller, { subscription, packageId, asOf });
  const { quoteId, validUntil } = deps.quoter.sign(quotedChange(subscription, packageId, outcome));
  return { outcome, quoteId: `${asOf}-${quoteId}`, validUntil };
}

/** The change that was quoted, as it is to be made. Refusals: quote_changed, and those of the quote. */
export async function plannedChange(
  deps: Deps,
  caller: Caller,
  wanted: { subscription: Subscription; packageId: string; quoteId: string },
): Promise<PlannedChange> {
  const { subscription, packageId } = wanted;
  // Stripe reckons by the second: what was quoted is worked out as of the same one, which the token vouches for.
  const [, asOf = '0', quoteId = ''] = /^(\d{10})-(.+)$/.exec(wanted.quoteId) ?? [];
  if (quoteId === '') return refuse('quote_changed', { reason: 'outcome' });
  const { outcome, change } = await workOut(deps, caller, { subscription, packageId, asOf: Number(asOf) });
  deps.quoter.check(quoteId, quotedChange(subscription, packageId, outcome));
  return change;
}

function quotedChange(subscription: Subscription, packageId: string, outcome: ChangeOutcome): Quoted {
  const { tenantId, _id } = subscription;
  return { kind: 'plan_change', tenantId, subject: `${_id}:${packageId}`, outcome };
}

interface WorkedOut {
  outcome: ChangeOutcome;
  change: PlannedChange;
}

async function workOut(
  deps: Deps,
  caller: Caller,
  wanted: { subscription: Subscription; packageId: string; asOf: number },
): Promise<WorkedOut> {
  const { subscription, packageId, asOf } = wanted;
  const { tenantId, stripeAccount, _id } = subscription;
  const sold = await soldPackage(deps, caller, packageId);
  const refusal = changeRefusal(subscription, sold);
  if (refusal !== undefined) return refuse(refusal.refused, { reason: refusal.reason });
  const rule = planRule(subscription.package, sold);
  if (rule !== 'stay') await refuseSale(deps, caller, subscription, sold);
  const remote = await deps.stripe.call((sdk) => sdk.subscriptions.retrieve(_id, {}, on(stripeAccount)));
  const { priceId } = rule === 'stay' ? { priceId: '' } : await linkPackage(deps, { tenantId, stripeAccount }, sold);
  const common = { rule, packageVersion: sold.version, currency: sold.pricing.currency.toUpperCase() };
  const nothing = { amountDue: 0, creditsLost: 0, creditsGained: 0 };
  switch (rule) {
    case 'stay': {
      const change: PlannedChange = { package: subscription.package, takesEffect: 'stay', priceId };
      return { change, outcome: { ...common, ...nothing, effectiveAt: instant(asOf) } };
    }
    case 'downgrade': {
      const effectiveAt = instant(itemOf(remote).current_period_end);
      const change: PlannedChange = { package: sold, takesEffect: 'period_end', priceId };
      return { change, outcome: { ...common, ...nothing, creditsGained: sold.credits.total, effectiveAt } };
    }
    case 'upgrade': {
      const prorationDate = isPaidFor(subscription, remote) ? asOf : undefined;
      const change: PlannedChange = { package: sold, takesEffect: 'now', priceId, prorationDate };
      const [amountDue, creditsLost] = await Promise.all([
        dueNow(deps, subscription, remote, change),
        unusedCredits(deps, caller, subscription),
      ]);
      const credits = { creditsLost, creditsGained: sold.credits.total };
      return { change, outcome: { ...common, ...credits, amountDue, effectiveAt: instant(asOf) } };
    }
  }
}

/** Refusals: not_on_sale, no_payment_needed, not_eligible (+ reason). */
async function refuseSale(
  deps: Deps,
  caller: Caller,
  { clientId }: Subscription,
  sold: PackageSnapshot,
): Promise<void> {
  const { amount: amountMinor, currency } = sold.pricing;
  const refusal = saleRefusal(sold, { amountMinor, currency }, deps.clock.now());
  if (refusal !== undefined) refuse(refusal.refused);
  const place = await nextPlace(deps, { tenantId: caller.tenantId, clientId, sold });
  if (typeof place !== 'number') {
    const maximum = sold.eligibility.maximumPurchasePerClient;
    refuse('not_eligible', { reason: place.refused, maximum });
  }
  if (sold.eligibility.clientTypes.length === 0) return;
  const { clientType } = await deps.credits.getStanding(systemOf(caller), { clientId });
  if (!isOpenTo(sold, clientType)) refuse('not_eligible', { reason: 'client_type', clientType });
}

/** Stripe credits unused time of the running period whether or not it was paid: what a pause has left out was not. */
function isPaidFor({ periodEnd }: Subscription, remote: Stripe.Subscription): boolean {
  return periodEnd !== undefined && periodEnd.getTime() >= itemOf(remote).current_period_end * 1_000;
}

/** As Stripe reckons it: what is charged at once, or, below zero, what is credited. */
async function dueNow(
  deps: Deps,
  { _id, stripeAccount }: Subscription,
  remote: Stripe.Subscription,
  change: PlannedChange,
): Promise<number> {
  const params = { subscription: _id, subscription_details: upgradeOf(remote, change) };
  const { total, amount_due: due } = await deps.stripe.call((sdk) =>
    sdk.invoices.createPreview(params, on(stripeAccount)),
  );
  return total < 0 ? total : due;
}

/** What is left of the running period's lot, which the change takes. Refusals: conflict, while it is still to be granted. */
async function unusedCredits(deps: Deps, caller: Caller, subscription: Subscription): Promise<number> {
  const payment = await findPeriodPayment(deps.transactions, subscription);
  if (payment === undefined) return 0;
  const { clientId, transactionId } = payment;
  try {
    const lot = await deps.credits.getLot(systemOf(caller), { clientId, transactionId });
    return lot.remaining;
  } catch (error) {
    if (isAppError(error, 'not_found')) return refuse('conflict', { reason: 'credits_not_granted_yet', transactionId });
    throw error;
  }
}

const systemOf = ({ tenantId, requestId }: Caller): Caller => systemCaller(tenantId, 'billing', requestId);
const instant = (seconds: number): string => new Date(seconds * 1_000).toISOString();
