import { changePlan, type PlanChange } from '../billing/change.ts';
import { endSubscription } from '../billing/closing.ts';
import { periodEndOf } from '../billing/due.ts';
import { beginSubscription } from '../billing/subscribe.ts';
import { newSubscription, recurringPrice } from '../billing/subscription.ts';
import { invalid } from '../errors.ts';
import { listOfKind, PAGE, route, type Route } from '../http/route.ts';
import { mergeMetadata } from '../metadata.ts';
import type { Subscription } from '../objects.ts';
import {
  flag,
  integer,
  listOf,
  needed,
  nested,
  nestedOrUnset,
  oneOf,
  range,
  strings,
  text,
  word,
  type Param,
  type Values,
} from '../params.ts';
import { assertUsableBy, paymentMethodOf } from '../payments/payment-method.ts';
import { equalFilter, rangeFilter, type Filter } from '../store.ts';
import type { Work } from '../work.ts';
import { METHOD_TYPES } from './shapes.ts';

const ITEMS_MAX = 20;
const PAYMENT_BEHAVIOR = oneOf('allow_incomplete', 'default_incomplete', 'error_if_incomplete');
export const PRORATION_BEHAVIOR = oneOf('always_invoice', 'create_prorations', 'none');
const SHARED = {
  cancel_at_period_end: flag,
  default_payment_method: text,
  description: text,
  metadata: strings,
  off_session: flag,
  payment_behavior: PAYMENT_BEHAVIOR,
  payment_settings: nested({
    save_default_payment_method: oneOf('off', 'on_subscription'),
    payment_method_types: METHOD_TYPES,
  }),
  proration_behavior: PRORATION_BEHAVIOR,
};
const CREATION = {
  ...SHARED,
  billing_mode: nested({ type: oneOf('flexible') }),
  collection_method: oneOf('charge_automatically'),
  currency: word,
  customer: needed(word),
  items: needed(listOf(nested({ price: needed(word), quantity: integer, metadata: strings }))),
};
/** What changes the plan: shared with the preview of an invoice. */
export const PLAN_ITEMS = listOf(nested({ id: word, price: word, quantity: integer }));
export const ANCHOR = nested({ type: needed(oneOf('now', 'unchanged')) });
const CHANGES = {
  ...SHARED,
  billing_cycle_anchor: ANCHOR,
  cancel_at: instantOrUnset(),
  cancellation_details: nested({ comment: text, feedback: text }),
  items: PLAN_ITEMS,
  pause_collection: nestedOrUnset({
    behavior: needed(oneOf('keep_as_draft', 'mark_uncollectible', 'void')),
    resumes_at: integer,
  }),
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
const ENDED = ['canceled', 'incomplete_expired'];

export const subscriptionRoutes: readonly Route[] = [
  route('POST', '/v1/subscriptions', CREATION, ({ work }, values) => create(work, values)),
  route('GET', '/v1/subscriptions/:id', {}, ({ work, id }) => work.get('subscription', id)),
  route('POST', '/v1/subscriptions/:id', CHANGES, async ({ work, id }, values) => {
    const subscription = await work.get('subscription', id);
    await update(work, subscription, values);
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
      if (values.invoice_now === true || values.prorate === true)
        throw invalid('The sandbox ends subscriptions without a last invoice or proration.', { param: 'prorate' });
      setCancellationDetails(subscription, values.cancellation_details);
      await endSubscription(work, subscription, 'cancellation_requested');
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
  const behavior = values.payment_behavior ?? 'allow_incomplete';
  await beginSubscription(work, { subscription, customer, behavior, offSession: values.off_session ?? false });
  return subscription;
}

async function update(work: Work, subscription: Subscription, values: Values<typeof CHANGES>): Promise<void> {
  if (
    ENDED.includes(subscription.status) &&
    Object.keys(values).some((key) => key !== 'metadata' && key !== 'cancellation_details')
  ) {
    throw invalid('A canceled subscription can only update its cancellation_details and metadata.');
  }
  await setFields(work, subscription, values);
  const change = planChangeOf(values);
  if (change === undefined) return work.emit('customer.subscription.updated', subscription);
  const customer = await work.get('customer', subscription.customer);
  const priced = {
    ...change,
    price: change.price === undefined ? undefined : await recurringPrice(work, change.price, 'items[0][price]'),
  };
  await changePlan(work, {
    subscription,
    customer,
    change: priced,
    behavior: values.payment_behavior ?? 'allow_incomplete',
    offSession: values.off_session ?? false,
  });
}

/** The change of plan that a request asks for, with its price still unread. */
export function planChangeOf(values: {
  items?: Values<typeof CHANGES>['items'];
  billing_cycle_anchor?: ReturnType<typeof ANCHOR.read> | undefined;
  proration_behavior?: PlanChange['prorationBehavior'] | undefined;
}): (Omit<PlanChange, 'price'> & { price: string | undefined }) | undefined {
  const restart = values.billing_cycle_anchor?.type === 'now';
  const [item, more] = values.items ?? [];
  if (more !== undefined) throw invalid('The sandbox changes one item at a time.', { param: 'items' });
  if (item === undefined && !restart) return undefined;
  return {
    itemId: item?.id,
    price: item?.price,
    quantity: item?.quantity,
    restart,
    prorationBehavior: values.proration_behavior ?? 'create_prorations',
  };
}

async function setFields(work: Work, subscription: Subscription, values: Values<typeof CHANGES>): Promise<void> {
  const { description, pause_collection: pause, payment_settings: settings, default_payment_method: method } = values;
  subscription.metadata = mergeMetadata(subscription.metadata, values.metadata);
  if (description !== undefined) subscription.description = description;
  if (method !== undefined)
    subscription.default_payment_method = await defaultMethod(work, method, subscription.customer);
  if (settings !== undefined && subscription.payment_settings !== null)
    Object.assign(subscription.payment_settings, settings);
  if (pause !== undefined)
    subscription.pause_collection =
      pause === null ? null : { behavior: pause.behavior, resumes_at: pause.resumes_at ?? null };
  setCancellationDetails(subscription, values.cancellation_details);
  setCancellation(work, subscription, values);
}

function setCancellation(work: Work, subscription: Subscription, values: Values<typeof CHANGES>): void {
  const { cancel_at_period_end: atEnd, cancel_at: at } = values;
  if (atEnd === undefined && at === undefined) return;
  subscription.cancel_at_period_end = atEnd ?? false;
  subscription.cancel_at = atEnd === true ? periodEndOf(subscription) : (at ?? null);
  subscription.canceled_at = subscription.cancel_at === null ? null : work.now;
  if (subscription.cancellation_details !== null)
    subscription.cancellation_details.reason = subscription.cancel_at === null ? null : 'cancellation_requested';
}

function setCancellationDetails(
  subscription: Subscription,
  details: { comment?: string | null | undefined; feedback?: string | null | undefined } | undefined,
): void {
  if (details === undefined || subscription.cancellation_details === null) return;
  const { comment, feedback } = details;
  if (comment !== undefined) subscription.cancellation_details.comment = comment;
  if (feedback !== undefined) subscription.cancellation_details.feedback = feedback;
}

async function defaultMethod(work: Work, id: string | null, customer: string): Promise<string | null> {
  if (id === null) return null;
  const method = await paymentMethodOf(work, id, 'default_payment_method');
  assertUsableBy(method, customer);
  return method.id;
}

/** Left out, the status leaves the cancelled ones out, as at Stripe. */
function statusFilter(status: (typeof STATUSES)[number] | undefined): Filter {
  if (status === undefined) return { 'body.status': { $ne: 'canceled' } };
  if (status === 'all') return {};
  return { 'body.status': status === 'ended' ? { $in: ENDED } : status };
}

function instantOrUnset(): Param<number | null, false> {
  return { needed: false, read: (raw, name) => (raw === '' ? null : integer.read(raw, name)) };
}
