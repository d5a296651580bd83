import type { Subscription } from '../objects.ts';
import type { Work } from '../work.ts';

/** The names of what a subscription sells, for the lines of its invoices. */
export async function productNamesOf(work: Work, subscription: Subscription): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const { price } of subscription.items.data) {
    const product = await work.find('product', price.product);
    if (product !== undefined) names.set(product.id, product.name);
  }
  return names;
}
