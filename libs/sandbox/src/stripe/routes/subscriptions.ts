import { endSubscription } from '../billing/closing.ts';
import { billPending, giveUnusedBack } from '../billing/last-invoice.ts';
import { beginSubscription } from '../billing/subscribe.ts';
import { newSubscription, recurringPrice } from '../billing/subscription.ts';
import { invalid } from '../errors.ts';
import { listOfKind, PAGE, route, type Route } from '../http/route.ts';
import { mergeMetadata } from '../metadata.ts';
import type { Subscription } from '../objects.ts';
import { flag, integer, listOf, needed, nested, oneOf, range, strings, word, type Values } from '../params.ts';
import { equalFilter, rangeFilter, type Filter } from '../store.ts';
import type { Work } from '../work.ts';
import {
  CHANGES,
  defaultMethod,
  ENDED,
  setCancellationDetails,
  setDiscounts,
  SHARED,
  updateSubscription,
} from './subscription-update.ts';

const ITEMS_MAX = 20;
const CREATION = {
  ...SHARED,
  billing_mode: nested({ type: oneOf('flexible') }),
  collection_method: oneOf('charge_automatically'),
  currency: word,
  customer: needed(word),
  items: needed(listOf(nested({ price: needed(word), quantity: integer, metadata: strings }))),
};
const STATUSES = [
  'active',
  'past_due',
  'unpaid',
  'canceled',
  'incomplete',
  'incomplete_expired',
  'trialing',
  'paused',
  'all',
  'ended',
] as const;

export const subscriptionRoutes: readonly Route[] = [
  route('POST', '/v1/subscriptions', CREATION, ({ work }, values) => create(work, values)),
  route('GET', '/v1/subscriptions/:id', {}, ({ work, id }) => work.get('subscription', id)),
  route('POST', '/v1/subscriptions/:id', CHANGES, async ({ work, id }, values) => {
    const subscription = await work.get('subscription', id);
    await updateSubscription(work, subscription, values);
    return subscription;
  }),
  route(
    'DELETE',
    '/v1/subscriptions/:id',
    { cancellation_details: CHANGES.cancellation_details, invoice_now: flag, prorate: flag },
    async ({ work, id }, values) => {
      const subscription = await work.get('subscription', id);
      if (ENDED.includes(subscription.status))
        throw invalid('This subscription has been canceled already.', { code: 'resource_missing', param: 'id' });
      setCancellationDetails(subscription, values.cancellation_details);
      if (values.prorate === true) await giveUnusedBack(work, subscription);
      await endSubscription(work, subscription, 'cancellation_requested');
      if (values.invoice_now === true) await billPending(work, subscription);
      return subscription;
    },
  ),
  route(
    'GET',
    '/v1/subscriptions',
    { ...PAGE, created: range, customer: word, price: word, status: oneOf(...STATUSES) },
    (call, values) => {
      const equal = equalFilter({ 'body.customer': values.customer, 'body.items.data.price.id': values.price });
      const filter = { ...equal, ...rangeFilter('body.created', values.created), ...statusFilter(values.status) };
      return listOfKind(call, 'subscription', { filter, values });
    },
  ),
];

async function create(work: Work, values: Values<typeof CREATION>): Promise<Subscription> {
  const customer = await work.get('customer', values.customer, 'customer');
  if (values.items.length === 0 || values.items.length > ITEMS_MAX)
    throw invalid(`A subscription has between 1 and ${ITEMS_MAX} items.`, { param: 'items' });
  const items = [];
  for (const [index, { price, quantity = 1 }] of values.items.entries()) {
    items.push({ price: await recurringPrice(work, price, `items[${index}][price]`), quantity });
  }
  const subscription = newSubscription(work, {
    customer,
    items,
    cancelAtPeriodEnd: values.cancel_at_period_end ?? false,
    defaultPaymentMethod: await defaultMethod(work, values.default_payment_method ?? null, customer.id),
    description: values.description ?? null,
    metadata: mergeMetadata(null, values.metadata),
    saveDefaultPaymentMethod: values.payment_settings?.save_default_payment_method ?? 'off',
    paymentMethodTypes: values.payment_settings?.payment_method_types ?? null,
  });
  if (values.discounts !== undefined) await setDiscounts(work, subscription, values.discounts);
  const behavior = values.payment_behavior ?? 'allow_incomplete';
  await beginSubscription(work, { subscription, customer, behavior, offSession: values.off_session ?? false });
  return subscription;
}

/** Left out, the status leaves the cancelled ones out, as at Stripe. */
function statusFilter(status: (typeof STATUSES)[number] | undefined): Filter {
  if (status === undefined) return { 'body.status': { $ne: 'canceled' } };
  if (status === 'all') return {};
  return { 'body.status': status === 'ended' ? { $in: ENDED } : status };
}
