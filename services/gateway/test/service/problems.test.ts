import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { AppError } from '@consult/runtime/errors';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Answer, startGateway, type TestGateway } from '../support.ts';

const FAULTS = 'errors';

describe('what is refused is refused precisely', () => {
  let gateway: TestGateway;
  let client: string;
  let admin: string;
  let booked = 0;

  beforeAll(async () => {
    gateway = await startGateway({
      scheduling: {
        book: async () => {
          booked += 1;
          throw new AppError('slot_taken', { nearestSlots: [{ start: '2025-01-20T11:00:00.000Z' }] });
        },
        getConsultation: async () => {
          throw new Error('something with a secret in it');
        },
      },
      billing: {
        getTransaction: async () => {
          throw new AppError('dependency_unavailable', { dependency: 'stripe', retryAfterSeconds: 7 });
        },
      },
    });
    client = await gateway.token(['client']);
    admin = await gateway.token(['admin']);
  });
  afterAll(() => gateway.stop());

  const faultsOf = (answer: Answer): unknown => {
    expect([answer.status, answer.body['code']]).toEqual([400, 'invalid_request']);
    const faults = answer.body[FAULTS] as { pointer: string; code: string }[];
    return Object.fromEntries(faults.map(({ pointer, code }) => [pointer, code]));
  };
  const booking = { consultantId: 'c-1', title: 'T', type: 'review', scheduledStart: '2025-01-20T10:00:00Z' };

  test('a refusal of a service comes out as a problem document with what helps', async () => {
    const answer = await gateway.call('/api/consultations', { token: client, body: booking });
    expect(answer.status).toBe(409);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.body).toEqual({
      type: 'urn:consult:problem:slot_taken',
      title: 'This time has just been taken',
      status: 409,
      detail: 'This time has just been taken',
      instance: '/api/consultations',
      code: 'slot_taken',
      requestId: answer.headers.get('x-request-id'),
      traceId: expect.stringMatching(/^[0-9a-f]{32}$/),
      nearestSlots: [{ start: '2025-01-20T11:00:00.000Z' }],
    });
  });

  test('every wrong field is named at once, and the service is not asked', async () => {
    const before = booked;
    const answer = await gateway.call('/api/consultations', {
      token: client,
      body: {
        consultantId: 7,
        type: 'a chat',
        scheduledStart: 'tomorrow',
        durationMinutes: '60',
        objectives: 'one',
        meeting: { kind: 'video', colour: 'red' },
        consultationId: 'CONS-100001-0001',
        'a/b~c': 1,
      },
    });
    expect(faultsOf(answer)).toEqual({
      '/consultantId': 'wrong_type',
      '/title': 'missing',
      '/type': 'not_allowed',
      '/scheduledStart': 'wrong_format',
      '/durationMinutes': 'wrong_type',
      '/objectives': 'wrong_type',
      '/meeting/colour': 'unknown_property',
      '/consultationId': 'unknown_property',
      '/a~1b~0c': 'unknown_property',
    });
    expect(booked).toBe(before);
  });

  test('a line of text has something in it, and no line breaks', async () => {
    const answer = await gateway.call('/api/consultations', {
      token: client,
      body: {
        ...booking,
        title: 'Strategy\r\nBcc: everybody@example.com',
        agenda: ['   ', 'Ünïcode: 10 % & more', 'a\tb'],
      },
    });
    expect(faultsOf(answer)).toEqual({
      '/title': 'wrong_format',
      '/agenda/0': 'wrong_format',
      '/agenda/2': 'wrong_format',
    });
  });

  test('no body at all names what is missing; a body that is no object is told so', async () => {
    const missing = await gateway.call('/api/auth/sign-in', { method: 'POST' });
    expect(faultsOf(missing)).toEqual({ '/tenant': 'missing', '/email': 'missing', '/password': 'missing' });
    expect(faultsOf(await gateway.call('/api/auth/sign-in', { body: [] }))).toEqual({ '': 'wrong_type' });
    expect(faultsOf(await gateway.call('/api/auth/sign-in', { body: 'null' }))).toEqual({ '': 'wrong_type' });
  });

  test('a route that takes no body or query refuses one', async () => {
    const body = await gateway.call('/api/admin/packages/P-1/publish', { token: admin, body: { at: 'now' } });
    expect(faultsOf(body)).toEqual({ '/at': 'unknown_property' });
    const query = await gateway.call('/api/billing/credits/balance?clientId=someone', { token: client });
    expect(faultsOf(query)).toEqual({ '/querystring/clientId': 'unknown_property' });
  });

  test('query strings are read as the type they stand for, and bounded', async () => {
    const answer = await gateway.call('/api/consultations/me?limit=101&status=done&colour=red', { token: client });
    expect(faultsOf(answer)).toEqual({
      '/querystring/limit': 'too_large',
      '/querystring/status': 'not_allowed',
      '/querystring/colour': 'unknown_property',
    });
    // 501: the stand-in has no list, so that the query was taken.
    expect((await gateway.call('/api/consultations/me?limit=100', { token: client })).status).toBe(501);
  });

  test('malformed JSON is 400, another media type 415, a large body 413', async () => {
    expect(faultsOf(await gateway.call('/api/consultations', { token: client, body: '{"title": ' }))).toEqual({
      '': 'malformed',
    });
    expect(
      faultsOf(await gateway.call('/api/consultations', { token: client, body: '{"__proto__": {"admin": true}}' })),
    ).toEqual({ '': 'malformed' });
    const text = await gateway.call('/api/consultations', {
      token: client,
      body: 'hello',
      headers: { 'content-type': 'text/plain' },
    });
    expect([text.status, text.body['code']]).toEqual([415, 'unsupported_media_type']);
    const large = await gateway.call('/api/consultations', {
      token: client,
      body: { ...booking, description: 'x'.repeat(65_536) },
    });
    expect([large.status, large.body['code']]).toEqual([413, 'too_large']);
    expect(large.body['traceId']).toMatch(/^[0-9a-f]{32}$/);
  });

  test('an unknown route is a 404 problem', async () => {
    const answer = await gateway.call('/api/nothing/here?x=1');
    expect(answer.status).toBe(404);
    expect(answer.body).toMatchObject({ code: 'not_found', instance: '/api/nothing/here' });
    expect(answer.headers.get('ratelimit')).not.toBeNull();
  });

  test('an address that no route can read is a problem document, too', async () => {
    const broken = await gateway.call('/api/consultations/%ZZ', { token: client });
    expect(faultsOf(broken)).toEqual({ '': 'malformed' });
    expect(broken.body['requestId']).toEqual(expect.any(String));
    const long = await gateway.call(`/api/consultations/${'x'.repeat(200)}`, { token: client });
    expect([long.status, long.body['code']]).toEqual([404, 'not_found']);
    expect(long.headers.get('content-type')).toContain('application/problem+json');
  });

  test('what the sandbox refuses leaves with our ids', async () => {
    const sandbox = createServer((_request, response) => {
      const problem = { code: 'rule_refused', detail: 'the clock never goes back', now: 'then', requestId: 'theirs' };
      response.writeHead(422, { 'content-type': 'application/problem+json' }).end(JSON.stringify(problem));
    });
    await new Promise<void>((resolve) => sandbox.listen(0, '127.0.0.1', resolve));
    const { port } = sandbox.address() as AddressInfo;
    const playing = await startGateway({}, { CONSULT_MODE: 'sandbox', SANDBOX_URL: `http://127.0.0.1:${port}` });
    const answer = await playing.call('/sandbox/clock/advance', { body: { to: '2020-01-01' } });
    await playing.stop();
    sandbox.close();
    expect([answer.status, answer.body['code'], answer.body['now']]).toEqual([422, 'rule_refused', 'then']);
    expect(answer.body['requestId']).toBe(answer.headers.get('x-request-id'));
    expect(answer.body['traceId']).toMatch(/^[0-9a-f]{32}$/);
  });

  test('outside the sandbox there is no test clock and no mailbox', async () => {
    for (const path of ['/sandbox/clock', '/sandbox/mail']) expect((await gateway.call(path)).status).toBe(404);
  });

  test('what is not built says so, after the role check and whatever the body', async () => {
    const answer = await gateway.call('/api/waitlist', { token: client, body: { anything: true } });
    expect([answer.status, answer.body['code']]).toEqual([501, 'not_built']);
    expect((await gateway.call('/api/waitlist', { body: {} })).status).toBe(401);
  });

  test('an error nobody expected says nothing of itself; an outage says when to come back', async () => {
    const broken = await gateway.call('/api/consultations/CONS-1', { token: client });
    expect([broken.status, broken.body['code']]).toEqual([500, 'internal']);
    expect(JSON.stringify(broken.body)).not.toContain('secret');
    const down = await gateway.call('/api/billing/payments/TXN-1', { token: client });
    expect([down.status, down.headers.get('retry-after')]).toEqual([503, '7']);
    // Which part is away is for our log.
    expect(down.body['retryAfterSeconds']).toBe(7);
    expect(JSON.stringify(down.body)).not.toContain('stripe');
  });

  test('every answer carries security headers', async () => {
    const answer = await gateway.call('/healthz');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('x-powered-by')).toBeNull();
  });
});
