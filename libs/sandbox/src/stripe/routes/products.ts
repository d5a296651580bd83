import { newPrice, newProduct } from '../catalog/product.ts';
import { invalid } from '../errors.ts';
import { listOfKind, PAGE, route, type Route } from '../http/route.ts';
import { mergeMetadata } from '../metadata.ts';
import type { Product } from '../objects.ts';
import { flag, integer, listOf, needed, nested, oneOf, range, strings, text, word } from '../params.ts';
import { equalFilter, rangeFilter } from '../store.ts';
import type { Work } from '../work.ts';
import { amount, currency } from './money.ts';

const PRODUCT = {
  active: flag,
  description: text,
  images: listOf(word),
  metadata: strings,
  statement_descriptor: text,
  tax_code: text,
  unit_label: text,
  url: text,
};
const RECURRING = nested({
  interval: needed(oneOf('day', 'week', 'month', 'year')),
  interval_count: integer,
  usage_type: oneOf('licensed'),
});
const PRICE = { active: flag, lookup_key: text, transfer_lookup_key: flag, metadata: strings, nickname: text };
const PRODUCT_DATA = nested({
  id: word,
  active: flag,
  name: needed(word),
  metadata: strings,
  statement_descriptor: text,
  tax_code: text,
  unit_label: text,
});

export const productRoutes: readonly Route[] = [
  route(
    'POST',
    '/v1/products',
    { ...PRODUCT, id: word, name: needed(word), type: oneOf('service') },
    async ({ work }, values) => addProduct(work, values),
  ),
  route('GET', '/v1/products/:id', {}, ({ work, id }) => work.get('product', id)),
  route('POST', '/v1/products/:id', { ...PRODUCT, name: word, default_price: word }, async ({ work, id }, values) => {
    const product = await work.get('product', id);
    const { metadata, default_price: defaultPrice, ...fields } = values;
    if (defaultPrice !== undefined) product.default_price = (await work.get('price', defaultPrice, 'default_price')).id;
    Object.assign(product, fields, { metadata: mergeMetadata(product.metadata, metadata), updated: work.now });
    work.emit('product.updated', product);
    return product;
  }),
  route('GET', '/v1/products', { ...PAGE, active: flag, created: range, ids: listOf(word) }, (call, values) => {
    const ids = values.ids === undefined ? {} : { objectId: { $in: values.ids } };
    const filter = {
      ...equalFilter({ 'body.active': values.active }),
      ...rangeFilter('body.created', values.created),
      ...ids,
    };
    return listOfKind(call, 'product', { filter, values });
  }),
];

export const priceRoutes: readonly Route[] = [
  route(
    'POST',
    '/v1/prices',
    {
      ...PRICE,
      currency: needed(currency),
      unit_amount: amount,
      product: word,
      product_data: PRODUCT_DATA,
      recurring: RECURRING,
      billing_scheme: oneOf('per_unit'),
      tax_behavior: oneOf('unspecified'),
    },
    async ({ work }, values) => {
      if (values.unit_amount === undefined)
        throw invalid(
          'You must specify either `unit_amount` or `unit_amount_decimal` when `billing_scheme=per_unit`.',
          { code: 'parameter_missing', param: 'unit_amount' },
        );
      const product =
        values.product_data === undefined
          ? await work.get('product', values.product ?? '', 'product')
          : await addProduct(work, values.product_data);
      const { recurring } = values;
      await takeLookupKey(work, values);
      return newPrice(work, {
        product,
        currency: values.currency,
        unitAmount: values.unit_amount,
        recurring:
          recurring === undefined
            ? null
            : { interval: recurring.interval, intervalCount: recurring.interval_count ?? 1 },
        active: values.active ?? true,
        lookupKey: values.lookup_key ?? null,
        nickname: values.nickname ?? null,
        metadata: mergeMetadata(null, values.metadata),
      });
    },
  ),
  route('GET', '/v1/prices/:id', {}, ({ work, id }) => work.get('price', id)),
  route('POST', '/v1/prices/:id', PRICE, async ({ work, id }, values) => {
    const price = await work.get('price', id);
    const { metadata, transfer_lookup_key: _transfer, ...fields } = values;
    if (typeof values.lookup_key === 'string' && values.lookup_key !== price.lookup_key)
      await takeLookupKey(work, values);
    Object.assign(price, fields, { metadata: mergeMetadata(price.metadata, metadata) });
    work.emit('price.updated', price);
    return price;
  }),
  route(
    'GET',
    '/v1/prices',
    {
      ...PAGE,
      active: flag,
      created: range,
      currency,
      lookup_keys: listOf(word),
      product: word,
      type: oneOf('one_time', 'recurring'),
    },
    (call, values) => {
      const keys = values.lookup_keys === undefined ? {} : { 'body.lookup_key': { $in: values.lookup_keys } };
      const equal = equalFilter({
        'body.active': values.active,
        'body.currency': values.currency,
        'body.product': values.product,
        'body.type': values.type,
      });
      return listOfKind(call, 'price', {
        filter: { ...equal, ...rangeFilter('body.created', values.created), ...keys },
        values,
      });
    },
  ),
];

type ProductValues = { name: string; id?: string | undefined } & {
  [K in keyof typeof PRODUCT]?: ReturnType<(typeof PRODUCT)[K]['read']> | undefined;
};

async function addProduct(work: Work, values: ProductValues): Promise<Product> {
  if (values.id !== undefined && (await work.find('product', values.id)) !== undefined) {
    throw invalid('Product already exists.', { code: 'resource_already_exists', param: 'id' });
  }
  return newProduct(work, {
    id: values.id,
    name: values.name,
    active: values.active ?? true,
    description: values.description ?? null,
    images: values.images ?? [],
    metadata: mergeMetadata(null, values.metadata),
    statement_descriptor: values.statement_descriptor ?? null,
    tax_code: values.tax_code ?? null,
    unit_label: values.unit_label ?? null,
    url: values.url ?? null,
  });
}

/** One price at a time has a lookup key; another one takes it over only when it says so. */
async function takeLookupKey(
  work: Work,
  values: { lookup_key?: string | null | undefined; transfer_lookup_key?: boolean | undefined },
): Promise<void> {
  const key = values.lookup_key ?? null;
  if (key === null) return;
  const [holder] = await work.where('price', { 'body.lookup_key': key });
  if (holder === undefined) return;
  if (values.transfer_lookup_key !== true) {
    throw invalid(`A price (\`${holder.id}\`) already uses that lookup key.`, {
      code: 'resource_already_exists',
      param: 'lookup_key',
    });
  }
  holder.lookup_key = null;
  work.emit('price.updated', holder);
}
