import { randomBytes } from 'node:crypto';
import { isActive } from '../billing/redeem.ts';
import { invalid } from '../errors.ts';
import { newStripeId } from '../ids.ts';
import { listOfKind, PAGE, route, type Route } from '../http/route.ts';
import { mergeMetadata } from '../metadata.ts';
import type { PromotionCode } from '../objects.ts';
import { flag, integer, needed, nested, oneOf, range, strings, word, type Values } from '../params.ts';
import { equalFilter, rangeFilter, type Filter } from '../store.ts';
import type { Work } from '../work.ts';
import { currency, positive } from './money.ts';

const CODE = /^[\w-]{1,500}$/;
const CODE_BYTES = 4;
const CREATION = {
  active: flag,
  code: word,
  customer: word,
  expires_at: integer,
  max_redemptions: positive,
  metadata: strings,
  promotion: needed(nested({ type: needed(oneOf('coupon')), coupon: needed(word) })),
  restrictions: nested({
    first_time_transaction: flag,
    minimum_amount: positive,
    minimum_amount_currency: currency,
  }),
};

export const promotionCodeRoutes: readonly Route[] = [
  route('POST', '/v1/promotion_codes', CREATION, ({ work }, values) => create(work, values)),
  route('GET', '/v1/promotion_codes/:id', {}, ({ work, id }) => work.get('promotion_code', id)),
  route(
    'POST',
    '/v1/promotion_codes/:id',
    { active: flag, metadata: strings },
    async ({ work, id }, { active, metadata }) => {
      const code = await work.get('promotion_code', id);
      code.metadata = mergeMetadata(code.metadata, metadata);
      if (active === true && !code.active) await assertFree(work, code.code);
      code.active = active ?? code.active;
      work.emit('promotion_code.updated', code);
      return code;
    },
  ),
  route(
    'GET',
    '/v1/promotion_codes',
    { ...PAGE, active: flag, code: word, coupon: word, created: range, customer: word },
    (call, values) => {
      const equal = equalFilter({
        'body.active': values.active,
        'body.customer': values.customer,
        'body.promotion.coupon': values.coupon,
      });
      const code = values.code === undefined ? {} : spelt(values.code);
      return listOfKind(call, 'promotion_code', {
        filter: { ...equal, ...code, ...rangeFilter('body.created', values.created) },
        values,
      });
    },
  ),
];

async function create(work: Work, values: Values<typeof CREATION>): Promise<PromotionCode> {
  const { coupon: couponId } = values.promotion;
  const coupon = await work.get('coupon', couponId, 'promotion[coupon]');
  const { code = randomBytes(CODE_BYTES).toString('hex').toUpperCase(), restrictions } = values;
  if (!CODE.test(code))
    throw invalid('Promotion codes may only contain letters, digits and dashes.', { param: 'code' });
  await assertFree(work, code);
  const customer = values.customer === undefined ? null : (await work.get('customer', values.customer, 'customer')).id;
  const made = work.add<PromotionCode>({
    id: newStripeId('promo'),
    object: 'promotion_code',
    active: values.active ?? true,
    code,
    created: work.now,
    customer,
    customer_account: null,
    expires_at: values.expires_at ?? coupon.redeem_by,
    livemode: false,
    max_redemptions: values.max_redemptions ?? null,
    metadata: mergeMetadata(null, values.metadata),
    promotion: { coupon: coupon.id, type: 'coupon' },
    restrictions: {
      first_time_transaction: restrictions?.first_time_transaction ?? false,
      minimum_amount: restrictions?.minimum_amount ?? null,
      minimum_amount_currency: restrictions?.minimum_amount_currency ?? null,
    },
    times_redeemed: 0,
  });
  work.emit('promotion_code.created', made);
  return made;
}

/** Among the active codes each is there once, however it is spelt. */
async function assertFree(work: Work, code: string): Promise<void> {
  const same = await work.where('promotion_code', spelt(code));
  if (same.some((each) => isActive(each, work.now)))
    throw invalid(`An active promotion code with \`code: ${code}\` already exists.`, {
      code: 'resource_already_exists',
      param: 'code',
    });
}

const spelt = (code: string): Filter => ({
  'body.code': { $regex: `^${code.replaceAll(/[^\w-]/g, '\\$&')}$`, $options: 'i' },
});
