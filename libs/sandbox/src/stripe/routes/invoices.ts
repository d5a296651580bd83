import { markUncollectible, voidInvoice } from '../billing/closing.ts';
import { collectInvoice, intentOfInvoice, methodIdOf } from '../billing/collect.ts';
import { finalizeInvoice } from '../billing/finalize.ts';
import { previewInvoice } from '../billing/preview.ts';
import { discountsNamed } from '../billing/redeem.ts';
import { subscriptionOf } from '../billing/settlement.ts';
import { recurringPrice } from '../billing/subscription.ts';
import { invalid } from '../errors.ts';
import { copy } from '../events.ts';
import { listOfKind, PAGE, route, type Route } from '../http/route.ts';
import { mergeMetadata } from '../metadata.ts';
import type { Customer, Invoice } from '../objects.ts';
import { flag, integer, needed, nested, oneOf, range, strings, text, word } from '../params.ts';
import { equalFilter, rangeFilter } from '../store.ts';
import type { Work } from '../work.ts';
import { DISCOUNTS } from './shapes.ts';
import { ANCHOR, PLAN_ITEMS, planChangeOf, PRORATION_BEHAVIOR } from './subscription-update.ts';

const PREVIEW = {
  customer: word,
  discounts: DISCOUNTS,
  subscription: needed(word),
  subscription_details: nested({
    billing_cycle_anchor: ANCHOR,
    items: PLAN_ITEMS,
    proration_behavior: PRORATION_BEHAVIOR,
    proration_date: integer,
  }),
};

export const invoiceRoutes: readonly Route[] = [
  route('POST', '/v1/invoices/create_preview', PREVIEW, async ({ work }, values) => {
    const subscription = await work.get('subscription', values.subscription, 'subscription');
    const customer = await work.get('customer', subscription.customer);
    const wanted = planChangeOf(values.subscription_details ?? {});
    const price =
      wanted?.price === undefined
        ? undefined
        : await recurringPrice(work, wanted.price, 'subscription_details[items][0][price]');
    const change = wanted === undefined ? undefined : { ...wanted, price };
    // A preview keeps nothing: copies are changed and dropped.
    const [item] = subscription.items.data;
    const amount = (price?.unit_amount ?? item?.price.unit_amount ?? 0) * (item?.quantity ?? 1);
    const more = await discountsNamed(work, values.discounts ?? [], { customer, subscription, amount });
    return previewInvoice(work, { subscription: copy(subscription), customer: copy(customer), change, more });
  }),
  route('GET', '/v1/invoices/:id', {}, ({ work, id }) => work.get('invoice', id)),
  route(
    'POST',
    '/v1/invoices/:id',
    { description: text, metadata: strings, auto_advance: flag },
    async ({ work, id }, { metadata, ...fields }) => {
      const invoice = await work.get('invoice', id);
      Object.assign(invoice, fields, { metadata: mergeMetadata(invoice.metadata, metadata) });
      work.emit('invoice.updated', invoice);
      return invoice;
    },
  ),
  route('POST', '/v1/invoices/:id/pay', { payment_method: word, off_session: flag }, async ({ work, id }, values) => {
    const invoice = await openInvoice(work, id);
    await pay(work, invoice, { methodId: values.payment_method, offSession: values.off_session ?? true });
    return invoice;
  }),
  route('POST', '/v1/invoices/:id/finalize', { auto_advance: flag }, async ({ work, id }) => {
    const invoice = await work.get('invoice', id);
    if (invoice.status !== 'draft')
      throw invalid("This invoice is already finalized, you can't re-finalize a non-draft invoice.", {
        code: 'invoice_not_editable',
      });
    const customer = await customerOf(work, invoice);
    const subscription = await subscriptionOf(work, invoice);
    const methodId = subscription === undefined ? null : methodIdOf(subscription, customer);
    finalizeInvoice(work, { invoice, customer, methodId, description: 'Subscription update' });
    return invoice;
  }),
  route('POST', '/v1/invoices/:id/void', {}, async ({ work, id }) => {
    const invoice = await openInvoice(work, id);
    await voidInvoice(work, invoice);
    return invoice;
  }),
  route('POST', '/v1/invoices/:id/mark_uncollectible', {}, async ({ work, id }) => {
    const invoice = await openInvoice(work, id);
    markUncollectible(work, invoice);
    return invoice;
  }),
  route('GET', '/v1/invoices/:id/lines', PAGE, async ({ work, id }) => {
    const { lines } = await work.get('invoice', id);
    return { ...lines };
  }),
  route(
    'GET',
    '/v1/invoices',
    {
      ...PAGE,
      collection_method: oneOf('charge_automatically'),
      created: range,
      customer: word,
      status: oneOf('draft', 'open', 'paid', 'uncollectible', 'void'),
      subscription: word,
    },
    (call, values) => {
      const equal = equalFilter({
        'body.customer': values.customer,
        'body.status': values.status,
        'body.parent.subscription_details.subscription': values.subscription,
      });
      return listOfKind(call, 'invoice', {
        filter: { ...equal, ...rangeFilter('body.created', values.created) },
        values,
      });
    },
  ),
];

export const invoicePaymentRoutes: readonly Route[] = [
  route('GET', '/v1/invoice_payments/:id', {}, ({ work, id }) => work.get('invoice_payment', id)),
  route(
    'GET',
    '/v1/invoice_payments',
    {
      ...PAGE,
      created: range,
      invoice: word,
      payment: nested({ type: needed(oneOf('payment_intent')), payment_intent: word }),
      status: oneOf('open', 'paid', 'canceled'),
    },
    (call, values) => {
      const equal = equalFilter({
        'body.invoice': values.invoice,
        'body.status': values.status,
        'body.payment.payment_intent': values.payment?.payment_intent,
      });
      return listOfKind(call, 'invoice_payment', {
        filter: { ...equal, ...rangeFilter('body.created', values.created) },
        values,
      });
    },
  ),
];

async function openInvoice(work: Work, id: string): Promise<Invoice> {
  const invoice = await work.get('invoice', id);
  if (invoice.status === 'open') return invoice;
  const code = invoice.status === 'paid' ? { code: 'invoice_already_paid' } : {};
  throw invalid(`This is possible with open invoices only; this one is ${invoice.status ?? 'without a status'}.`, code);
}

async function pay(
  work: Work,
  invoice: Invoice,
  terms: { methodId: string | undefined; offSession: boolean },
): Promise<void> {
  const subscription = await subscriptionOf(work, invoice);
  const saved = subscription === undefined ? null : methodIdOf(subscription, await customerOf(work, invoice));
  const methodId = terms.methodId ?? saved;
  const intent = await intentOfInvoice(work, invoice);
  if (methodId === null || intent === undefined) {
    throw invalid(
      'There is no `default_payment_method` set on this Customer or Invoice. Please pass a `payment_method`.',
      { code: 'invoice_payment_intent_requires_action' },
    );
  }
  const failure = await collectInvoice(work, { invoice, intent, methodId, offSession: terms.offSession });
  if (failure !== undefined) throw failure;
}

async function customerOf(work: Work, invoice: Invoice): Promise<Customer> {
  return work.get('customer', invoice.customer ?? '');
}
