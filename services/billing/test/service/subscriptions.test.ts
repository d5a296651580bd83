import { eventually } from '@consult/testing/eventually';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { monthly } from '../support/packages.ts';
import {
  client,
  confirm,
  eventsOf,
  finance,
  open,
  OTHER_TENANT,
  refusal,
  settled,
  startWorld,
  TENANT,
  type World,
} from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  world.neighbours.packages.set(`${TENANT}/${growth.packageId}`, growth);
  world.neighbours.packages.set(`${TENANT}/${quarterly.packageId}`, quarterly);
});
afterAll(async () => {
  await world.stop();
});

const growth = monthly();
const quarterly = monthly({
  packageId: 'PKG-100001-0003',
  details: { name: 'Quarter', type: 'quarterly_subscription' },
  subscription: { recurring: true, interval: 'quarter' },
});
const stored = (clientId: string) =>
  world.database.collection('transactions').find({ clientId }).sort({ createdAt: 1 }).toArray();
const ownSubscriptions = async (clientId: string) =>
  (await world.billing.listSubscriptions(client(clientId), { page: null })).subscriptions ?? [];

describe('a subscription', () => {
  test('begins with one payment, although Stripe tells of it twice, and renews by itself with a transaction of its own', async () => {
    await world.misbehave({ duplicate: true, reorder: true });
    const intent = await open(world, client('sarah'), growth);
    expect(intent.subscriptionId).toMatch(/^sub_/);
    const [incomplete] = await ownSubscriptions('sarah');
    expect(incomplete).toMatchObject({ subscriptionId: intent.subscriptionId, status: 'incomplete' });
    expect(incomplete).not.toHaveProperty('currentPeriodEnd');
    await confirm(world, intent.clientSecret);
    await settled(world, client('sarah'), intent.transactionId, 'succeeded');
    const subscriptionId = intent.subscriptionId ?? '';
    const [started] = await eventsOf(world, 'SubscriptionStarted', subscriptionId, 1);
    const period = { subscriptionId, periodStart: '2025-01-01T09:00:00.000Z', periodEnd: '2025-02-01T09:00:00.000Z' };
    expect(started?.data).toMatchObject({ ...period, clientId: 'sarah', packageName: 'Growth' });
    const [first] = await eventsOf(world, 'PaymentSucceeded', intent.transactionId, 1);
    expect(first?.data).toMatchObject({ package: growth, subscription: { ...period, reason: 'create' } });
    await world.misbehave({});

    await world.advanceTo('2025-02-01T09:00:00Z');
    const [renewed] = await eventsOf(world, 'SubscriptionRenewed', subscriptionId, 1);
    expect(Number(renewed?.sequence)).toBeGreaterThan(Number(started?.sequence));
    const [, renewal] = await stored('sarah');
    expect(await stored('sarah')).toHaveLength(2);
    expect(renewal).toMatchObject({ kind: 'renewal', state: 'succeeded', amount: { gross: 79_900 } });
    const [second] = await eventsOf(world, 'PaymentSucceeded', String(renewal?.['transactionId']), 1);
    expect(second?.data).toMatchObject({
      paidAt: '2025-02-01T09:00:00.000Z',
      subscription: { periodStart: period.periodEnd, periodEnd: '2025-03-01T09:00:00.000Z', reason: 'cycle' },
    });
    expect(await ownSubscriptions('sarah')).toMatchObject([
      { status: 'active', currentPeriodEnd: '2025-03-01T09:00:00.000Z' },
    ]);
  });

  test('whose renewal is declined is past due, tells why, and ends when Stripe gives it up', async () => {
    const intent = await open(world, client('broke'), growth);
    await confirm(world, intent.clientSecret);
    await settled(world, client('broke'), intent.transactionId, 'succeeded');
    const subscriptionId = intent.subscriptionId ?? '';
    const customer = (await stored('broke'))[0]?.['stripe'].customerId as string;
    const method = await world.stripe('POST', '/v1/payment_methods/pm_card_chargeCustomerFail/attach', { customer });
    await world.stripe('POST', `/v1/subscriptions/${subscriptionId}`, {
      default_payment_method: String(method.body['id']),
    });
    await world.advanceTo('2025-03-01T09:00:00Z');
    const [pastDue] = await eventsOf(world, 'SubscriptionPastDue', subscriptionId, 1);
    const renewal = (await stored('broke')).find(({ kind }) => kind === 'renewal');
    expect(renewal).toMatchObject({ state: 'pending', lastError: { code: 'card_declined' } });
    await eventsOf(world, 'PaymentSucceeded', String(renewal?.['transactionId']), 0);
    await world.advanceTo('2025-03-12T09:00:00Z');
    const [cancelled] = await eventsOf(world, 'SubscriptionCancelled', subscriptionId, 1);
    expect(Number(cancelled?.sequence)).toBeGreaterThan(Number(pastDue?.sequence));
    expect(await ownSubscriptions('broke')).toMatchObject([{ status: 'cancelled' }]);
  });

  test('by the quarter is paid every three months', async () => {
    const intent = await open(world, client('quarter'), quarterly);
    await confirm(world, intent.clientSecret);
    const [started] = await eventsOf(world, 'SubscriptionStarted', intent.subscriptionId ?? '', 1);
    expect(started?.data).toMatchObject({
      periodStart: '2025-03-12T09:00:00.000Z',
      periodEnd: '2025-06-12T09:00:00.000Z',
    });
  });

  test('that only bears the label of a purchase which has its own says nothing about it', async () => {
    const { subscriptionId, transactionId, clientSecret } = await open(world, client('labelled'), growth);
    const { body: own } = await world.stripe('GET', `/v1/subscriptions/${subscriptionId}`);
    const { customer, items } = own as { customer: string; items: { data: { price: { id: string } }[] } };
    const { body: twin } = await world.stripe('POST', '/v1/subscriptions', {
      customer,
      'items[0][price]': items.data[0]?.price.id ?? '',
      payment_behavior: 'default_incomplete',
      'metadata[tenantId]': TENANT,
      'metadata[transactionId]': transactionId,
    });
    await world.stripe('POST', `/v1/invoices/${String(twin['latest_invoice'])}/void`);
    const inbox = world.database.collection('webhook_inbox');
    await eventually(async () =>
      expect(await inbox.findOne({ subjectId: twin['latest_invoice'] })).toMatchObject({ state: 'done' }),
    );
    expect(await stored('labelled')).toMatchObject([{ state: 'pending' }]);
    expect(await ownSubscriptions('labelled')).toMatchObject([{ subscriptionId }]);
    await confirm(world, clientSecret);
    await settled(world, client('labelled'), transactionId, 'succeeded');
  });

  test('that was opened and never paid is given up after a day, at Stripe and here, without a word', async () => {
    const intent = await open(world, client('window-shopper'), growth);
    await world.advanceTo('2025-03-13T10:00:00Z');
    await settled(world, client('window-shopper'), intent.transactionId, 'cancelled');
    const { body } = await world.stripe('GET', `/v1/subscriptions/${intent.subscriptionId}`);
    expect(['incomplete_expired', 'canceled']).toContain(body['status']);
    await eventually(async () =>
      expect(await ownSubscriptions('window-shopper')).toMatchObject([{ status: 'cancelled' }]),
    );
    await eventsOf(world, 'SubscriptionCancelled', intent.subscriptionId ?? '', 0);
    // Its place is free: the same client may begin anew.
    expect((await open(world, client('window-shopper'), growth)).transactionId).not.toBe(intent.transactionId);
  });
});

