import { cancelIntent } from '../billing/closing.ts';
import { copy } from '../events.ts';
import { invalid, noSuch } from '../errors.ts';
import { browserRoute, listOfKind, PAGE, route, type Call, type Route } from '../http/route.ts';
import { mergeMetadata } from '../metadata.ts';
import type { PaymentIntent } from '../objects.ts';
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
  type Values,
} from '../params.ts';
import { confirmIntent } from '../payments/confirm.ts';
import { newPaymentIntent } from '../payments/payment-intent.ts';
import { assertUsableBy, paymentMethodOf } from '../payments/payment-method.ts';
import { equalFilter, rangeFilter } from '../store.ts';
import type { Work } from '../work.ts';
import { chargeable, currency } from './money.ts';
import { methodOfData } from './payment-methods.ts';
import { ADDRESS, addressOf, AUTOMATIC_METHODS, METHOD_DATA, METHOD_TYPES } from './shapes.ts';

const SHIPPING = nestedOrUnset({
  address: needed(ADDRESS),
  name: needed(word),
  carrier: text,
  phone: text,
  tracking_number: text,
});
const TERMS = {
  application_fee_amount: integer,
  customer: word,
  description: text,
  metadata: strings,
  payment_method: word,
  payment_method_data: METHOD_DATA,
  allowed_payment_method_types: METHOD_TYPES,
  receipt_email: text,
  setup_future_usage: oneOf('on_session', 'off_session', ''),
  shipping: SHIPPING,
  statement_descriptor: text,
  statement_descriptor_suffix: text,
  transfer_group: text,
};
const CONFIRMATION = { off_session: flag, return_url: text, use_stripe_sdk: flag };
const METHOD_OPTIONS = nested({ card: nested({ request_three_d_secure: oneOf('automatic', 'any', 'challenge') }) });
const CHANGEABLE = new Set<string>(['requires_payment_method', 'requires_confirmation', 'requires_action']);

export const paymentIntentRoutes: readonly Route[] = [
  route(
    'POST',
    '/v1/payment_intents',
    {
      ...TERMS,
      ...CONFIRMATION,
      amount: needed(chargeable),
      currency: needed(currency),
      automatic_payment_methods: AUTOMATIC_METHODS,
      // Only what captures at once exists here.
      capture_method: oneOf('automatic', 'automatic_async'),
      confirm: flag,
      confirmation_method: oneOf('automatic'),
      on_behalf_of: text,
      payment_method_options: METHOD_OPTIONS,
    },
    async ({ work }, values) => {
      const intent = await create(work, values);
      if (values.confirm !== true) return intent;
      return confirmIntent(work, intent, {
        paymentMethod: undefined,
        offSession: values.off_session ?? false,
        returnUrl: values.return_url ?? null,
      });
    },
  ),
  browserRoute('GET', '/v1/payment_intents/:id', { client_secret: word }, (call, values) =>
    openIntent(call, values.client_secret),
  ),
  route('POST', '/v1/payment_intents/:id', { ...TERMS, amount: chargeable, currency }, async ({ work, id }, values) => {
    const intent = await work.get('payment_intent', id);
    await change(work, intent, values);
    return intent;
  }),
  browserRoute(
    'POST',
    '/v1/payment_intents/:id/confirm',
    {
      ...CONFIRMATION,
      client_secret: word,
      payment_method: word,
      payment_method_data: METHOD_DATA,
      receipt_email: text,
      setup_future_usage: oneOf('on_session', 'off_session'),
      shipping: SHIPPING,
      expected_payment_method_type: oneOf('card'),
    },
    async (call, values) => {
      const intent = await openIntent(call, values.client_secret);
      const { payment_method_data: data, receipt_email: receiptEmail, setup_future_usage: usage } = values;
      if (receiptEmail !== undefined) intent.receipt_email = receiptEmail;
      if (usage !== undefined) intent.setup_future_usage = usage;
      if (values.shipping !== undefined) intent.shipping = shippingOf(values.shipping);
      const paymentMethod = data === undefined ? values.payment_method : (await methodOfData(call.work, data)).id;
      // A browser cannot say that the buyer is away.
      const offSession = !call.publishable && (values.off_session ?? false);
      return confirmIntent(call.work, intent, { paymentMethod, offSession, returnUrl: values.return_url ?? null });
    },
  ),
  route(
    'POST',
    '/v1/payment_intents/:id/cancel',
    { cancellation_reason: oneOf('duplicate', 'fraudulent', 'requested_by_customer', 'abandoned') },
    async ({ work, id }, values) => {
      const intent = await work.get('payment_intent', id);
      if (!CHANGEABLE.has(intent.status)) throw unexpected(intent, 'cancel');
      const [link] = await work.where('invoice_payment', { 'body.payment.payment_intent': intent.id });
      if (link !== undefined)
        throw invalid(
          `You cannot cancel this PaymentIntent because it pays invoice ${link.invoice}: void the invoice instead.`,
          { code: 'payment_intent_unexpected_state' },
        );
      cancelIntent(work, intent, values.cancellation_reason ?? null);
      return intent;
    },
  ),
  route(
    'GET',
    '/v1/payment_intents',
    { ...PAGE, created: range, customer: word, ids: listOf(word) },
    (call, values) => {
      const filter = {
        ...equalFilter({ 'body.customer': values.customer }),
        ...rangeFilter('body.created', values.created),
      };
      return listOfKind(call, 'payment_intent', { filter, values });
    },
  ),
];

