import { changePlan, type PlanChange } from '../billing/change.ts';
import { periodEndOf } from '../billing/due.ts';
import { keepPhaseInStep } from '../billing/phases.ts';
import { discountsNamed, redeem, type Named } from '../billing/redeem.ts';
import { recurringPrice } from '../billing/subscription.ts';
import { invalid } from '../errors.ts';
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
  strings,
  text,
  word,
  type Param,
  type Values,
} from '../params.ts';
import { assertUsableBy, paymentMethodOf } from '../payments/payment-method.ts';
import type { Work } from '../work.ts';
import { DISCOUNTS, METHOD_TYPES } from './shapes.ts';

const PAYMENT_BEHAVIOR = oneOf('allow_incomplete', 'default_incomplete', 'error_if_incomplete');
export const PRORATION_BEHAVIOR = oneOf('always_invoice', 'create_prorations', 'none');
/** What may be said when a subscription begins and later. */
export const SHARED = {
  cancel_at_period_end: flag,
  default_payment_method: text,
  description: text,
  discounts: DISCOUNTS,
  metadata: strings,
  off_session: flag,
  payment_behavior: PAYMENT_BEHAVIOR,
  payment_settings: nested({
    save_default_payment_method: oneOf('off', 'on_subscription'),
    payment_method_types: METHOD_TYPES,
  }),
  proration_behavior: PRORATION_BEHAVIOR,
};
/** What changes the plan: shared with the preview of an invoice. */
export const PLAN_ITEMS = listOf(nested({ id: word, price: word, quantity: integer }));
export const ANCHOR = nested({ type: needed(oneOf('now', 'unchanged')) });
export const CHANGES = {
  ...SHARED,
  billing_cycle_anchor: ANCHOR,
  cancel_at: instantOrUnset(),
  cancellation_details: nested({ comment: text, feedback: text }),
  items: PLAN_ITEMS,
  proration_date: integer,
  pause_collection: nestedOrUnset({
    behavior: needed(oneOf('keep_as_draft', 'mark_uncollectible', 'void')),
    resumes_at: integer,
  }),
};
export const ENDED = ['canceled', 'incomplete_expired'];

/** Does what a caller asks of a running subscription. */
export async function updateSubscription(
  work: Work,
  subscription: Subscription,
  values: Values<typeof CHANGES>,
): Promise<void> {
  if (
    ENDED.includes(subscription.status) &&
    Object.keys(values).some((key) => key !== 'metadata' && key !== 'cancellation_details')
  ) {
    throw invalid('A canceled subscription can only update its cancellation_details and metadata.');
  }
  await setFields(work, subscription, values);
  if (values.discounts !== undefined) await setDiscounts(work, subscription, values.discounts);
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
  await keepPhaseInStep(work, subscription);
}

/** Redeems coupons and codes for a subscription, in place of those it had. */
export async function setDiscounts(work: Work, subscription: Subscription, named: readonly Named[]): Promise<void> {
  const customer = await work.get('customer', subscription.customer);
  const amount = subscription.items.data.reduce(
    (sum, { price, quantity }) => sum + (price.unit_amount ?? 0) * (quantity ?? 1),
    0,
  );
  await redeem(work, subscription, await discountsNamed(work, named, { customer, subscription, amount }));
}

/** The change of plan that a request asks for, with its price still unread. */
export function planChangeOf(values: {
  items?: Values<typeof CHANGES>['items'];
  billing_cycle_anchor?: ReturnType<typeof ANCHOR.read> | undefined;
  proration_behavior?: PlanChange['prorationBehavior'] | undefined;
  proration_date?: number | undefined;
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
    prorationDate: values.proration_date,
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
  if (subscription.schedule !== null) {
    throw invalid(
      `The subscription is managed by the subscription schedule \`${subscription.schedule}\`, and updating any cancelation behavior directly is not allowed. Please update the schedule instead.`,
      { param: atEnd === undefined ? 'cancel_at' : 'cancel_at_period_end' },
    );
  }
  subscription.cancel_at_period_end = atEnd ?? false;
  subscription.cancel_at = atEnd === true ? periodEndOf(subscription) : (at ?? null);
  subscription.canceled_at = subscription.cancel_at === null ? null : work.now;
  if (subscription.cancellation_details !== null)
    subscription.cancellation_details.reason = subscription.cancel_at === null ? null : 'cancellation_requested';
}

/** Why it ends, in the words of whoever ended it. */
export function setCancellationDetails(
  subscription: Subscription,
  details: { comment?: string | null | undefined; feedback?: string | null | undefined } | undefined,
): void {
  if (details === undefined || subscription.cancellation_details === null) return;
  const { comment, feedback } = details;
  if (comment !== undefined) subscription.cancellation_details.comment = comment;
  if (feedback !== undefined) subscription.cancellation_details.feedback = feedback;
}

/** A card that a subscription may be paid with. */
export async function defaultMethod(work: Work, id: string | null, customer: string): Promise<string | null> {
  if (id === null) return null;
  const method = await paymentMethodOf(work, id, 'default_payment_method');
  assertUsableBy(method, customer);
  return method.id;
}

function instantOrUnset(): Param<number | null, false> {
  return { needed: false, read: (raw, name) => (raw === '' ? null : integer.read(raw, name)) };
}
