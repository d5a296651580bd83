import { randomBytes } from 'node:crypto';
import { invalid } from '../errors.ts';
import { listOfKind, PAGE, route, type Route } from '../http/route.ts';
import { mergeMetadata } from '../metadata.ts';
import type { Coupon } from '../objects.ts';
import { integer, oneOf, range, strings, text, word, type Param, type Values } from '../params.ts';
import { rangeFilter } from '../store.ts';
import type { Work } from '../work.ts';
import { currency, positive } from './money.ts';

const ID_BYTES = 4;
const CREATION = {
  amount_off: positive,
  currency,
  duration: oneOf('forever', 'once', 'repeating'),
  duration_in_months: positive,
  id: word,
  max_redemptions: positive,
  metadata: strings,
  name: text,
  percent_off: percent(),
  redeem_by: integer,
};

export const couponRoutes: readonly Route[] = [
  route('POST', '/v1/coupons', CREATION, ({ work }, values) => create(work, values)),
  route('GET', '/v1/coupons/:id', {}, ({ work, id }) => work.get('coupon', id)),
  route('POST', '/v1/coupons/:id', { metadata: strings, name: text }, async ({ work, id }, { metadata, name }) => {
    const coupon = await work.get('coupon', id);
    coupon.metadata = mergeMetadata(coupon.metadata, metadata);
    if (name !== undefined) coupon.name = name;
    work.emit('coupon.updated', coupon);
    return coupon;
  }),
  route('DELETE', '/v1/coupons/:id', {}, async ({ work, id }) => {
    const coupon = await work.get('coupon', id);
    coupon.valid = false;
    work.emit('coupon.deleted', coupon);
    work.remove(coupon);
    return { id, object: 'coupon', deleted: true };
  }),
  route('GET', '/v1/coupons', { ...PAGE, created: range }, (call, values) =>
    listOfKind(call, 'coupon', { filter: rangeFilter('body.created', values.created), values }),
  ),
];

async function create(work: Work, values: Values<typeof CREATION>): Promise<Coupon> {
  const { amount_off: fixed = null, percent_off: share = null, duration = 'once' } = values;
  if ((fixed === null) === (share === null))
    throw invalid('You must pass either amount_off or percent_off, and not both.', { param: 'percent_off' });
  if (fixed !== null && values.currency === undefined)
    throw invalid('You must pass currency when passing amount_off', { code: 'parameter_missing', param: 'currency' });
  if ((duration === 'repeating') !== (values.duration_in_months !== undefined))
    throw invalid('duration_in_months goes with duration=repeating.', { param: 'duration_in_months' });
  const id = values.id ?? randomBytes(ID_BYTES).toString('hex').toUpperCase();
  if ((await work.any(id)) !== undefined)
    throw invalid('Coupon already exists.', { code: 'resource_already_exists', param: 'id' });
  const coupon = work.add<Coupon>({
    id,
    object: 'coupon',
    amount_off: fixed,
    created: work.now,
    currency: fixed === null ? null : (values.currency ?? null),
    duration,
    duration_in_months: values.duration_in_months ?? null,
    livemode: false,
    max_redemptions: values.max_redemptions ?? null,
    metadata: mergeMetadata(null, values.metadata),
    name: values.name ?? null,
    percent_off: share,
    redeem_by: values.redeem_by ?? null,
    times_redeemed: 0,
    valid: true,
  });
  work.emit('coupon.created', coupon);
  return coupon;
}

/** Above 0, up to 100, with fractions. */
function percent(): Param<number, false> {
  return {
    needed: false,
    read: (raw, name) => {
      const value = typeof raw === 'string' && raw !== '' ? Number(raw) : Number.NaN;
      if (value > 0 && value <= 100) return value;
      throw invalid('Invalid percent_off: must be greater than 0 and at most 100', { param: name });
    },
  };
}
