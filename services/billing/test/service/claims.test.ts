import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { bundle, monthly } from '../support/packages.ts';
import { claim, code } from '../support/promotions.ts';
import { client, confirm, eventsOf, open, refusal, settled, startWorld, TENANT, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(async () => {
  await world.stop();
});

let packages = 0;
/** A package of its own for each test; free unless said otherwise. */
function onSale(changes: Parameters<typeof bundle>[0] = {}, make = bundle) {
  packages += 1;
  const packageId = `PKG-100001-3${String(packages).padStart(3, '0')}`;
  const sold = make({ packageId, pricing: { amount: 0, pricePerCredit: 0 }, ...changes });
  world.neighbours.packages.set(`${TENANT}/${sold.packageId}`, sold);
  return sold;
}
const stored = (filter: object) => world.database.collection('transactions').find(filter).toArray();
const reasonOf = async (call: Promise<unknown>) => {
  const { code: refused, details } = await refusal(call);
  return `${refused}: ${String(details['reason'])}`;
};

describe('what costs nothing', () => {
  test('is claimed without Stripe: a transaction of nothing that has succeeded, and one PaymentSucceeded', async () => {
    const sold = onSale();
    const amy = client('amy');
    const claimed = await claim(world, amy, sold, { requestId: 'claim-me' });
    expect(claimed).toMatchObject({
      status: { current: 'succeeded' },
      amount: { gross: 0, platformFee: 0, processingFee: 0, net: 0 },
      paidAt: '2025-01-01T09:00:00.000Z',
      package: { packageId: sold.packageId },
    });
    const [event] = await eventsOf(world, 'PaymentSucceeded', claimed.transactionId, 1);
    expect(event?.data).toMatchObject({ clientId: 'amy', amount: { gross: 0 }, package: sold });
    expect(await claim(world, amy, sold, { requestId: 'claim-me' })).toEqual(claimed);
    const otherwise = claim(world, amy, onSale(), { requestId: 'claim-me' });
    expect((await refusal(otherwise)).code).toBe('idempotency_key_reused');
    const intents = await world.stripe('GET', '/v1/payment_intents?limit=100');
    expect(intents.body['data']).toEqual([]);
    expect((await refusal(open(world, amy, sold))).code).toBe('no_payment_needed');
    // There is nothing to ask Stripe about, and no open payment.
    expect(await stored({ clientId: 'amy', $or: [{ open: true }, { checkAt: { $exists: true } }] })).toEqual([]);
  });

  test('with one request, twenty times at once, is claimed once', async () => {
    const sold = onSale();
    const claims = await Promise.all(
      Array.from({ length: 20 }, () => claim(world, client('hasty'), sold, { requestId: 'the-same' })),
    );
    expect(new Set(claims.map(({ transactionId }) => transactionId)).size).toBe(1);
    await eventsOf(world, 'PaymentSucceeded', claims[0]?.transactionId ?? '', 1);
    expect(await stored({ clientId: 'hasty' })).toHaveLength(1);
  });

  test('with a maximum of one, claimed twenty times at once under other requests, is had once', async () => {
    const sold = onSale({ eligibility: { maximumPurchasePerClient: 1 } });
    const results = await Promise.allSettled(Array.from({ length: 20 }, () => claim(world, client('keen'), sold)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results)
      if (result.status === 'rejected')
        expect(result.reason).toMatchObject({ code: 'not_eligible', details: { reason: 'maximum_reached' } });
    expect(await stored({ clientId: 'keen' })).toHaveLength(1);
  });

  test('by a code of 100 %: once per client, as often as the code allows, whoever comes at once', async () => {
    const sold = onSale({ pricing: { amount: 29_700, pricePerCredit: 9_900 } });
    await code(world, { code: 'GIFT', percentOff: 100, maxRedemptions: 3 });
    const everybody = Array.from({ length: 12 }, (_, index) => client(`guest-${index % 6}`));
    const results = await Promise.allSettled(
      everybody.map((guest) => claim(world, guest, sold, { promotionCode: 'gift' })),
    );
    const had = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    expect(had).toHaveLength(3);
    expect(new Set(had.map(({ client: guest }) => guest)).size).toBe(3);
    for (const one of had) expect(one).toMatchObject({ promotionCode: 'GIFT', discountMinor: 29_700 });
    for (const result of results)
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'rule_refused' });
  });

  test('that recurs is had for one period and does not renew', async () => {
    await code(world, { code: 'MONTH', percentOff: 100 });
    const sold = onSale({ pricing: { amount: 79_900, pricePerCredit: 9_987 } }, monthly);
    const claimed = await claim(world, client('rae'), sold, { promotionCode: 'MONTH' });
    expect(claimed).toMatchObject({ status: { current: 'succeeded' }, amount: { gross: 0 } });
    const [event] = await eventsOf(world, 'PaymentSucceeded', claimed.transactionId, 1);
    expect(event?.data).not.toHaveProperty('subscription');
    const { subscriptions } = await world.billing.listSubscriptions(client('rae'), { page: null });
    expect(subscriptions).toEqual([]);
  });

  test('takes the place of a payment that was opened before the code was known', async () => {
    const sold = onSale({
      pricing: { amount: 29_700, pricePerCredit: 9_900 },
      eligibility: { maximumPurchasePerClient: 1 },
    });
    await code(world, { code: 'AFTERALL', percentOff: 100 });
    const una = client('una');
    const opened = await open(world, una, sold);
    const claimed = await claim(world, una, sold, { promotionCode: 'AFTERALL' });
    await settled(world, una, opened.transactionId, 'cancelled');
    expect(claimed.status?.current).toBe('succeeded');
    expect((await confirm(world, opened.clientSecret)).status).not.toBe(200);
  });

  test('is refused where something is to be paid, for the trial, off sale, to the wrong clients, and for another quote', async () => {
    const dear = onSale({ pricing: { amount: 29_700, pricePerCredit: 9_900 } });
    const zoe = client('zoe');
    expect(await reasonOf(claim(world, zoe, dear))).toBe('rule_refused: payment_needed');
    await code(world, { code: 'HALF', percentOff: 50 });
    expect(await reasonOf(claim(world, zoe, dear, { promotionCode: 'HALF' }))).toBe('rule_refused: payment_needed');
    const trial = onSale({ details: { type: 'free_trial' } });
    expect(await reasonOf(claim(world, zoe, trial))).toBe('rule_refused: free_trial');
    const draft = onSale({ availability: { status: 'inactive' } });
    expect((await refusal(claim(world, zoe, draft))).code).toBe('not_on_sale');
    const old = onSale({ eligibility: { clientTypes: ['returning'] } });
    expect(await reasonOf(claim(world, zoe, old))).toBe('not_eligible: client_type');
    const free = onSale();
    const { quoteId } = await world.billing.quotePurchase(zoe, { packageId: free.packageId });
    expect((await refusal(claim(world, zoe, onSale(), { quoteId }))).code).toBe('quote_changed');
    expect((await claim(world, zoe, free, { quoteId })).status?.current).toBe('succeeded');
    const unsigned = world.billing.claimPackage(zoe, { packageId: free.packageId, requestId: '' });
    expect((await refusal(unsigned)).code).toBe('invalid_request');
  });
});
