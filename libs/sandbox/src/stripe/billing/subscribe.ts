import { invalid, StripeError } from '../errors.ts';
import type { Customer, Invoice, PaymentIntent, Subscription } from '../objects.ts';
import type { Work } from '../work.ts';
import { collectInvoice, methodIdOf } from './collect.ts';
import { discountsOf, dropUsed } from './discounts.ts';
import { finalizeInvoice } from './finalize.ts';
import { createInvoice } from './invoice.ts';
import { periodLines } from './lines.ts';
import { productNamesOf } from './product-names.ts';
import { activate } from './settlement.ts';

export type PaymentBehavior = 'allow_incomplete' | 'default_incomplete' | 'error_if_incomplete';

/** Makes a subscription's first invoice, and pays it at once unless the buyer is to confirm it. */
export async function beginSubscription(
  work: Work,
  {
    subscription,
    customer,
    behavior,
    offSession,
  }: { subscription: Subscription; customer: Customer; behavior: PaymentBehavior; offSession: boolean },
): Promise<void> {
  const methodId = methodIdOf(subscription, customer);
  const discounts = await discountsOf(work, subscription);
  const invoice = createInvoice(work, {
    subscription,
    customer,
    reason: 'subscription_create',
    lines: periodLines(subscription, await productNamesOf(work, subscription)),
    discounts,
    period: { start: work.now, end: work.now },
  });
  dropUsed(work, subscription, invoice, discounts);
  subscription.latest_invoice = invoice.id;
  const intent = finalizeInvoice(work, { invoice, customer, methodId, description: 'Subscription creation' });
  work.emit('customer.subscription.created', subscription);
  if (intent === undefined) activate(work, subscription);
  else if (behavior !== 'default_incomplete') await payNow(work, { invoice, intent, methodId, behavior, offSession });
}

/** Pays an invoice within the request that made it. */
export async function payNow(
  work: Work,
  input: {
    invoice: Invoice;
    intent: PaymentIntent;
    methodId: string | null;
    behavior: PaymentBehavior;
    offSession: boolean;
  },
): Promise<void> {
  const { invoice, intent, methodId, behavior, offSession } = input;
  if (methodId === null) {
    throw invalid(
      'This customer has no attached payment source or default payment method. Please consider adding a default payment method.',
      { code: 'resource_missing' },
    );
  }
  const failure = await collectInvoice(work, { invoice, intent, methodId, offSession });
  if (behavior !== 'error_if_incomplete' || invoice.status === 'paid') return;
  // Refused as a whole: neither the subscription nor the attempt is kept.
  const body = failure?.body ?? {
    type: 'card_error' as const,
    code: 'subscription_payment_intent_requires_action',
    message: 'Payment for this subscription requires additional user action before it can be completed successfully.',
  };
  throw new StripeError(402, body, false);
}