describe('the subscriptions of a tenant', () => {
  const listed = async (changes: { status?: string; clientId?: string } = {}, tenantId = TENANT) => {
    const ids: string[] = [];
    for (let cursor = ''; ; ) {
      const page = { limit: 2, cursor };
      const answer = await world.billing.listSubscriptions(finance(tenantId), { ofTenant: true, ...changes, page });
      ids.push(...(answer.subscriptions ?? []).map(({ clientId, status }) => `${clientId} ${status}`));
      cursor = answer.page?.nextCursor ?? '';
      if (cursor === '') return ids;
    }
  };

  test('are listed for staff page by page, by state and client', async () => {
    const all = await listed();
    expect(all).toHaveLength(await world.database.collection('subscriptions').countDocuments({ tenantId: TENANT }));
    expect(all).toContain('sarah active');
    expect(await listed({ status: 'cancelled' })).toEqual(all.filter((one) => one.endsWith(' cancelled')));
    expect(await listed({ status: 'active', clientId: 'sarah' })).toEqual(['sarah active']);
    expect(await listed({}, OTHER_TENANT)).toEqual([]);
  });

  test('are not for clients', async () => {
    const asked = world.billing.listSubscriptions(client('sarah'), { ofTenant: true, page: null });
    expect(await refusal(asked)).toMatchObject({ code: 'forbidden' });
  });
});
