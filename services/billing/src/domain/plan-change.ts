import type { PackageSnapshot } from '@consult/contracts/events/catalog';
import { isRecurring } from './package-sale.ts';
import type { Subscription } from './subscription.ts';

/** A change of package, worked out: what Stripe is told, the same however often. */
export interface PlannedChange {
  package: PackageSnapshot;
  /** `stay` takes back a change that is still to come. */
  takesEffect: 'now' | 'period_end' | 'stay';
  priceId: string;
  /** Unix seconds as of which unused time is credited; absent: none is. */
  prorationDate?: number | undefined;
}

export type ChangeRefusal = { refused: 'rule_refused'; reason: string };
export type PlanRule = 'upgrade' | 'downgrade' | 'stay';

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

/** Why a subscription cannot be changed to this package, whatever it costs; undefined when it can. */
export function changeRefusal(subscription: Subscription, wanted: PackageSnapshot): ChangeRefusal | undefined {
  const { packageId, next, plans, package: current } = subscription;
  const coming = plans.find(({ changeId }) => changeId === next?.changeId)?.package.packageId;
  if (wanted.packageId === (coming ?? packageId)) return { refused: 'rule_refused', reason: 'same_package' };
  if (!isRecurring(wanted)) return { refused: 'rule_refused', reason: 'not_recurring' };
  if (wanted.pricing.currency.toUpperCase() !== current.pricing.currency.toUpperCase())
    return { refused: 'rule_refused', reason: 'other_currency' };
  return undefined;
}

/** Dearer by the month is an upgrade, at once; anything else waits for the period's end and costs nothing now. */
export function planRule(current: PackageSnapshot, wanted: PackageSnapshot): PlanRule {
  if (wanted.packageId === current.packageId) return 'stay';
  // amount ÷ months, compared without dividing.
  const dearer = wanted.pricing.amount * monthsOf(current) > current.pricing.amount * monthsOf(wanted);
  return dearer ? 'upgrade' : 'downgrade';
}

function monthsOf({ subscription }: PackageSnapshot): number {
  return MONTHS[subscription?.interval ?? 'month'];
}
