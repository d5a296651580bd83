import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Caller } from '@consult/runtime/caller';
import { AppError } from '@consult/runtime/errors';
import { currentTraceparent } from '@consult/runtime/telemetry';
import { eventually } from '@consult/testing/eventually';
import { SignJWT } from 'jose';
import { OPERATOR_SECRET, spans, startGateway, type TestGateway, TENANT } from '../support.ts';

const POLICIES = {
  version: 3,
  confirmationRequired: false,
  confirmationDeadlineHours: 24,
  cancellationCutoffHours: 0,
  minimumNoticeMinutes: 0,
  horizonDays: 365,
  slotStepMinutes: 30,
  maximumReschedules: 3,
  returnGraceDays: 7,
  renewalGraceHours: 24,
  clientMayOverlap: false,
  freeTrialDays: 30,
  unlimitedFairUse: 31,
  platformFeeBasisPoints: 0,
  platformFeeFixedMinor: 0,
  maximumOpenBookings: 0,
};
const tenant = {
  tenantId: TENANT,
  slug: 'acme',
  name: 'Acme',
  stripeAccountId: '',
  currency: 'USD',
  timezone: 'UTC',
  policies: POLICIES,
  version: 4,
  createdAt: '2025-01-01T09:00:00.000Z',
};
const person = (userId: string, roles: string[]) => ({
  userId,
  tenantId: TENANT,
  name: 'A person',
  email: 'a@b.test',
  roles,
  timezone: 'UTC',
  createdAt: '2025-01-01T09:00:00.000Z',
  version: 1,
  invited: false,
});
const session = {
  user: person('u-1', ['client']),
  accessToken: 'access',
  refreshToken: 'refresh',
  expiresInSeconds: 900,
};

