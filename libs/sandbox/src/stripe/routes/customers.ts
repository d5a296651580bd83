import { newCustomer } from '../catalog/customer.ts';
import { moveBalance } from '../billing/customer-balance.ts';
import { invalid, noSuch } from '../errors.ts';
import { listOfKind, PAGE, route, type Route } from '../http/route.ts';
import { mergeMetadata } from '../metadata.ts';
import type { Customer } from '../objects.ts';
import { integer, listOf, needed, nested, oneOf, range, strings, text, word, type Values } from '../params.ts';
import { attachPaymentMethod, paymentMethodOf } from '../payments/payment-method.ts';
import { equalFilter, rangeFilter } from '../store.ts';
import type { Work } from '../work.ts';
import { currency } from './money.ts';
import { ADDRESS, addressOf } from './shapes.ts';

const FIELDS = {
  address: ADDRESS,
  balance: integer,
  description: text,
  email: text,
  invoice_settings: nested({ default_payment_method: text }),
  metadata: strings,
  name: text,
  phone: text,
  preferred_locales: listOf(word),
  tax_exempt: oneOf('none', 'exempt', 'reverse'),
};

export const customerRoutes: readonly Route[] = [
  route('POST', '/v1/customers', { ...FIELDS, payment_method: word }, async ({ work }, values) => {
    const customer = newCustomer(work, {
      address: values.address ? addressOf(values.address) : null,
      balance: 0,
      description: values.description ?? null,
      email: values.email ?? null,
      metadata: mergeMetadata(null, values.metadata),
      name: values.name ?? null,
      phone: values.phone ?? null,
      preferred_locales: values.preferred_locales ?? [],
      tax_exempt: values.tax_exempt ?? 'none',
    });
    moveBalance(work, customer, { amount: values.balance ?? 0, currency: 'usd', type: 'initial' });
    if (values.payment_method !== undefined)
      attachPaymentMethod(work, await paymentMethodOf(work, values.payment_method), customer);
    await setDefaultMethod(work, customer, values.invoice_settings?.default_payment_method);
    return customer;
  }),
  route('GET', '/v1/customers/:id', {}, ({ work, id }) => work.get('customer', id)),
  route('POST', '/v1/customers/:id', FIELDS, async ({ work, id }, values) => {
    const customer = await work.get('customer', id);
    await change(work, customer, values);
    work.emit('customer.updated', customer);
    return customer;
  }),
  route('GET', '/v1/customers', { ...PAGE, created: range, email: text }, (call, values) => {
    const filter = { ...equalFilter({ 'body.email': values.email }), ...rangeFilter('body.created', values.created) };
    return listOfKind(call, 'customer', { filter, values });
  }),
];

/** Why a customer's balance is what it is. */
export const customerBalanceRoutes: readonly Route[] = [
  route(
    'POST',
    '/v1/customers/:id/balance_transactions',
    { amount: needed(integer), currency: needed(currency), description: text, metadata: strings },
    async ({ work, id }, { metadata, description, ...moved }) => {
      const customer = await work.get('customer', id);
      const kept = moveBalance(work, customer, {
        ...moved,
        type: 'adjustment',
        description: description ?? null,
        metadata: mergeMetadata(null, metadata),
      });
      if (kept === undefined) throw invalid('The amount may not be zero.', { param: 'amount' });
      return kept;
    },
  ),
  route('GET', '/v1/customers/:id/balance_transactions', PAGE, (call, values) =>
    listOfKind(call, 'customer_balance_transaction', { filter: { 'body.customer': call.id }, values }),
  ),
];

async function change(work: Work, customer: Customer, values: Values<typeof FIELDS>): Promise<void> {
  const { address, balance, invoice_settings: settings, metadata, ...fields } = values;
  Object.assign(customer, fields, { metadata: mergeMetadata(customer.metadata, metadata) });
  if (balance !== undefined) {
    const amount = balance - customer.balance;
    moveBalance(work, customer, { amount, currency: customer.currency ?? 'usd', type: 'adjustment' });
  }
  if (address !== undefined) customer.address = address === null ? null : addressOf(address);
  await setDefaultMethod(work, customer, settings?.default_payment_method);
}

async function setDefaultMethod(work: Work, customer: Customer, id: string | null | undefined): Promise<void> {
  if (id === undefined) return;
  if (id !== null) {
    const method = await work.get('payment_method', id, 'invoice_settings[default_payment_method]');
    if (method.customer !== customer.id) throw noSuch('payment_method', id, 'invoice_settings[default_payment_method]');
  }
  customer.invoice_settings.default_payment_method = id;
}
