import type { StripeIds, Transaction } from '../domain/transaction.ts';
import { findDefaultMethod, keepDefaultMethod } from '../store/customers.ts';
import { isStripeRefusal } from '../stripe/stripe-api.ts';
import type { Deps } from './deps.ts';

/** The client's default saved card, frozen in a purchase, so that whoever repeats its opening asks for the same. */
export async function savedCard(
  deps: Pick<Deps, 'customers'>,
  { tenantId, clientId, stripeAccount }: Pick<Transaction, 'tenantId' | 'clientId' | 'stripeAccount'>,
): Promise<StripeIds> {
  const paymentMethodId = await findDefaultMethod(deps.customers, { tenantId, clientId, stripeAccount });
  return paymentMethodId === undefined ? {} : { paymentMethodId };
}

/** Opens a payment with the saved card; without one where Stripe no longer takes it, which is remembered. */
export async function withSavedCard<T>(
  deps: Pick<Deps, 'customers'>,
  transaction: Transaction,
  open: (card: { payment_method?: string }, key: string) => Promise<T>,
): Promise<T> {
  const { paymentMethodId } = transaction.stripe;
  const key = `intent:${transaction._id}`;
  if (paymentMethodId === undefined) return open({}, key);
  try {
    return await open({ payment_method: paymentMethodId }, key);
  } catch (error) {
    if (!isStripeRefusal(error)) throw error;
    // Stripe's words for a card that was taken off differ; was it something else, then this is refused as well.
    const opened = await open({}, `${key}:without-card`);
    const { tenantId, clientId, stripeAccount } = transaction;
    await keepDefaultMethod(deps.customers, { tenantId, clientId, stripeAccount }, undefined);
    return opened;
  }
}
