import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DEFAULT_POLICIES } from '@consult/contracts/events/identity';
import { bundle } from '../support/packages.ts';
import { admin, code, openWith } from '../support/promotions.ts';
import { client, confirm, eventsOf, settled, startWorld, type World } from '../support/world.ts';

const TENANT = '100003';
let world: World;
beforeAll(async () => {
  world = await startWorld();
  world.neighbours.tenants.set(TENANT, {
    stripeAccountId: 'acct_platform',
    policies: { ...DEFAULT_POLICIES, platformFeeBasisPoints: 250, platformFeeFixedMinor: 5 },
  });
  await code(world, { code: 'WORLD', percentOff: 15 }, admin(TENANT));
});
afterAll(async () => {
  await world.stop();
});

/** Prices whose 15 % is no whole minor unit; what can be charged in dinars ends in 0. */
test.each([
  { currency: 'JPY', amount: 1_990, discount: 299, total: 1_691, platformFee: 47 },
  { currency: 'USD', amount: 9_990, discount: 1_499, total: 8_491, platformFee: 217 },
  { currency: 'KWD', amount: 12_350, discount: 1_850, total: 10_500, platformFee: 268 },
])('$currency: quoted, charged, split and told to the minor unit', async (given) => {
  const { currency, amount, discount, total, platformFee } = given;
  const sold = bundle({ packageId: `PKG-${TENANT}-${currency}`, pricing: { amount, currency } });
  world.neighbours.packages.set(`${TENANT}/${sold.packageId}`, sold);
  const buyer = client(`buyer-${currency}`, TENANT);
  const quote = await world.billing.quotePurchase(buyer, { packageId: sold.packageId, promotionCode: 'WORLD' });
  expect(quote).toMatchObject({ currency, discount, total, price: amount });
  const intent = await openWith(world, buyer, sold, { promotionCode: 'WORLD', quoteId: quote.quoteId });
  const asked = await confirm(world, intent.clientSecret);
  expect(asked.body).toMatchObject({ amount: total, currency: currency.toLowerCase() });
  const paid = await settled(world, buyer, intent.transactionId, 'succeeded');
  expect(paid).toMatchObject({ currency, amount: { gross: total, platformFee }, discountMinor: discount });
  const split = paid.amount;
  expect((split?.platformFee ?? 0) + (split?.processingFee ?? 0) + (split?.net ?? 0)).toBe(total);
  const [event] = await eventsOf(world, 'PaymentSucceeded', intent.transactionId, 1);
  expect(event?.data).toMatchObject({ currency, amount: { gross: total } });
});
