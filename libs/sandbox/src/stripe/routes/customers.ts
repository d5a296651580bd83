import { newCustomer } from '../catalog/customer.ts';
import { noSuch } from '../errors.ts';
import { listOfKind, PAGE, route, type Route } from '../http/route.ts';
import { mergeMetadata } from '../metadata.ts';
import type { Customer } from '../objects.ts';
import { integer, listOf, nested, oneOf, range, strings, text, word, type Values } from '../params.ts';
import { attachPaymentMethod, paymentMethodOf } from '../payments/payment-method.ts';
import { equalFilter, rangeFilter } from '../store.ts';
import type { Work } from '../work.ts';
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
      balance: values.balance ?? 0,
      description: values.description ?? null,
      email: values.email ?? null,
      metadata: mergeMetadata(null, values.metadata),
      name: values.name ?? null,
      phone: values.phone ?? null,
      preferred_locales: values.preferred_locales ?? [],
      tax_exempt: values.tax_exempt ?? 'none',
    });
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

async function change(work: Work, customer: Customer, values: Values<typeof FIELDS>): Promise<void> {
  const { address, invoice_settings: settings, metadata, ...fields } = values;
  Object.assign(customer, fields, { metadata: mergeMetadata(customer.metadata, metadata) });
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
