import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { eventually } from '@consult/testing/eventually';
import { bundle } from '../support/packages.ts';
import { admin, code, openWith } from '../support/promotions.ts';
import { client, confirm, eventsOf, open, refusal, settled, startWorld, TENANT, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(async () => {
  await world.stop();
});

let packages = 0;
/** A package of its own for each test. */
function onSale(changes: Parameters<typeof bundle>[0] = {}) {
  packages += 1;
  const sold = bundle({ packageId: `PKG-100001-2${String(packages).padStart(3, '0')}`, ...changes });
  world.neighbours.packages.set(`${TENANT}/${sold.packageId}`, sold);
  return sold;
}
const stored = (filter: object) => world.database.collection('transactions').find(filter).toArray();
const listed = async (name: string) => {
  const { promotionCodes } = await world.billing.listPromotionCodes(admin(), { page: { limit: 100, cursor: '' } });
  return promotionCodes.find((one) => one.code === name);
};
const reasonOf = async (call: Promise<unknown>) => {
  const { code: refused, details } = await refusal(call);
  return `${refused}: ${String(details['reason'])}`;
};

describe('a promotion code', () => {
  test('is made once under its name, whatever its case; the same again is the same, another is refused', async () => {
    const made = await code(world, { code: 'Spring-25', percentOff: 25 });
    expect(made).toMatchObject({ code: 'SPRING-25', percentOff: 25, timesRedeemed: 0, active: true, packageIds: [] });
    expect(await code(world, { code: 'spring-25', percentOff: 25 })).toEqual(made);
    expect(await reasonOf(code(world, { code: 'SPRING-25', percentOff: 30 }))).toBe('rule_refused: code_taken');
    const raced = await Promise.all(Array.from({ length: 10 }, () => code(world, { code: 'RACED', percentOff: 5 })));
    expect(new Set(raced.map(({ createdAt }) => createdAt)).size).toBe(1);
    const both = { code: 'BOTH', percentOff: 5, amountOff: 100 };
    expect((await refusal(code(world, both))).code).toBe('invalid_request');
    expect((await refusal(code(world, { code: 'FREE', percentOff: 101 }))).code).toBe('invalid_request');
    expect((await refusal(code(world, { code: 'MINE' }, client('sly')))).code).toBe('forbidden');
    const late = { code: 'LATE', expiresAt: '2024-12-31T00:00:00.000Z' };
    expect(await reasonOf(code(world, late))).toBe('rule_refused: expires_before_now');
  });

  test('takes off what the quote says; Stripe is asked for the total, and the books show all three', async () => {
    await code(world, { code: 'FIFTEEN', percentOff: 15 });
    const sold = onSale({ pricing: { amount: 9_990 } });
    const pia = client('pia');
    const quote = await world.billing.quotePurchase(pia, { packageId: sold.packageId, promotionCode: 'fifteen' });
    // 1 498.5 is rounded half up.
    expect(quote).toMatchObject({
      price: 9_990,
      discount: 1_499,
      total: 8_491,
      currency: 'USD',
      rule: 'percent_off',
      promotionCode: 'FIFTEEN',
      packageVersion: sold.version,
    });
    const intent = await openWith(world, pia, sold, { promotionCode: 'fifteen', quoteId: quote.quoteId });
    const asked = await confirm(world, intent.clientSecret);
    expect(asked.body['amount']).toBe(8_491);
    const paid = await settled(world, pia, intent.transactionId, 'succeeded');
    expect(paid).toMatchObject({ promotionCode: 'FIFTEEN', discountMinor: 1_499, amount: { gross: 8_491 } });
    const { amount } = paid;
    expect((amount?.platformFee ?? 0) + (amount?.processingFee ?? 0) + (amount?.net ?? 0)).toBe(8_491);
    const [event] = await eventsOf(world, 'PaymentSucceeded', intent.transactionId, 1);
    // The package is what was bought, at its own price; what was paid stands beside it.
    expect(event?.data).toMatchObject({ amount: { gross: 8_491 }, package: { pricing: { amount: 9_990 } } });
    expect(await listed('FIFTEEN')).toMatchObject({ timesRedeemed: 1 });
  });

  test('that takes off a sum is for its currency only, and never leaves less than nothing', async () => {
    await code(world, { code: 'TENNER', amountOff: 1_000 });
    const sold = onSale();
    const yen = onSale({ pricing: { currency: 'JPY', amount: 5_000 } });
    const quote = (packageId: string, promotionCode = 'TENNER') =>
      world.billing.quotePurchase(client('sum'), { packageId, promotionCode });
    expect(await quote(sold.packageId)).toMatchObject({ discount: 1_000, total: 28_700, rule: 'amount_off' });
    expect(await reasonOf(quote(yen.packageId))).toBe('rule_refused: promotion_other_currency');
    await code(world, { code: 'HUGE', amountOff: 1_000_000 });
    expect(await quote(sold.packageId, 'HUGE')).toMatchObject({ discount: 29_700, total: 0 });
    const all = await refusal(openWith(world, client('sum'), sold, { promotionCode: 'HUGE' }));
    expect(all.code).toBe('no_payment_needed');
  });

  test('is refused by name: unknown, ended, expired, for another package, used, only for a first purchase', async () => {
    const sold = onSale();
    const other = onSale();
    const uma = client('uma');
    const quote = (promotionCode: string, packageId = sold.packageId) =>
      world.billing.quotePurchase(uma, { packageId, promotionCode });
    expect(await reasonOf(quote('NOWHERE'))).toBe('rule_refused: promotion_unknown');
    await code(world, { code: 'OVER' });
    expect(await world.billing.endPromotionCode(admin(), { code: 'over' })).toMatchObject({ active: false });
    expect(await world.billing.endPromotionCode(admin(), { code: 'OVER' })).toMatchObject({ active: false });
    expect(await reasonOf(quote('OVER'))).toBe('rule_refused: promotion_ended');
    expect((await refusal(world.billing.endPromotionCode(admin(), { code: 'NONE' }))).code).toBe('not_found');
    await code(world, { code: 'THAT', packageIds: [other.packageId] });
    expect(await reasonOf(quote('THAT'))).toBe('rule_refused: promotion_other_package');
    expect(await quote('THAT', other.packageId)).toMatchObject({ discount: 5_940 });
    await code(world, { code: 'FIRST', firstPurchaseOnly: true });
    expect(await quote('FIRST')).toMatchObject({ total: 23_760 });
    await code(world, { code: 'ONCE' });
    const intent = await openWith(world, uma, sold, { promotionCode: 'ONCE' });
    await confirm(world, intent.clientSecret);
    await settled(world, uma, intent.transactionId, 'succeeded');
    expect(await reasonOf(quote('ONCE'))).toBe('rule_refused: promotion_used');
    expect(await reasonOf(openWith(world, uma, other, { promotionCode: 'ONCE' }))).toBe('rule_refused: promotion_used');
    expect(await reasonOf(quote('FIRST'))).toBe('rule_refused: promotion_first_purchase_only');
    // Another tenant has none of these.
    const abroad = bundle({ packageId: 'PKG-100002-0001' });
    world.neighbours.packages.set('100002/PKG-100002-0001', abroad);
    const elsewhere = { packageId: 'PKG-100002-0001', promotionCode: 'ONCE' };
    expect(await reasonOf(world.billing.quotePurchase(client('x', '100002'), elsewhere))).toBe(
      'rule_refused: promotion_unknown',
    );
  });

  test('with a maximum of one, used by twenty clients at once, is used once', async () => {
    await code(world, { code: 'SINGLE', maxRedemptions: 1 });
    const sold = onSale();
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) =>
        openWith(world, client(`crowd-${index}`), sold, { promotionCode: 'SINGLE' }),
      ),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results)
      if (result.status === 'rejected')
        expect(result.reason).toMatchObject({ code: 'rule_refused', details: { reason: 'promotion_exhausted' } });
    expect(await stored({ 'redemption.code': 'SINGLE' })).toHaveLength(1);
    expect(await listed('SINGLE')).toMatchObject({ timesRedeemed: 1 });
  });

  test('with a maximum of five and twenty who want it is used five times', async () => {
    await code(world, { code: 'FIVE', maxRedemptions: 5 });
    const sold = onSale();
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) =>
        openWith(world, client(`five-${index}`), sold, { promotionCode: 'FIVE' }),
      ),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
    const used = await stored({ 'redemption.code': 'FIVE' });
    expect(new Set(used.map((one) => one['redemption'].ordinal as number))).toEqual(new Set([1, 2, 3, 4, 5]));
  });

  test('is used once by one client, however many packages are asked for at once', async () => {
    await code(world, { code: 'PERCLIENT' });
    const sold = Array.from({ length: 8 }, () => onSale());
    const results = await Promise.allSettled(
      sold.map((one) => openWith(world, client('greedy'), one, { promotionCode: 'PERCLIENT' })),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results)
      if (result.status === 'rejected')
        expect(result.reason).toMatchObject({ code: 'rule_refused', details: { reason: 'promotion_used' } });
  });

  test('for first purchases: two such codes at once on two packages are one', async () => {
    const [one, two] = [onSale(), onSale()];
    await code(world, { code: 'HELLO', firstPurchaseOnly: true });
    await code(world, { code: 'WELCOME', firstPurchaseOnly: true });
    const fay = client('fay');
    const results = await Promise.allSettled([
      openWith(world, fay, one, { promotionCode: 'HELLO' }),
      openWith(world, fay, two, { promotionCode: 'WELCOME' }),
    ]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('is given back when the payment was cancelled at Stripe, and not before', async () => {
    await code(world, { code: 'LAST', maxRedemptions: 1 });
    const sold = onSale();
    const intent = await openWith(world, client('slow'), sold, { promotionCode: 'LAST' });
    const next = () => openWith(world, client('next'), sold, { promotionCode: 'LAST' });
    expect(await reasonOf(next())).toBe('rule_refused: promotion_exhausted');
    const [id] = intent.clientSecret.split('_secret_');
    await world.stripe('POST', `/v1/payment_intents/${id}/cancel`);
    await settled(world, client('slow'), intent.transactionId, 'cancelled');
    expect((await next()).status).toBe('pending');
  });
});

describe('a quote', () => {
  test('holds the purchase to what was seen: another outcome, or another client, is refused', async () => {
    const sold = onSale();
    const quoteOf = (userId: string, more: object = {}) =>
      world.billing.quotePurchase(client(userId), { packageId: sold.packageId, ...more });
    const { quoteId, total, rule } = await quoteOf('vera');
    expect({ total, rule }).toEqual({ total: 29_700, rule: 'catalog_price' });
    expect((await refusal(openWith(world, client('other'), sold, { quoteId }))).code).toBe('quote_changed');
    await code(world, { code: 'QUOTED' });
    const withCode = openWith(world, client('vera'), sold, { quoteId, promotionCode: 'QUOTED' });
    expect((await refusal(withCode)).code).toBe('quote_changed');
    expect((await openWith(world, client('vera'), sold, { quoteId })).status).toBe('pending');
    const later = await quoteOf('wim');
    // Another version of the package at the same price is still another outcome.
    world.neighbours.packages.set(`${TENANT}/${sold.packageId}`, { ...sold, version: sold.version + 1 });
    expect((await refusal(openWith(world, client('wim'), sold, { quoteId: later.quoteId }))).code).toBe(
      'quote_changed',
    );
    const fresh = await quoteOf('wim');
    world.shiftWall(11 * 60_000);
    const expired = await refusal(openWith(world, client('wim'), sold, { quoteId: fresh.quoteId }));
    expect(expired).toMatchObject({ code: 'quote_changed', details: { reason: 'expired' } });
    world.shiftWall(0);
    expect(await stored({ clientId: 'wim' })).toHaveLength(0);
  });

  test('takes nothing up, and says what the purchase would be refused for', async () => {
    await code(world, { code: 'LOOK', maxRedemptions: 1 });
    const sold = onSale({ eligibility: { maximumPurchasePerClient: 1 } });
    const quote = (userId: string) =>
      world.billing.quotePurchase(client(userId), { packageId: sold.packageId, promotionCode: 'LOOK' });
    await Promise.all(['a', 'b', 'c'].map(quote));
    expect(await listed('LOOK')).toMatchObject({ timesRedeemed: 0 });
    const intent = await openWith(world, client('a'), sold, { promotionCode: 'LOOK' });
    // Its own open payment stands in nobody's way but that of others.
    expect(await quote('a')).toMatchObject({ discount: 5_940 });
    expect(await reasonOf(quote('b'))).toBe('rule_refused: promotion_exhausted');
    await confirm(world, intent.clientSecret);
    await settled(world, client('a'), intent.transactionId, 'succeeded');
    expect(await reasonOf(quote('a'))).toBe('not_eligible: maximum_reached');
    const draft = onSale({ availability: { status: 'inactive' } });
    const off = await refusal(world.billing.quotePurchase(client('a'), { packageId: draft.packageId }));
    expect(off.code).toBe('not_on_sale');
  });
});

describe('an open payment', () => {
  test('gives way to one with a code, and is the same one when asked again with that code', async () => {
    await code(world, { code: 'SWITCH' });
    const sold = onSale();
    const ben = client('ben');
    const dear = await open(world, ben, sold);
    const cheap = await openWith(world, ben, sold, { promotionCode: 'SWITCH' });
    expect(cheap.transactionId).not.toBe(dear.transactionId);
    await settled(world, ben, dear.transactionId, 'cancelled');
    const again = await Promise.all(
      Array.from({ length: 10 }, () => openWith(world, ben, sold, { promotionCode: 'switch' })),
    );
    expect(new Set(again.map(({ clientSecret }) => clientSecret))).toEqual(new Set([cheap.clientSecret]));
    expect(await stored({ clientId: 'ben', state: 'pending' })).toHaveLength(1);
  });

  test('under one request is for one code', async () => {
    await code(world, { code: 'KEYED' });
    const sold = onSale();
    const kim = client('kim');
    const first = await openWith(world, kim, sold, { promotionCode: 'KEYED', requestId: 'key-1' });
    const second = await openWith(world, kim, sold, { promotionCode: 'KEYED', requestId: 'key-1' });
    expect(second.clientSecret).toBe(first.clientSecret);
    expect((await refusal(openWith(world, kim, sold, { requestId: 'key-1' }))).code).toBe('idempotency_key_reused');
  });
});

describe('a subscription', () => {
  test('bought with a code costs less once: the first invoice is the total, the next one the price', async () => {
    await code(world, { code: 'STARTER', percentOff: 25 });
    const sold = onSale({
      details: { name: 'Growth', type: 'monthly_subscription' },
      credits: { total: 8, expiresAfterDays: 30 },
      pricing: { amount: 79_900, pricePerCredit: 9_987 },
      subscription: { recurring: true, interval: 'month' },
    });
    const [sue, sam] = [client('sue'), client('sam')];
    const intent = await openWith(world, sue, sold, { promotionCode: 'STARTER' });
    expect((await confirm(world, intent.clientSecret)).body['amount']).toBe(59_925);
    const paid = await settled(world, sue, intent.transactionId, 'succeeded');
    expect(paid).toMatchObject({ amount: { gross: 59_925 }, promotionCode: 'STARTER', discountMinor: 19_975 });
    const [event] = await eventsOf(world, 'PaymentSucceeded', intent.transactionId, 1);
    expect(event?.data).toMatchObject({ amount: { gross: 59_925 }, subscription: { reason: 'create' } });
    // The coupon is there already for the next client.
    const second = await openWith(world, sam, sold, { promotionCode: 'STARTER' });
    expect((await confirm(world, second.clientSecret)).body['amount']).toBe(59_925);
    await settled(world, sam, second.transactionId, 'succeeded');
    await world.advanceTo('2025-02-01T12:00:00Z');
    const renewals = await eventually(
      async () => {
        const found = await stored({ clientId: 'sue', kind: 'renewal', state: 'succeeded' });
        expect(found).toHaveLength(1);
        return found;
      },
      { withinMs: 15_000 },
    );
    expect(renewals[0]?.['amount'].gross).toBe(79_900);
    expect(renewals[0]).not.toHaveProperty('promotion');
  });
});
