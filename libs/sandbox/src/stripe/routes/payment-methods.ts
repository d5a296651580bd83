import { invalid, noSuch } from '../errors.ts';
import { browserRoute, listOfKind, PAGE, route, type Route } from '../http/route.ts';
import { mergeMetadata } from '../metadata.ts';
import type { PaymentMethod } from '../objects.ts';
import { needed, oneOf, strings, word } from '../params.ts';
import {
  attachPaymentMethod,
  noBillingDetails,
  paymentMethodOf,
  paymentMethodOfNumber,
} from '../payments/payment-method.ts';
import { equalFilter } from '../store.ts';
import type { Work } from '../work.ts';
import { addressOf, BILLING_DETAILS, METHOD_CARD, METHOD_DATA } from './shapes.ts';

type MethodData = ReturnType<typeof METHOD_DATA.read>;

export const paymentMethodRoutes: readonly Route[] = [
  browserRoute(
    'POST',
    '/v1/payment_methods',
    { type: needed(oneOf('card')), card: METHOD_CARD, billing_details: BILLING_DETAILS, metadata: strings },
    async ({ work }, values) => {
      const { metadata, ...data } = values;
      const method = await methodOfData(work, data);
      method.metadata = mergeMetadata(null, metadata);
      return method;
    },
  ),
  route('GET', '/v1/payment_methods/:id', {}, ({ work, id }) => work.get('payment_method', id)),
  route(
    'POST',
    '/v1/payment_methods/:id',
    { billing_details: BILLING_DETAILS, metadata: strings },
    async ({ work, id }, values) => {
      const method = await work.get('payment_method', id);
      method.metadata = mergeMetadata(method.metadata, values.metadata);
      setBillingDetails(method, values.billing_details);
      work.emit('payment_method.updated', method);
      return method;
    },
  ),
  route('POST', '/v1/payment_methods/:id/attach', { customer: needed(word) }, async ({ work, id }, { customer }) => {
    const owner = await work.get('customer', customer, 'customer');
    const method = await paymentMethodOf(work, id);
    attachPaymentMethod(work, method, owner);
    return method;
  }),
  route('POST', '/v1/payment_methods/:id/detach', {}, async ({ work, id }) =>
    detach(work, await work.get('payment_method', id)),
  ),
  route('GET', '/v1/payment_methods', { ...PAGE, customer: word, type: oneOf('card') }, (call, values) =>
    listOfKind(call, 'payment_method', {
      filter: { 'body.customer': values.customer ?? { $ne: null }, ...equalFilter({ 'body.type': values.type }) },
      values,
    }),
  ),
  route('GET', '/v1/customers/:id/payment_methods', { ...PAGE, type: oneOf('card') }, (call, values) =>
    listOfKind(call, 'payment_method', {
      filter: { 'body.customer': call.id, ...equalFilter({ 'body.type': values.type }) },
      values,
    }),
  ),
  route('GET', '/v1/customers/:id/payment_methods/:inner', {}, async ({ work, id, inner }) => {
    const method = await work.get('payment_method', inner);
    if (method.customer !== id) throw noSuch('payment_method', inner);
    return method;
  }),
];

/** The payment method that a call describes rather than names. */
export async function methodOfData(work: Work, data: MethodData): Promise<PaymentMethod> {
  const { number, token } = data.card ?? {};
  if (number === undefined && token === undefined)
    throw invalid('Missing required param: card.', { code: 'parameter_missing', param: 'card' });
  const method =
    number === undefined
      ? await paymentMethodOf(work, cardTokenOf(token ?? ''), 'card[token]')
      : paymentMethodOfNumber(work, number);
  setBillingDetails(method, data.billing_details);
  return method;
}

/** Stripe's older card tokens name the same cards. */
const cardTokenOf = (token: string): string => token.replace(/^tok_/, 'pm_card_');

function setBillingDetails(method: PaymentMethod, given: MethodData['billing_details']): void {
  if (given === undefined) return;
  const { address, email, name, phone } = given;
  const before = method.billing_details ?? noBillingDetails();
  method.billing_details = {
    ...before,
    ...(address ? { address: addressOf(address) } : {}),
    ...(email === undefined ? {} : { email }),
    ...(name === undefined ? {} : { name }),
    ...(phone === undefined ? {} : { phone }),
  };
}

/** A card that was taken off its customer cannot be used again. */
async function detach(work: Work, method: PaymentMethod): Promise<PaymentMethod> {
  if (method.customer === null)
    throw invalid('The payment method you provided is not attached to a customer so detachment is impossible.', {
      code: 'payment_method_unexpected_state',
    });
  const customer = await work.get('customer', method.customer);
  if (customer.invoice_settings.default_payment_method === method.id) {
    customer.invoice_settings.default_payment_method = null;
    work.emit('customer.updated', customer);
  }
  method.customer = null;
  work.emit('payment_method.detached', method);
  return method;
}
