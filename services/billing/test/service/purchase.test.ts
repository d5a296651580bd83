import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { eventually } from '@consult/testing/eventually';
import { bundle } from '../support/packages.ts';
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
  const sold = bundle({ packageId: `PKG-100001-1${String(packages).padStart(3, '0')}`, ...changes });
  world.neighbours.packages.set(`${TENANT}/${sold.packageId}`, sold);
  return sold;
}
const stored = (filter: object) => world.database.collection('transactions').find(filter).toArray();

describe('a purchase', () => {
  test('is paid once: one transaction, one PaymentSucceeded with the package as bought, whatever is heard twice', async () => {
    await world.misbehave({ duplicate: true, reorder: true });
    const sarah = client('sarah');
    const sold = onSale({ credits: { activates: 'first_booking' } });
    const intent = await open(world, sarah, sold);
    expect(intent).toMatchObject({ status: 'pending', publishableKey: 'pk_test_billing' });
    expect(intent.transactionId).toMatch(/^TXN-100001-\d{4,}$/);
    expect((await confirm(world, intent.clientSecret)).status).toBe(200);
    const paid = await settled(world, sarah, intent.transactionId, 'succeeded');
    expect(paid.amount).toEqual({ gross: 29_700, platformFee: 0, processingFee: 891, net: 28_809 });
    expect(paid).toMatchObject({ currency: 'USD', client: 'sarah', paidAt: '2025-01-01T09:00:00.000Z' });
    expect(paid.stripe?.chargeId).toMatch(/^ch_/);
    expect(paid.receiptUrl).toContain('/receipts/');
    expect(paid.package).toMatchObject({ packageId: sold.packageId, version: sold.version });
    expect(paid.package).not.toHaveProperty('createdAt');
    const [event] = await eventsOf(world, 'PaymentSucceeded', intent.transactionId, 1);
    expect(event?.data).toMatchObject({
      transactionId: intent.transactionId,
      clientId: 'sarah',
      package: sold,
      paidAt: '2025-01-01T09:00:00.000Z',
    });
    // Every event Stripe has sent about it has been worked on, and the effect is still one.
    await eventually(async () => {
      const waiting = await world.database.collection('webhook_inbox').countDocuments({ state: { $ne: 'done' } });
      expect(waiting).toBe(0);
    });
    await eventsOf(world, 'PaymentSucceeded', intent.transactionId, 1);
    await world.misbehave({});
  });

  test('is split by the fee of its package, as it was when it was sold, instead of the tenant’s', async () => {
    const fin = client('finn');
    const sold = onSale({ platformFee: { basisPoints: 1_000, fixedMinor: 50 } });
    const intent = await open(world, fin, sold);
    // Another fee for those who buy from now on.
    const dearer = { ...sold, version: sold.version, platformFee: { basisPoints: 5_000, fixedMinor: 0 } };
    world.neighbours.packages.set(`${TENANT}/${sold.packageId}`, dearer);
    await confirm(world, intent.clientSecret);
    const paid = await settled(world, fin, intent.transactionId, 'succeeded');
    expect(paid.amount).toEqual({ gross: 29_700, platformFee: 3_020, processingFee: 891, net: 25_789 });
    // It is between the tenant and the platform.
    expect(paid.package?.platformFee).toBeNull();
    const [document] = await stored({ transactionId: intent.transactionId });
    expect(document?.['package']).toMatchObject({ platformFee: sold.platformFee });
  });

  test('that is declined stays open with the reason, and the same transaction succeeds with another card', async () => {
    const dora = client('dora');
    const sold = onSale();
    const intent = await open(world, dora, sold);
    expect((await confirm(world, intent.clientSecret, 'pm_card_chargeDeclinedInsufficientFunds')).status).toBe(402);
    const [failed] = await eventsOf(world, 'PaymentFailed', intent.transactionId, 1);
    expect(failed?.data).toMatchObject({ code: 'card_declined', declineCode: 'insufficient_funds' });
    const declined = await settled(world, dora, intent.transactionId, 'pending');
    expect(declined.lastError).toMatchObject({ code: 'card_declined', declineCode: 'insufficient_funds' });
    // Asked again, it is the same payment.
    expect((await open(world, dora, sold)).clientSecret).toBe(intent.clientSecret);
    await confirm(world, intent.clientSecret);
    const paid = await settled(world, dora, intent.transactionId, 'succeeded');
    expect(paid.lastError).toBeNull();
    await eventsOf(world, 'PaymentSucceeded', intent.transactionId, 1);
    expect(await stored({ clientId: 'dora' })).toHaveLength(1);
  });

  test('asked for twenty times at once by one client is one payment', async () => {
    const sold = onSale();
    const answers = await Promise.all(Array.from({ length: 20 }, () => open(world, client('eager'), sold)));
    expect(new Set(answers.map(({ clientSecret }) => clientSecret)).size).toBe(1);
    expect(new Set(answers.map(({ transactionId }) => transactionId)).size).toBe(1);
    expect(await stored({ clientId: 'eager' })).toHaveLength(1);
    const listed = await world.stripe('GET', `/v1/payment_intents?limit=100`);
    const made = (listed.body['data'] as { metadata: { clientId?: string } }[]).filter(
      ({ metadata }) => metadata.clientId === 'eager',
    );
    expect(made).toHaveLength(1);
  });

  test('of a package with a maximum of one, raced twenty times, is one; and none after it was paid', async () => {
    const sold = onSale({ eligibility: { maximumPurchasePerClient: 1 } });
    const once = client('once');
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => open(world, once, sold, `request-${index}`)),
    );
    const [first] = answers;
    expect(new Set(answers.map(({ transactionId }) => transactionId)).size).toBe(1);
    await confirm(world, first?.clientSecret ?? '');
    await settled(world, once, first?.transactionId ?? '', 'succeeded');
    const again = await Promise.all(Array.from({ length: 5 }, () => refusal(open(world, once, sold))));
    for (const { code, details } of again) {
      expect(code).toBe('not_eligible');
      expect(details).toMatchObject({ reason: 'maximum_reached', maximum: 1 });
    }
    expect(await stored({ clientId: 'once' })).toHaveLength(1);
  });

  test('under the same request is the same payment, also after it was paid', async () => {
    const sold = onSale();
    const first = await open(world, client('retry'), sold, 'key-1');
    await confirm(world, first.clientSecret);
    await settled(world, client('retry'), first.transactionId, 'succeeded');
    const second = await open(world, client('retry'), sold, 'key-1');
    expect(second).toMatchObject({
      transactionId: first.transactionId,
      clientSecret: first.clientSecret,
      status: 'succeeded',
    });
    expect((await open(world, client('retry'), sold, 'key-2')).transactionId).not.toBe(first.transactionId);
  });
});

