import type { Coupon, Discount, Invoice, InvoiceLine, Subscription } from '../objects.ts';
import type { Work } from '../work.ts';
import { netOf } from './credit.ts';

/** A discount with what it takes off. */
export interface Applied {
  discount: Discount;
  coupon: Coupon;
}

/** The discounts that a subscription has at an instant. A coupon may be deleted meanwhile: what was redeemed stays. */
export async function discountsOf(work: Work, subscription: Subscription, at = work.now): Promise<Applied[]> {
  const applied: Applied[] = [];
  for (const id of subscription.discounts) {
    const discount = await work.any(id);
    if (discount?.object !== 'discount' || (discount.end !== null && discount.end <= at)) continue;
    const coupon = await work.any(discount.source.coupon ?? '');
    if (coupon?.object === 'coupon') applied.push({ discount, coupon });
  }
  return applied;
}

/** Lines with what discounts take off them, one discount after the other. Prorations have had theirs already. */
export function discountLines(lines: readonly InvoiceLine[], discounts: readonly Applied[]): InvoiceLine[] {
  return discounts.reduce<InvoiceLine[]>(
    (all, { discount, coupon }) => {
      const parts = takenOff(
        all.map((line) => (line.discountable ? netOf(line) : 0)),
        coupon,
      );
      return all.map((line, index) => withDiscount(line, discount.id, parts[index] ?? 0));
    },
    [...lines],
  );
}

/** What is left of an amount after discounts that last: for the rest of a period. */
export const lessDiscounts = (amount: number, discounts: readonly Applied[]): number =>
  discounts.reduce((left, { coupon }) => left - (takenOff([left], coupon)[0] ?? 0), amount);

/** The sums over an invoice's lines. */
export function discountTotals(
  lines: readonly InvoiceLine[],
): Pick<Invoice, 'discounts' | 'total_discount_amounts' | 'total_pretax_credit_amounts'> {
  const sums = new Map<string, number>();
  for (const each of lines.flatMap(({ discount_amounts: amounts }) => amounts ?? []))
    sums.set(each.discount, (sums.get(each.discount) ?? 0) + each.amount);
  const totals = [...sums].map(([discount, amount]) => ({ amount, discount }));
  return {
    discounts: [...sums.keys()],
    total_discount_amounts: totals,
    total_pretax_credit_amounts: totals.map((each) => ({ ...each, type: 'discount' as const })),
  };
}

/** What was to be had once is used up with the invoice that it lowered. */
export function dropUsed(
  work: Work,
  subscription: Subscription,
  invoice: Invoice,
  discounts: readonly Applied[],
): void {
  for (const { discount, coupon } of discounts) {
    if (coupon.duration !== 'once' || !invoice.discounts.includes(discount.id)) continue;
    subscription.discounts = subscription.discounts.filter((id) => id !== discount.id);
    work.emit('customer.discount.deleted', discount);
  }
}

/** A share of each amount, or a fixed sum spread over them; never more than there is, to the minor unit. */
function takenOff(amounts: readonly number[], { percent_off: percent, amount_off: fixed }: Coupon): number[] {
  if (percent !== null) return amounts.map((amount) => Math.round((amount * percent) / 100));
  const whole = amounts.reduce((sum, amount) => sum + amount, 0);
  let left = Math.min(fixed ?? 0, whole);
  let rest = whole;
  return amounts.map((amount) => {
    const part = rest === 0 ? 0 : Math.round((left * amount) / rest);
    left -= part;
    rest -= amount;
    return part;
  });
}

function withDiscount(line: InvoiceLine, discount: string, amount: number): InvoiceLine {
  if (amount === 0) return line;
  return {
    ...line,
    discount_amounts: [...(line.discount_amounts ?? []), { amount, discount }],
    discounts: [...line.discounts, discount],
    pretax_credit_amounts: [...(line.pretax_credit_amounts ?? []), { amount, discount, type: 'discount' }],
  };
}
