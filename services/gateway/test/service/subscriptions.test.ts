import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startGateway, type TestGateway, TENANT } from '../support.ts';

const subscription = { subscriptionId: 'sub_1', packageId: 'PKG-1', status: 'active', paused: false };
const card = { paymentMethodId: 'pm_1', brand: 'visa', last4: '4242', expMonth: 1, expYear: 2030, isDefault: true };

describe('subscriptions and cards on the public API', () => {
  let gateway: TestGateway;
  let [client, admin, consultant] = ['', '', ''];
  const seen: { name: string; request: unknown }[] = [];
  const last = (call: string) => seen.findLast(({ name }) => name === call)?.request;
  const seeing =
    <A>(name: string, answer: A) =>
    async (_caller: unknown, request: unknown): Promise<A> => {
      seen.push({ name, request });
      return answer;
    };

  beforeAll(async () => {
    gateway = await startGateway({
      identity: { getTenant: async () => ({ tenantId: TENANT, slug: 'acme' }) },
      billing: {
        listSubscriptions: seeing('list', { subscriptions: [subscription], page: { hasMore: false } }),
        cancelSubscription: seeing('cancel', subscription),
        resumeSubscription: seeing('resume', subscription),
        pauseSubscription: seeing('pause', { ...subscription, paused: true }),
        quotePlanChange: seeing('quote', { quoteId: 'q', amountDue: -5, creditsLost: 2 }),
        changePlan: seeing('change', subscription),
        createSetupIntent: seeing('setup', { clientSecret: 'seti_s', publishableKey: 'pk_test_1' }),
        listPaymentMethods: seeing('cards', { paymentMethods: [card] }),
        removePaymentMethod: seeing('remove', {}),
        setDefaultPaymentMethod: seeing('default', card),
      },
    });
    client = await gateway.token(['client']);
    admin = await gateway.token(['admin']);
    consultant = await gateway.token(['consultant']);
  });
  afterAll(() => gateway.stop());

  const move = (verb: string, token: string, key: string, body: object = {}) =>
    gateway.call(`/api/billing/subscriptions/sub_1/${verb}`, { token, body, headers: { 'idempotency-key': key } });

  test("each move needs a key and is a client's or an admin's", async () => {
    for (const verb of ['cancel', 'resume', 'pause'] as const) {
      const bare = await gateway.call(`/api/billing/subscriptions/sub_1/${verb}`, { token: client, body: {} });
      expect(bare.status).toBe(400);
      expect((await move(verb, consultant, 'k-0')).status).toBe(403);
      const made = await move(verb, client, `${verb}-1`);
      expect([made.status, made.body['data']]).toMatchObject([200, { subscriptionId: 'sub_1' }]);
      expect(last(verb)).toMatchObject({ subscriptionId: 'sub_1', requestId: expect.stringMatching(/.{10,}/) });
      expect((await move(verb, client, `${verb}-1`)).headers.get('idempotent-replayed')).toBe('true');
      expect((await move(verb, admin, `${verb}-2`)).status).toBe(200);
    }
  });

  test('staff see those of the tenant, by state and client; a client only its own', async () => {
    const listed = await gateway.call('/api/admin/subscriptions?status=past_due&clientId=sarah', { token: admin });
    expect(listed.body).toMatchObject({ data: [{ subscriptionId: 'sub_1' }], page: { hasMore: false } });
    expect(last('list')).toMatchObject({ ofTenant: true, status: 'past_due', clientId: 'sarah' });
    await gateway.call('/api/billing/subscriptions', { token: client });
    expect(last('list')).toMatchObject({ ofTenant: false });
    for (const token of [client, consultant])
      expect((await gateway.call('/api/admin/subscriptions', { token })).status).toBe(403);
    expect((await gateway.call('/api/admin/subscriptions?status=odd', { token: admin })).status).toBe(400);
  });

  test('a cancellation leaves what is paid for, unless it says now', async () => {
    await move('cancel', client, 'later');
    expect(last('cancel')).toMatchObject({ atPeriodEnd: true, reason: '' });
    await move('cancel', client, 'now', { atPeriodEnd: false, reason: 'moving on' });
    expect(last('cancel')).toMatchObject({ atPeriodEnd: false, reason: 'moving on' });
    expect((await move('cancel', client, 'odd', { when: 'soon' })).status).toBe(400);
  });

  test('a change brings its quote', async () => {
    const asked = { subscriptionId: 'sub_1', packageId: 'PKG-2' };
    const quoted = await gateway.call('/api/quotes/plan-change', { token: client, body: asked });
    expect([quoted.status, quoted.body['data']]).toMatchObject([200, { quoteId: 'q', amountDue: -5, creditsLost: 2 }]);
    expect((await move('change', client, 'c-1', { packageId: 'PKG-2' })).status).toBe(400);
    expect((await move('change', client, 'c-2', { packageId: 'PKG-2', quoteId: 'q' })).status).toBe(200);
    expect(last('change')).toMatchObject({ ...asked, quoteId: 'q' });
  });

  test('cards are saved, listed, made the default and taken off by their client', async () => {
    const setup = await gateway.call('/api/billing/payment-methods/setup-intent', { method: 'POST', token: client });
    expect(setup.body).toMatchObject({ clientSecret: 'seti_s', data: { publishableKey: 'pk_test_1' } });
    const listed = await gateway.call('/api/billing/payment-methods', { token: client });
    expect(listed.body).toEqual({ data: [card] });
    const url = '/api/billing/payment-methods/pm_1';
    const chosen = await gateway.call(`${url}/default`, { method: 'POST', token: client });
    expect(chosen.body).toEqual({ data: card });
    const removed = await gateway.call(url, { method: 'DELETE', token: client });
    expect([removed.status, removed.body]).toEqual([200, { data: { paymentMethodId: 'pm_1' } }]);
    expect(last('remove')).toEqual({ paymentMethodId: 'pm_1' });
    expect((await gateway.call('/api/billing/payment-methods', { token: consultant })).status).toBe(403);
  });
});