describe('what the gateway passes on', () => {
  let gateway: TestGateway;
  let admin: string;
  const seen: { name: string; caller: Caller; request: unknown; traceparent?: string | undefined }[] = [];
  const last = (name: string) => seen.findLast((one) => one.name === name);
  const seeing =
    <Q, A>(name: string, answer: (request: Q) => A) =>
    async (caller: Caller, request: Q): Promise<A> => {
      seen.push({ name, caller, request, traceparent: currentTraceparent() });
      return answer(request);
    };

  beforeAll(async () => {
    gateway = await startGateway({
      identity: {
        getTenant: seeing('getTenant', ({ slug, tenantId }: { slug?: string; tenantId?: string }) => {
          if (slug === 'acme' || tenantId === TENANT) return tenant;
          throw new AppError('not_found', {});
        }),
        updateTenant: seeing('updateTenant', () => ({ ...tenant, version: 5 })),
        createTenant: seeing('createTenant', () => tenant),
        register: seeing('register', () => session),
        signIn: seeing('signIn', () => session),
        signOut: seeing('signOut', () => ({})),
        requestPasswordReset: seeing('requestPasswordReset', () => ({})),
        inviteUser: seeing('inviteUser', () => person('mike', ['consultant'])),
        getUser: seeing('getUser', ({ userId }: { userId: string }) => {
          if (userId === 'nobody') throw new AppError('not_found', {});
          return person(userId, userId === 'mike' ? ['consultant'] : ['client']);
        }),
      },
      catalog: {
        listActivePackages: seeing('listActivePackages', () => ({ packages: [], page: { hasMore: false } })),
        updatePackage: seeing('updatePackage', ({ version }: { version: number }) => {
          if (version !== 2) throw new AppError('version_mismatch', {});
          return { packageId: 'P-1', version: 3 };
        }),
      },
      billing: { receiveWebhook: seeing('receiveWebhook', () => ({})) },
      credits: {
        getBalance: seeing('getBalance', () => ({ availableCredits: 2, freeTrial: { eligible: false, used: true } })),
      },
      scheduling: {
        createConsultant: seeing('createConsultant', ({ consultantId }: { consultantId: string }) => ({
          consultantId,
          version: 1,
        })),
        complete: seeing('complete', ({ consultationId }: { consultationId: string }) => ({
          consultationId,
          version: 4,
        })),
      },
    });
    admin = await gateway.token(['admin'], { userId: 'the-admin' });
  });
  afterAll(() => gateway.stop());

  describe("Stripe's webhook", () => {
    const sign = { 'stripe-signature': 't=1,v1=abc', 'content-type': 'application/json; charset=utf-8' };

    test('reaches billing with exactly the bytes that came', async () => {
      const body = Buffer.concat([
        Buffer.from('{ "id" :\t"evt_1",\r\n "n": 1.0, "name":"Zo\\u00eb '),
        Buffer.from([0xff, 0x00]),
        Buffer.from('"}'),
      ]);
      const answer = await gateway.call('/webhooks/stripe', { body, headers: sign });
      expect(answer.status).toBe(200);
      const { body: received, signature } = (last('receiveWebhook')?.request ?? {}) as {
        body?: Uint8Array;
        signature?: string;
      };
      expect(Buffer.from(received ?? []).equals(body)).toBe(true);
      expect(signature).toBe('t=1,v1=abc');
    });

    test('may be larger than our own bodies, up to 256 KB', async () => {
      expect(
        (await gateway.call('/webhooks/stripe', { body: Buffer.alloc(256 * 1024, 0x20), headers: sign })).status,
      ).toBe(200);
      const large = await gateway.call('/webhooks/stripe', { body: Buffer.alloc(256 * 1024 + 1, 0x20), headers: sign });
      expect([large.status, large.body['code']]).toEqual([413, 'too_large']);
    });

    test('without a signature or a body is for billing to refuse and count, too', async () => {
      await gateway.call('/webhooks/stripe', { body: {} });
      expect(last('receiveWebhook')?.request).toMatchObject({ signature: '', body: Buffer.from('{}') });
      await gateway.call('/webhooks/stripe', { method: 'POST', headers: { 'stripe-signature': 't=1' } });
      expect(last('receiveWebhook')?.request).toMatchObject({ signature: 't=1', body: Buffer.alloc(0) });
    });
  });

  test('If-Match: none is 428, nonsense or an old version 412, the right one passes', async () => {
    const patch = (headers: Record<string, string>) =>
      gateway.call('/api/admin/packages/P-1', {
        method: 'PATCH',
        token: admin,
        body: { pricing: { amount: 100 } },
        headers,
      });
    expect((await patch({})).body['code']).toBe('precondition_required');
    expect((await patch({ 'if-match': 'two' })).body['code']).toBe('version_mismatch');
    expect((await patch({ 'if-match': '"1"' })).status).toBe(412);
    const answer = await patch({ 'if-match': '"2"' });
    expect([answer.status, answer.headers.get('etag')]).toEqual([200, '"3"']);
    expect(last('updatePackage')?.request).toMatchObject({
      packageId: 'P-1',
      version: 2,
      patchJson: '{"pricing":{"amount":100}}',
    });
  });

  test("a tenant's policies may be given in part, and only at the version that was read", async () => {
    const patch = (version: number) =>
      gateway.call('/api/admin/tenant', {
        method: 'PATCH',
        token: admin,
        body: { policies: { cancellationCutoffHours: 12 } },
        headers: { 'if-match': `"${version}"` },
      });
    expect((await patch(3)).status).toBe(412);
    expect(last('updateTenant')).toBeUndefined();
    expect((await patch(4)).headers.get('etag')).toBe('"5"');
    expect(last('updateTenant')?.request).toMatchObject({
      version: 4,
      policies: { ...POLICIES, cancellationCutoffHours: 12 },
    });
  });

  test('the tenant of a public call: X-Tenant, else the host, else the only one there is', async () => {
    const list = (headers: Record<string, string>) => gateway.call('/api/billing/packages', { headers });
    expect((await list({ 'x-tenant': 'ACME' })).status).toBe(200);
    expect(last('listActivePackages')?.caller).toMatchObject({ tenantId: TENANT, userId: '', roles: [] });
    const unknown = await list({ 'x-tenant': 'nobody' });
    expect([unknown.status, unknown.body['code']]).toEqual([404, 'not_found']);
    // Neither header nor host: this identity knows several tenants.
    expect((await list({})).body['detail']).toContain('X-Tenant');
    const token = await gateway.token(['client'], { tenantId: '100077' });
    await gateway.call('/api/billing/packages?featured=true&limit=5', { token, headers: { 'x-tenant': 'acme' } });
    expect(last('listActivePackages')).toMatchObject({
      caller: { tenantId: '100077' },
      request: { featured: true, page: { limit: 5 } },
    });
  });

  test('signing up and in sets the session cookie and is never cached', async () => {
    const register = { tenant: 'acme', name: 'Sarah', email: 'sarah@bakery.test', password: 'a-long-password' };
    const answer = await gateway.call('/api/auth/register', { body: register });
    expect(answer.status).toBe(201);
    expect(answer.body['data']).toMatchObject({
      accessToken: 'access',
      refreshToken: 'refresh',
      user: { userId: 'u-1' },
    });
    expect(answer.headers.get('set-cookie')).toBe(
      'consult_session=access; Path=/; Max-Age=900; HttpOnly; Secure; SameSite=Lax',
    );
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(last('register')).toMatchObject({
      caller: { tenantId: TENANT },
      request: { name: 'Sarah', timezone: 'UTC' },
    });
    const signIn = { tenant: 'acme', email: 'sarah@bakery.test', password: 'x' };
    expect((await gateway.call('/api/auth/sign-in', { body: signIn })).status).toBe(200);
    const out = await gateway.call('/api/auth/sign-out', { body: { refreshToken: 'refresh' } });
    expect([out.status, out.headers.get('set-cookie')]).toEqual([200, expect.stringContaining('Max-Age=0')]);
  });

  test('a forgotten password is answered alike whether tenant or address are known or not', async () => {
    const forgot = (slug: string) =>
      gateway.call('/api/auth/password/forgot', { body: { tenant: slug, email: 'x@y.test' } });
    const [known, unknown] = [await forgot('acme'), await forgot('nobody')];
    expect([known.status, unknown.status]).toEqual([202, 202]);
    expect(unknown.body).toEqual(known.body);
  });

  test('adding a consultant invites a person first', async () => {
    const body = { name: 'Mike Johnson', email: 'mike@acme.test', expertise: ['marketing'] };
    const answer = await gateway.call('/api/admin/consultants', { token: admin, body });
    expect([answer.status, answer.body['data']]).toEqual([201, expect.objectContaining({ consultantId: 'mike' })]);
    expect(last('inviteUser')).toMatchObject({
      caller: { userId: 'the-admin' },
      request: { email: 'mike@acme.test', role: 'consultant' },
    });
    expect(last('createConsultant')?.request).toMatchObject({
      consultantId: 'mike',
      name: 'Mike Johnson',
      expertise: ['marketing'],
    });
  });

  test('one client is a profile with credits; whoever is no client here is not found', async () => {
    const answer = await gateway.call('/api/admin/clients/sarah', { token: admin });
    expect(answer.body['data']).toMatchObject({
      userId: 'sarah',
      consultationCredits: { availableCredits: 2, freeTrial: { eligible: false, used: true, usedAt: null } },
    });
    for (const id of ['nobody', 'mike'])
      expect((await gateway.call(`/api/admin/clients/${id}`, { token: admin })).status).toBe(404);
  });

  test('the source document’s other names are accepted on completion, a contradiction is not', async () => {
    const token = await gateway.token(['consultant']);
    const complete = (body: object, key: string) =>
      gateway.call('/api/consultations/CONS-1/complete', { token, body, headers: { 'idempotency-key': key } });
    const deliverables = [{ title: 'Calendar', url: 'https://files.example/a.xlsx' }];
    expect((await complete({ summary: 'Done.', status: 'unsuccessful', deliverables }, 'a')).status).toBe(200);
    expect(last('complete')?.request).toMatchObject({
      overallStatus: 'unsuccessful',
      deliverables: [{ title: 'Calendar', fileUrl: 'https://files.example/a.xlsx' }],
    });
    const both = await complete({ summary: 'Done.', status: 'successful', overallStatus: 'unsuccessful' }, 'b');
    expect([both.status, both.body['errors']]).toEqual([
      400,
      [expect.objectContaining({ pointer: '/overallStatus', code: 'contradiction' })],
    ]);
  });

  test('the operator creates tenants, with their policies as given', async () => {
    const token = await new SignJWT({ roles: ['operator'] })
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject('operator')
      .setAudience('consult')
      .setExpirationTime('15m')
      .sign(new TextEncoder().encode(OPERATOR_SECRET));
    const body = {
      slug: 'acme',
      name: 'Acme',
      currency: 'eur',
      adminEmail: 'a@acme.test',
      policies: { freeTrialDays: 14 },
    };
    expect((await gateway.call('/api/operator/tenants', { token, body })).status).toBe(201);
    expect(last('createTenant')?.request).toMatchObject({ currency: 'EUR', policiesJson: '{"freeTrialDays":14}' });
  });

  test('keys and issuer are told as identity tells them', async () => {
    const keys = await gateway.call('/.well-known/jwks.json');
    expect(keys.body['keys']).toEqual([expect.objectContaining({ kid: 'test-key', crv: 'Ed25519' })]);
    expect((await gateway.call('/.well-known/openid-configuration')).body).toEqual({ issuer: 'consult' });
  });

  test("a request whose body comes late continues the caller's trace down to the service, in one span of its own", async () => {
    const traceId = '0af7651916cd43dd8448eb211c80319c';
    const body = { tenant: 'acme', name: 'Sarah', email: 'late@bakery.test', password: 'a-long-password' };
    const status = await postLate(`${gateway.url}/api/auth/register`, body, {
      traceparent: `00-${traceId}-b7ad6b7169203331-01`,
    });
    expect(status).toBe(201);
    expect(last('register')?.traceparent).toContain(traceId);
    await eventually(() => {
      const ofTrace = spans.filter((span) => span.spanContext().traceId === traceId);
      const root = ofTrace.find(({ name }) => name === 'POST /api/auth/register');
      expect(root?.parentSpanContext?.spanId).toBe('b7ad6b7169203331');
      expect(root?.attributes).toMatchObject({ 'http.response.status_code': 201, 'http.route': '/api/auth/register' });
      const children = ofTrace.filter(
        ({ parentSpanContext }) => parentSpanContext?.spanId === root?.spanContext().spanId,
      );
      expect(children.map(({ name }) => name)).toContain('grpc identity/register');
    });
  });
});

/** Sends headers first, and the body only once the server has asked for it: by then it is read in another context. */
function postLate(url: string, body: unknown, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request(url, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json', expect: '100-continue' },
    });
    sent.on('continue', () => sent.end(JSON.stringify(body)));
    sent.on('response', (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    sent.on('error', reject);
    sent.flushHeaders();
  });
}
