import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Caller } from '@consult/runtime/caller';
import { startGateway, type TestGateway, TENANT } from '../support.ts';

const pkg = (version: number) => ({ packageId: 'PKG-1', tenantId: TENANT, version, details: { name: 'Quick Start' } });
const promotion = { code: 'SPRING', percentOff: 25, packageIds: [], timesRedeemed: 0, active: true };

describe('buying with a code, and reading what is on sale', () => {
  let gateway: TestGateway;
  let [client, admin] = ['', ''];
  let name = 'Quick Start';
  const seen: { name: string; caller: Caller; request: unknown }[] = [];
  const last = (call: string) => seen.findLast((one) => one.name === call)?.request;
  const seeing =
    <Q, A>(call: string, answer: (request: Q) => A) =>
    async (caller: Caller, request: Q): Promise<A> => {
      seen.push({ name: call, caller, request });
      return answer(request);
    };

  beforeAll(async () => {
    gateway = await startGateway({
      identity: { getTenant: async () => ({ tenantId: TENANT, slug: 'acme' }) },
      catalog: {
        listActivePackages: seeing('listActivePackages', () => ({
          packages: [{ ...pkg(1), details: { name } }],
          page: { hasMore: false },
        })),
        getPackage: seeing('getPackage', () => pkg(3)),
        clonePackage: seeing('clonePackage', () => ({ ...pkg(1), packageId: 'PKG-2' })),
        updatePackage: seeing('updatePackage', () => pkg(4)),
      },
      billing: {
        createPaymentIntent: seeing('createPaymentIntent', () => ({ clientSecret: 's', transactionId: 'TXN-1' })),
        quotePurchase: seeing('quotePurchase', () => ({ packageId: 'PKG-1', total: 1, quoteId: 'q' })),
        claimPackage: seeing('claimPackage', () => ({ transactionId: 'TXN-2', amount: { gross: 0 } })),
        createPromotionCode: seeing('createPromotionCode', () => promotion),
        listPromotionCodes: seeing('listPromotionCodes', () => ({
          promotionCodes: [promotion],
          page: { hasMore: false },
        })),
        endPromotionCode: seeing('endPromotionCode', () => ({ ...promotion, active: false })),
      },
    });
    client = await gateway.token(['client']);
    admin = await gateway.token(['admin']);
  });
  afterAll(() => gateway.stop());

  test('a purchase is quoted by a client, and its code and quote go with the intent', async () => {
    const body = { packageId: 'PKG-1', promotionCode: 'spring' };
    const quoted = await gateway.call('/api/quotes/purchase', { token: client, body });
    expect([quoted.status, quoted.body['data']]).toMatchObject([200, { total: 1, quoteId: 'q' }]);
    const consultant = await gateway.token(['consultant']);
    expect((await gateway.call('/api/quotes/purchase', { token: consultant, body })).status).toBe(403);
    const intent = { ...body, quoteId: 'q', amount: 100, currency: 'usd' };
    const opened = await gateway.call('/api/billing/payments/intent', { token: client, body: intent });
    expect(opened.body).toMatchObject({ clientSecret: 's', transactionId: 'TXN-1' });
    expect(last('createPaymentIntent')).toMatchObject(intent);
  });

  test('a claim needs a key, and may say nothing else', async () => {
    const url = '/api/billing/packages/PKG-1/claim';
    expect((await gateway.call(url, { token: client, body: {} })).status).toBe(400);
    const headers = { 'idempotency-key': 'k-1' };
    const first = await gateway.call(url, { method: 'POST', token: client, headers });
    expect([first.status, first.body['data']]).toMatchObject([200, { transactionId: 'TXN-2' }]);
    expect(last('claimPackage')).toMatchObject({ packageId: 'PKG-1', requestId: expect.stringMatching(/.{10,}/) });
    const again = await gateway.call(url, { method: 'POST', token: client, headers });
    expect(again.headers.get('idempotent-replayed')).toBe('true');
  });

  test('an admin makes, lists and ends codes; an instant with an offset is told in UTC', async () => {
    const body = { code: 'Spring', percentOff: 25, expiresAt: '2025-03-01T00:00:00+02:00' };
    expect((await gateway.call('/api/admin/promotion-codes', { token: client, body })).status).toBe(403);
    expect((await gateway.call('/api/admin/promotion-codes', { token: admin, body })).status).toBe(201);
    expect(last('createPromotionCode')).toMatchObject({
      code: 'Spring',
      expiresAt: '2025-02-28T22:00:00.000Z',
      firstPurchaseOnly: false,
    });
    const listed = await gateway.call('/api/admin/promotion-codes', { token: admin });
    expect(listed.body['data']).toMatchObject([{ code: 'SPRING' }]);
    const url = '/api/admin/promotion-codes/spring/end';
    expect((await gateway.call(url, { method: 'POST', token: admin })).body['data']).toMatchObject({ active: false });
    const bad = { code: 'no spaces', percentOff: 0 };
    const refused = await gateway.call('/api/admin/promotion-codes', { token: admin, body: bad });
    expect(refused.body['errors']).toMatchObject([{ pointer: '/code' }, { pointer: '/percentOff' }]);
  });

  test('an admin copies a package, and takes a part out of it by null', async () => {
    const cloned = await gateway.call('/api/admin/packages/PKG-1/clone', { method: 'POST', token: admin });
    expect([cloned.status, cloned.headers.get('etag')]).toEqual([201, '"1"']);
    const headers = { 'if-match': '"3"' };
    const patch = (body: object) =>
      gateway.call('/api/admin/packages/PKG-1', { method: 'PATCH', token: admin, headers, body });
    expect((await patch({ availability: { endDate: null }, marketing: null })).status).toBe(200);
    expect(last('updatePackage')).toMatchObject({ patchJson: '{"availability":{"endDate":null},"marketing":null}' });
    expect((await patch({ pricing: { amount: null } })).status).toBe(400);
  });

  test('who has read the list, or a package, is told whether it is still so', async () => {
    const url = '/api/billing/packages';
    const first = await gateway.call(`${url}?currency=usd`, { headers: { 'x-tenant': 'acme' } });
    expect(last('listActivePackages')).toMatchObject({ currency: 'usd' });
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^W\/".+"$/);
    expect(first.headers.get('cache-control')).toBe('no-cache');
    const reread = (tag: string, path = url) =>
      gateway.call(path, { headers: { 'x-tenant': 'acme', 'if-none-match': tag } });
    expect(await reread(etag)).toMatchObject({ status: 304, text: '' });
    expect((await reread(`"other", ${etag.replace('W/', '')}`)).status).toBe(304);
    name = 'Renamed';
    const changed = await reread(etag);
    expect([changed.status, changed.headers.get('etag') === etag]).toEqual([200, false]);
    const one = await reread('"3"', `${url}/PKG-1`);
    expect([one.status, one.headers.get('etag')]).toEqual([304, '"3"']);
    expect((await reread('"2"', `${url}/PKG-1`)).status).toBe(200);
  });
});
