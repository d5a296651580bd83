import { PackageChanged, PackagePublished } from '@consult/contracts/events/catalog';
import { DEFAULT_POLICIES, TenantChanged } from '@consult/contracts/events/identity';
import { newEvent } from '@consult/messaging/event';
import { eventually } from '@consult/testing/eventually';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { bundle, monthly } from '../support/packages.ts';
import {
  client,
  confirm,
  eventsOf,
  finance,
  open,
  OTHER_ACCOUNT,
  OTHER_TENANT,
  refusal,
  settled,
  startWorld,
  START,
  TENANT,
  type World,
} from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  const policies = { ...DEFAULT_POLICIES, platformFeeBasisPoints: 1_000, platformFeeFixedMinor: 50 };
  world.neighbours.tenants.set(OTHER_TENANT, { stripeAccountId: OTHER_ACCOUNT, policies });
});
afterAll(async () => {
  await world.stop();
});

function onSale(tenantId: string, sold: ReturnType<typeof bundle>) {
  world.neighbours.packages.set(`${tenantId}/${sold.packageId}`, sold);
  return sold;
}
const tell = (definition: typeof PackagePublished, tenantId: string, sold: ReturnType<typeof bundle>) =>
  world.publish(
    newEvent(definition, {
      tenantId,
      subject: sold.packageId,
      version: sold.version,
      time: new Date(START),
      data: { package: sold },
    }),
  );

describe('two tenants', () => {
  test('with different Stripe accounts: each is paid into its own, webhooks included, by its own fee', async () => {
    const here = onSale(TENANT, bundle());
    const there = onSale(OTHER_TENANT, bundle());
    // The same person at both.
    const ours = client('sarah', TENANT);
    const theirs = client('sarah', OTHER_TENANT);
    const [own, other] = await Promise.all([open(world, ours, here), open(world, theirs, there)]);
    const intentOf = (secret: string) => secret.split('_secret_')[0] ?? '';
    const path = `/v1/payment_intents/${intentOf(other.clientSecret)}`;
    expect((await world.stripe('GET', path)).status).toBe(404);
    expect((await world.stripe('GET', path, undefined, OTHER_ACCOUNT)).status).toBe(200);
    await Promise.all([
      confirm(world, own.clientSecret),
      confirm(world, other.clientSecret, 'pm_card_visa', OTHER_ACCOUNT),
    ]);
    const paidHere = await settled(world, ours, own.transactionId, 'succeeded');
    const paidThere = await settled(world, theirs, other.transactionId, 'succeeded');
    expect(paidHere.amount).toEqual({ gross: 29_700, platformFee: 0, processingFee: 891, net: 28_809 });
    expect(paidThere.amount).toEqual({ gross: 29_700, platformFee: 3_020, processingFee: 891, net: 25_789 });
    const [event] = await eventsOf(world, 'PaymentSucceeded', other.transactionId, 1);
    expect(event?.tenantid).toBe(OTHER_TENANT);
  });

  test('never see each other’s payments, nor a client another client’s', async () => {
    const mine = await open(world, client('private', TENANT), onSale(TENANT, bundle()));
    const { transactionId } = mine;
    const get = (caller: Parameters<typeof world.billing.getTransaction>[0]) =>
      world.billing.getTransaction(caller, { transactionId });
    expect((await get(client('private'))).transactionId).toBe(transactionId);
    expect((await get(finance())).transactionId).toBe(transactionId);
    for (const stranger of [client('nosy'), client('private', OTHER_TENANT), finance(OTHER_TENANT)])
      expect(await refusal(get(stranger))).toMatchObject({ code: 'not_found' });
    const consultant = { ...client('mike'), roles: ['consultant' as const] };
    expect(await refusal(get(consultant))).toMatchObject({ code: 'forbidden' });
    expect(await refusal(open(world, consultant, bundle()))).toMatchObject({ code: 'forbidden' });
    const list = async (caller: typeof consultant | ReturnType<typeof client>) =>
      (await world.billing.listTransactions(caller, { page: null })).transactions ?? [];
    expect((await list(client('nosy'))).length).toBe(0);
    expect((await list(finance(OTHER_TENANT))).map((one) => one.transactionId)).not.toContain(transactionId);
    // A client who asks for another client's list gets its own.
    const asked = await world.billing.listTransactions(client('private'), { clientId: 'sarah', page: null });
    expect(asked.transactions?.map((one) => one.client)).toEqual(['private']);
  });

  test('list newest first, page by page, by state', async () => {
    const reader = client('reader');
    const made: string[] = [];
    for (let index = 0; index < 5; index += 1) {
      const sold = onSale(TENANT, bundle({ packageId: `PKG-100001-2${index}` }));
      made.push((await open(world, reader, sold)).transactionId);
    }
    const seen: string[] = [];
    let cursor = '';
    do {
      const { transactions, page } = await world.billing.listTransactions(reader, { page: { limit: 2, cursor } });
      seen.push(...(transactions ?? []).map((one) => one.transactionId ?? ''));
      cursor = page?.nextCursor ?? '';
    } while (cursor !== '');
    expect(seen.toSorted()).toEqual(made.toSorted());
    const succeeded = await world.billing.listTransactions(reader, { status: 'succeeded', page: null });
    expect(succeeded.transactions).toEqual([]);
    expect(
      await refusal(world.billing.listTransactions(reader, { page: { limit: 2, cursor: 'made-up' } })),
    ).toMatchObject({ code: 'invalid_request' });
  });

  test('a change of a tenant’s rules is followed, an older word about it is not', async () => {
    const tenantId = '100003';
    const told = (version: number, stripeAccountId: string) =>
      world.publish(
        newEvent(TenantChanged, {
          tenantId,
          subject: tenantId,
          version,
          time: new Date(START),
          data: {
            tenantId,
            slug: 't3',
            name: 'Third',
            stripeAccountId,
            currency: 'USD',
            timezone: 'UTC',
            policies: DEFAULT_POLICIES,
            version,
          },
        }),
      );
    await told(2, 'acct_new');
    await told(1, 'acct_old');
    await eventually(async () => {
      const [found] = await world.database.collection('tenants').find({ tenantId }).toArray();
      expect(found).toMatchObject({ stripeAccount: 'acct_new', version: 2 });
    });
    await told(3, 'acct_newest');
    await eventually(async () => {
      const [found] = await world.database.collection('tenants').find({ tenantId }).toArray();
      expect(found).toMatchObject({ stripeAccount: 'acct_newest', version: 3 });
    });
  });
});