/** The intent of the address; a browser must show its client secret, and whoever shows one must show the right one. */
async function openIntent({ work, id, publishable }: Call, secret: string | undefined): Promise<PaymentIntent> {
  const intent = await work.get('payment_intent', id);
  if (secret === undefined && !publishable) return intent;
  if (secret === intent.client_secret) return intent;
  if (secret === undefined)
    throw invalid('Missing required param: client_secret.', { code: 'parameter_missing', param: 'client_secret' });
  throw noSuch('payment_intent', id, 'intent');
}

type Terms = Values<typeof TERMS> & {
  amount: number;
  currency: string;
  automatic_payment_methods?:
    | { enabled?: boolean | undefined; allow_redirects?: 'always' | 'never' | undefined }
    | undefined;
  on_behalf_of?: string | null | undefined;
};

async function create(work: Work, values: Terms): Promise<PaymentIntent> {
  const customer = values.customer === undefined ? null : (await work.get('customer', values.customer, 'customer')).id;
  const automatic = values.automatic_payment_methods;
  return newPaymentIntent(work, {
    amount: values.amount,
    application_fee_amount: values.application_fee_amount ?? null,
    automatic_payment_methods:
      automatic?.enabled === true ? { enabled: true, allow_redirects: automatic.allow_redirects ?? 'always' } : null,
    currency: values.currency,
    customer,
    description: values.description ?? null,
    metadata: mergeMetadata(null, values.metadata),
    on_behalf_of: values.on_behalf_of ?? null,
    payment_method: await methodIdOf(work, values, customer),
    allowed_payment_method_types: values.allowed_payment_method_types ?? null,
    receipt_email: values.receipt_email ?? null,
    setup_future_usage: values.setup_future_usage || null,
    shipping: values.shipping ? shippingOf(values.shipping) : null,
    statement_descriptor: values.statement_descriptor ?? null,
    statement_descriptor_suffix: values.statement_descriptor_suffix ?? null,
    transfer_group: values.transfer_group ?? null,
  });
}

async function methodIdOf(
  work: Work,
  values: Pick<Values<typeof TERMS>, 'payment_method' | 'payment_method_data'>,
  customer: string | null,
): Promise<string | null> {
  if (values.payment_method_data !== undefined) return (await methodOfData(work, values.payment_method_data)).id;
  if (values.payment_method === undefined) return null;
  const method = await paymentMethodOf(work, values.payment_method);
  assertUsableBy(method, customer);
  return method.id;
}

async function change(
  work: Work,
  intent: PaymentIntent,
  values: { [K in keyof Terms]?: Terms[K] | undefined },
): Promise<void> {
  const {
    metadata,
    customer,
    payment_method: method,
    payment_method_data: data,
    setup_future_usage: usage,
    shipping,
    ...fields
  } = values;
  const onlyNotes = Object.keys(values).every((key) => key === 'metadata' || key === 'description');
  if (!onlyNotes && !CHANGEABLE.has(intent.status)) throw unexpected(intent, 'update');
  Object.assign(intent, fields, { metadata: mergeMetadata(intent.metadata, metadata) });
  if (customer !== undefined) intent.customer = (await work.get('customer', customer, 'customer')).id;
  if (usage !== undefined) intent.setup_future_usage = usage || null;
  if (shipping !== undefined) intent.shipping = shippingOf(shipping);
  if (onlyNotes) return;
  const methodId = await methodIdOf(work, { payment_method: method, payment_method_data: data }, intent.customer);
  intent.payment_method = methodId ?? intent.payment_method;
  intent.next_action = null;
  intent.status = intent.payment_method === null ? 'requires_payment_method' : 'requires_confirmation';
}

type Shipping = ReturnType<typeof SHIPPING.read>;
function shippingOf(shipping: Shipping): PaymentIntent['shipping'] {
  if (shipping === null) return null;
  const { address, name, carrier = null, phone = null, tracking_number = null } = shipping;
  return { ...(address === null ? {} : { address: addressOf(address) }), name, carrier, phone, tracking_number };
}

const unexpected = (intent: PaymentIntent, deed: string) =>
  invalid(`You cannot ${deed} this PaymentIntent because it has a status of ${intent.status}.`, {
    code: 'payment_intent_unexpected_state',
    payment_intent: copy(intent),
  });
