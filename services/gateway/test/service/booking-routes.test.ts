import type { Caller } from '@consult/runtime/caller';
import { AppError } from '@consult/runtime/errors';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startGateway, type TestGateway } from '../support.ts';

const consultation = { consultationId: 'CONS-1', version: 7 };
const signed = { quoteId: 'q-1', validUntil: '2025-01-01T09:10:00.000Z' };
const session = {
  consultantId: 'mike',
  title: 'Advice',
  type: 'advisory',
  scheduledStart: '2025-01-20T10:00:00Z',
  durationMinutes: 60,
};
const times = { scheduledStart: '2025-01-21T10:00:00Z', scheduledEnd: '2025-01-21T11:00:00Z' };

describe('reschedules, quotes and slot holds', () => {
  let gateway: TestGateway;
  let client: string;
  let consultant: string;
  const seen: { name: string; caller: Caller; request: object }[] = [];
  const last = (name: string) => seen.findLast((one) => one.name === name)?.request;
  const seeing =
    <A>(name: string, answer: () => A) =>
    async (caller: Caller, request: object): Promise<A> => {
      seen.push({ name, caller, request: { ...request } });
      return answer();
    };

  beforeAll(async () => {
    gateway = await startGateway({
      scheduling: {
        book: seeing('book', () => consultation),
        cancel: seeing('cancel', () => consultation),
        reschedule: seeing('reschedule', () => consultation),
        quoteBooking: seeing('quoteBooking', () => ({ method: 'credits', credits: 1, slotFree: true, ...signed })),
        quoteCancellation: seeing('quoteCancellation', () => ({ creditEffect: 'return', credits: 1, ...signed })),
        quoteReschedule: seeing('quoteReschedule', () => ({ credits: 1, creditsDifference: 0, ...signed })),
        holdSlot: seeing('holdSlot', () => ({ holdId: 'h-1', expiresAt: '2025-01-01T09:10:00.000Z' })),
        releaseHold: seeing('releaseHold', () => {
          throw new AppError('already_booked', { consultationId: 'CONS-1' });
        }),
      },
      billing: {
        createPaymentIntent: seeing('createPaymentIntent', () => ({ clientSecret: 's', transactionId: 'TXN-1' })),
      },
    });
    client = await gateway.token(['client']);
    consultant = await gateway.token(['consultant']);
  });
  afterAll(() => gateway.stop());

  const send = (method: string, path: string, call: { token: string; body?: object; key?: string }) => {
    const { key, ...rest } = call;
    return gateway.call(path, {
      method,
      ...rest,
      ...(key === undefined ? {} : { headers: { 'idempotency-key': key } }),
    });
  };

  test('a hold is made under the caller’s key and goes with the intent and with the booking', async () => {
    const held = await send('POST', '/api/slots/hold', { token: client, body: session, key: 'hold-key-1' });
    expect([held.status, held.body]).toMatchObject([201, { data: { holdId: 'h-1', expiresAt: expect.any(String) } }]);
    expect(last('holdSlot')).toMatchObject({ ...session, requestId: expect.stringMatching(/.+/) });
    const intent = { packageId: 'PKG-1', amount: 100, currency: 'USD', holdId: 'h-1' };
    await send('POST', '/api/billing/payments/intent', { token: client, body: intent });
    expect(last('createPaymentIntent')).toMatchObject({ holdId: 'h-1' });
    const body = { ...session, holdId: 'h-1', quoteId: 'q-1' };
    const booked = await send('POST', '/api/consultations', { token: client, body, key: 'book-key-1' });
    expect(booked.status).toBe(201);
    expect(last('book')).toMatchObject({ holdId: 'h-1', quoteId: 'q-1' });
  });

  test('a hold is for oneself; one that is a session by now says which', async () => {
    const other = { ...session, clientId: 'sarah' };
    expect((await send('POST', '/api/slots/hold', { token: client, body: other })).status).toBe(400);
    expect((await send('POST', '/api/slots/hold', { token: consultant, body: session })).status).toBe(403);
    const released = await send('DELETE', '/api/slots/hold/h-1', { token: client });
    expect([released.status, released.body]).toMatchObject([409, { code: 'already_booked', consultationId: 'CONS-1' }]);
  });

  test('a reschedule needs a key and both times; it and a cancellation bring their quote', async () => {
    const path = '/api/consultations/CONS-1';
    const body = { ...times, reason: 'ill', quoteId: 'q-1' };
    const keyless = await send('POST', `${path}/reschedule`, { token: client, body });
    expect([keyless.status, keyless.body['code']]).toEqual([400, 'invalid_request']);
    const { scheduledEnd: _end, ...open } = body;
    expect((await send('POST', `${path}/reschedule`, { token: client, body: open, key: 'move-key-1' })).status).toBe(
      400,
    );
    const moved = await send('POST', `${path}/reschedule`, { token: client, body, key: 'move-key-2' });
    expect([moved.status, moved.headers.get('etag')]).toEqual([200, '"7"']);
    expect(last('reschedule')).toMatchObject({ consultationId: 'CONS-1', ...body });
    const cancel = { reason: 'ill', quoteId: 'q-2' };
    await send('POST', `${path}/cancel`, { token: client, body: cancel, key: 'move-key-3' });
    expect(last('cancel')).toMatchObject({ consultationId: 'CONS-1', ...cancel });
  });

  test('quotes are for whoever may command, and are signed', async () => {
    const ask = (name: string, body: object) => send('POST', `/api/quotes/${name}`, { token: client, body });
    for (const [name, body, call] of [
      ['booking', session, 'quoteBooking'],
      ['cancellation', { consultationId: 'CONS-1' }, 'quoteCancellation'],
      ['reschedule', { consultationId: 'CONS-1', ...times }, 'quoteReschedule'],
    ] as const) {
      const answer = await ask(name, body);
      expect([answer.status, answer.body]).toMatchObject([200, { data: signed }]);
      expect(last(call)).toMatchObject(body);
    }
    expect((await ask('booking', { ...session, quoteId: 'q-1' })).status).toBe(400);
  });
});