describe('a package on sale', () => {
  test('gets one product and one price at Stripe, however often it is told, and a new price when its price changes', async () => {
    const growth = monthly({ packageId: 'PKG-100001-0050' });
    await Promise.all([1, 2, 3].map(() => tell(PackagePublished, TENANT, growth)));
    const [linked] = await eventsOf(world, 'StripePriceLinked', growth.packageId, 1);
    const { productId, priceId } = { ...(linked?.data as { productId: string; priceId: string } | undefined) };
    expect(linked?.data).toMatchObject({ packageVersion: 1 });
    expect((await world.stripe('GET', `/v1/prices/${priceId}`)).body).toMatchObject({
      unit_amount: 79_900,
      product: productId,
      recurring: { interval: 'month', interval_count: 1 },
    });
    const dearer = { ...growth, version: 2, pricing: { ...growth.pricing, amount: 89_900 } };
    await tell(PackageChanged, TENANT, dearer);
    const [, second] = await eventsOf(world, 'StripePriceLinked', growth.packageId, 2);
    expect(second?.data).toMatchObject({ packageVersion: 2, productId });
    const prices = (await world.stripe('GET', `/v1/prices?product=${productId}`)).body['data'] as {
      unit_amount: number;
    }[];
    expect(prices.map((price) => price.unit_amount)).toEqual([89_900, 79_900]);
    // A purchase on demand uses the same price.
    onSale(TENANT, dearer);
    await open(world, client('linked'), dearer);
    expect(((await world.stripe('GET', `/v1/prices?product=${productId}`)).body['data'] as object[]).length).toBe(2);
  });
});