describe('a price', () => {
  test('under a request that has bought another package is refused, and nothing is opened', async () => {
    await open(world, client('reuser'), onSale(), 'one-request');
    const refused = await refusal(open(world, client('reuser'), onSale(), 'one-request'));
    expect(refused.code).toBe('idempotency_key_reused');
    expect(await stored({ clientId: 'reuser' })).toHaveLength(1);
  });

  test('that is not the catalog’s now is refused with the current one, and nothing is opened', async () => {
    const sold = onSale();
    const call = (amount: number, currency: string) =>
      world.billing.createPaymentIntent(client('haggler'), {
        packageId: sold.packageId,
        amount,
        currency,
        requestId: '',
      });
    for (const refused of [await refusal(call(29_600, 'USD')), await refusal(call(29_700, 'EUR'))])
      expect(refused).toMatchObject({
        code: 'price_changed',
        details: { currentPrice: { amount: 29_700, currency: 'USD' } },
      });
    expect(await stored({ clientId: 'haggler' })).toHaveLength(0);
    // Case does not matter.
    expect((await call(29_700, 'usd')).status).toBe('pending');
  });

  test('that changes while a payment is open cancels it at Stripe and opens another', async () => {
    const sold = onSale();
    const before = await open(world, client('slow'), sold);
    const dearer = { ...sold, version: 2, pricing: { ...sold.pricing, amount: 39_700 } };
    world.neighbours.packages.set(`${TENANT}/${sold.packageId}`, dearer);
    const after = await open(world, client('slow'), dearer);
    expect(after.transactionId).not.toBe(before.transactionId);
    const [id] = before.clientSecret.split('_secret_');
    expect((await world.stripe('GET', `/v1/payment_intents/${id}`)).body).toMatchObject({ status: 'canceled' });
    await settled(world, client('slow'), before.transactionId, 'cancelled');
    await confirm(world, after.clientSecret);
    const paid = await settled(world, client('slow'), after.transactionId, 'succeeded');
    expect(paid.amount?.gross).toBe(39_700);
  });

  test('of nothing needs no payment; one Stripe does not take is refused, and its place is free again', async () => {
    const free = onSale({ pricing: { amount: 0 } });
    expect(await refusal(open(world, client('free'), free))).toMatchObject({ code: 'no_payment_needed' });
    const tiny = onSale({ pricing: { amount: 10 }, eligibility: { maximumPurchasePerClient: 1 } });
    for (let attempt = 0; attempt < 2; attempt += 1)
      expect(await refusal(open(world, client('tiny'), tiny))).toMatchObject({
        code: 'rule_refused',
        details: { reason: 'payment_refused', stripeCode: 'amount_too_small' },
      });
    const states = (await stored({ clientId: 'tiny' })).map((one) => one['state']);
    expect(states).toEqual(['cancelled', 'cancelled']);
  });
});

describe('a package', () => {
  test('that is not on sale, not there, or not open to this client cannot be bought', async () => {
    const retired = onSale({ availability: { status: 'inactive' } });
    const later = onSale({ availability: { startDate: '2025-01-02T00:00:00Z' } });
    const over = onSale({ availability: { endDate: '2025-01-01T09:00:00Z' } });
    for (const sold of [retired, later, over])
      expect(await refusal(open(world, client('keen'), sold))).toMatchObject({ code: 'not_on_sale' });
    expect(await refusal(open(world, client('keen'), bundle({ packageId: 'PKG-100001-9999' })))).toMatchObject({
      code: 'not_found',
    });
    const forNew = onSale({ eligibility: { clientTypes: ['new'] } });
    world.neighbours.returning.add(`${TENANT}/known`);
    expect(await refusal(open(world, client('known'), forNew))).toMatchObject({
      code: 'not_eligible',
      details: { reason: 'client_type' },
    });
    expect((await open(world, client('unknown'), forNew)).status).toBe('pending');
    expect(await stored({ clientId: { $in: ['keen', 'known'] } })).toHaveLength(0);
  });
});
