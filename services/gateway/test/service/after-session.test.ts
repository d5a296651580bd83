import type { Caller } from '@consult/runtime/caller';
import { AppError } from '@consult/runtime/errors';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startGateway, type TestGateway } from '../support.ts';

const CONSULTATION = '/api/consultations/CONS-1';
const consultation = { consultationId: 'CONS-1', version: 7 };
const deliverable = { deliverableId: 'd-1', title: 'Plan', status: 'delivered', fileUrl: 'https://files.example/x' };
const line = (index: number) => ({
  earningId: `b-${index}:earning:1`,
  at: '2025-01-06T11:05:00.000Z',
  consultationId: `CONS-${index}`,
  scheduledStart: '2025-01-06T10:00:00.000Z',
  clientName: '=cmd(),"x"',
  title: 'Strategy',
  method: 'credits',
  credits: 1,
  unitPriceMinor: 9_900,
  amountMinor: index === 1 ? 5_940 : -2_970,
  currency: 'USD',
  kind: index === 1 ? 'accrued' : 'adjusted',
  reason: index === 1 ? 'completed' : '@half',
});
const trail = {
  consultationId: 'CONS-1',
  bookingId: 'b-1',
  revision: 1,
  clientId: 'sarah',
  billing: { method: 'credits', credits: 1, lotId: 'lot-1', transactionId: 'TXN-1' },
  steps: [{ at: '2025-01-01T09:00:00.000Z', move: 'book', to: 'scheduled', actor: 'client', eventId: 'e-1' }],
  earnings: [{ earningId: 'b-1:earning:1', at: '2025-01-06T11:05:00.000Z', kind: 'accrued' }],
};
const movement = (movementId: string, kind: string) => ({
  movementId,
  kind,
  lotId: 'lot-1',
  credits: 1,
  cause: 'booking',
});

describe('after a session', () => {
  let gateway: TestGateway;
  let admin: string;
  let consultant: string;
  let client: string;
  const seen: { name: string; caller: Caller; request: object }[] = [];
  const last = (name: string) => seen.findLast((one) => one.name === name)?.request;
  const away = new Set<string>();
  const seeing =
    <Q extends object, A>(name: string, answer: (request: Q) => A) =>
    async (caller: Caller, request: Q): Promise<A> => {
      seen.push({ name, caller, request: { ...request } });
      if (away.has(name)) throw new AppError('dependency_unavailable', {});
      return answer(request);
    };

  beforeAll(async () => {
    gateway = await startGateway({
      scheduling: {
        disputeNoShow: seeing('disputeNoShow', () => consultation),
        resolve: seeing('resolve', () => consultation),
        listConsultations: seeing('listConsultations', () => ({ consultations: [], page: { hasMore: false } })),
        addDeliverable: seeing('addDeliverable', () => deliverable),
        changeDeliverable: seeing('changeDeliverable', () => deliverable),
        acknowledgeDeliverable: seeing('acknowledgeDeliverable', () => deliverable),
        sumEarnings: seeing('sumEarnings', () => ({ timezone: 'UTC', months: [] })),
        getMetrics: seeing('getMetrics', () => ({ sessions: 0, hours: 0 })),
        listStatement: seeing('listStatement', ({ page }: { page: { cursor: string } | null }) => {
          const first = (page?.cursor ?? '') === '';
          return {
            timezone: 'UTC',
            lines: [line(first ? 1 : 2)],
            page: first ? { hasMore: true, nextCursor: 'next' } : { hasMore: false },
          };
        }),
        getTrail: seeing('getTrail', () => trail),
        rotateCalendarLink: seeing('rotateCalendarLink', () => ({ token: 'T'.repeat(43) })),
        revokeCalendarLink: seeing('revokeCalendarLink', () => ({})),
        getCalendar: seeing('getCalendar', ({ token }: { token: string }) => {
          if (token !== 'T'.repeat(43)) throw new AppError('not_found', {});
          return { content: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n' };
        }),
      },
      credits: {
        listLedger: seeing('listLedger', ({ kind }: { kind?: string }) => ({
          movements:
            kind === 'granted'
              ? [movement('manual:more', 'granted'), movement('lot-1:grant', 'granted')]
              : [movement('b-1:1:used', 'used'), movement('b-1:1:reserve', 'reserved')],
          page: { hasMore: false },
        })),
      },
      billing: {
        getTransaction: seeing('getTransaction', () => ({
          transactionId: 'TXN-1',
          status: { current: 'succeeded' },
          amount: { gross: 29_700 },
          currency: 'USD',
          stripe: { paymentIntentId: 'pi_1', chargeId: 'ch_1' },
        })),
      },
    });
    admin = await gateway.token(['admin']);
    consultant = await gateway.token(['consultant']);
    client = await gateway.token(['client']);
  });
  afterAll(() => gateway.stop());

  const key = () => ({ 'idempotency-key': crypto.randomUUID() });
  const post = (path: string, token: string, body: object = {}) =>
    gateway.call(path, { method: 'POST', token, body, headers: key() });

  test('a dispute and an admin’s word are passed on whole, with the id of their key', async () => {
    const disputed = await post(`${CONSULTATION}/dispute-no-show`, client, { reason: 'I was there' });
    expect(disputed).toMatchObject({ status: 200, body: { data: consultation } });
    expect(last('disputeNoShow')).toMatchObject({ consultationId: 'CONS-1', reason: 'I was there' });
    const word = { credit: 'return', earningPercent: 0, reason: 'heard' };
    expect((await post(`${CONSULTATION}/resolve`, admin, word)).status).toBe(200);
    expect(last('resolve')).toMatchObject({ ...word, consultationId: 'CONS-1', requestId: expect.stringMatching(/./) });
    expect((await post(`${CONSULTATION}/resolve`, consultant, word)).status).toBe(403);
    const wrong = await post(`${CONSULTATION}/resolve`, admin, { credit: 'half', earningPercent: 101 });
    expect(wrong.body['errors']).toMatchObject([
      { pointer: '/reason' },
      { pointer: '/credit' },
      { pointer: '/earningPercent' },
    ]);
    expect((await gateway.call(`${CONSULTATION}/resolve`, { method: 'POST', token: admin, body: word })).status).toBe(
      400,
    );
  });

  test('an admin’s list narrows by everything at once', async () => {
    const query = 'status=no_show&from=2025-01-01&to=2025-02-01&consultantId=mike&clientId=sarah&disputed=true&limit=5';
    expect((await gateway.call(`/api/admin/consultations?${query}`, { token: admin })).body).toEqual({
      data: [],
      page: { nextCursor: null, hasMore: false },
    });
    expect(last('listConsultations')).toEqual({
      status: 'no_show',
      from: '2025-01-01',
      to: '2025-02-01',
      consultantId: 'mike',
      clientId: 'sarah',
      disputed: true,
      page: { limit: 5, cursor: '' },
    });
    expect((await gateway.call('/api/admin/consultations', { token: consultant })).status).toBe(403);
  });

  test('a deliverable has its file under either name, and no other kind of link', async () => {
    const url = 'https://files.example/x';
    const made = await post(`${CONSULTATION}/deliverables`, consultant, { title: 'Plan', url });
    expect([made.status, made.body['data']]).toEqual([201, deliverable]);
    expect(last('addDeliverable')).toMatchObject({ consultationId: 'CONS-1', title: 'Plan', fileUrl: url });
    const change = { method: 'PATCH', token: consultant, body: { url, dueDate: '2025-02-01' } };
    expect((await gateway.call(`${CONSULTATION}/deliverables/d-1`, change)).status).toBe(200);
    expect(last('changeDeliverable')).toMatchObject({
      patchJson: JSON.stringify({ dueDate: '2025-02-01', fileUrl: url }),
    });
    expect((await post(`${CONSULTATION}/deliverables/d-1/acknowledge`, client)).status).toBe(200);
    const before = seen.length;
    for (const body of [
      { title: 'Plan', url: 'javascript:alert(1)' },
      { title: 'Plan', fileUrl: ' javascript:alert(1)' },
      { title: 'Plan', url, fileUrl: `${url}?2` },
      { url },
    ])
      expect((await post(`${CONSULTATION}/deliverables`, consultant, body)).body).toMatchObject({
        code: 'invalid_request',
      });
    expect(seen).toHaveLength(before);
  });

  test('a statement is CSV that no spreadsheet calculates, and JSON by page for who asks', async () => {
    const path = '/api/consultants/mike/statement.csv?month=2025-01';
    const csv = await gateway.call(path, { token: consultant });
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(csv.headers.get('content-disposition')).toContain('statement-2025-01.csv');
    const [header, first, second, end] = csv.text.split('\r\n');
    expect(header).toBe(
      'date,consultationId,client,title,method,credits,unitPriceMinor,amountMinor,currency,kind,reason,recordedAt,earningId',
    );
    expect(first).toMatch(
      /^2025-01-06T10:00:00.000Z,CONS-1,"'=cmd\(\),""x""",Strategy,credits,1,9900,5940,USD,accrued,/,
    );
    expect(second).toContain(",-2970,USD,adjusted,'@half,");
    expect(end).toBe('');
    const json = await gateway.call(`${path}&limit=1`, { token: consultant, headers: { accept: 'application/json' } });
    expect(json.body).toEqual({ data: [line(1)], page: { hasMore: true, nextCursor: 'next' } });
    expect((await gateway.call(path.replace('2025-01', '2025-13'), { token: consultant })).status).toBe(400);
    expect((await gateway.call(path, { token: client })).status).toBe(403);
  });

  test('earnings and metrics are of a span', async () => {
    for (const [name, method] of [
      ['earnings', 'sumEarnings'],
      ['metrics', 'getMetrics'],
    ] as const) {
      const path = `/api/consultants/mike/${name}`;
      expect((await gateway.call(`${path}?from=2025-01-01&to=2025-02-01`, { token: consultant })).status).toBe(200);
      expect(last(method)).toEqual({ consultantId: 'mike', from: '2025-01-01', to: '2025-02-01' });
      const missing = await gateway.call(path, { token: consultant });
      expect(missing.body['errors']).toMatchObject([{ pointer: '/querystring/from' }, { pointer: '/querystring/to' }]);
      expect((await gateway.call(`${path}?from=2025-01-01&to=2025-02-01`, { token: client })).status).toBe(403);
    }
  });

  describe('the trail', () => {
    const get = async () => (await gateway.call(`${CONSULTATION}/trail`, { token: client })).body['data'];

    test('goes from the payment to the earning', async () => {
      expect(await get()).toMatchObject({
        ...trail,
        payment: { transactionId: 'TXN-1', status: 'succeeded', grossMinor: 29_700, paymentIntentId: 'pi_1' },
        lot: { lotId: 'lot-1', granted: { movementId: 'lot-1:grant' } },
        movements: [{ movementId: 'b-1:1:reserve' }, { movementId: 'b-1:1:used' }],
        missing: [],
      });
      expect(seen.filter(({ name }) => name === 'listLedger').map(({ request }) => request)).toMatchObject([
        { clientId: 'sarah', bookingId: 'b-1' },
        { clientId: 'sarah', lotId: 'lot-1', kind: 'granted' },
      ]);
    });

    test.each([
      [['getTransaction'], ['billing']],
      [['listLedger'], ['credits']],
      [
        ['listLedger', 'getTransaction'],
        ['credits', 'billing'],
      ],
    ])('without %j says that %j is missing, and gives the rest', async (calls, missing) => {
      for (const name of calls) away.add(name);
      expect(await get()).toMatchObject({ ...trail, lot: { lotId: 'lot-1' }, missing });
      away.clear();
    });

    test('without the session itself is nothing', async () => {
      away.add('getTrail');
      expect((await gateway.call(`${CONSULTATION}/trail`, { token: client })).status).toBe(503);
      away.clear();
      expect((await gateway.call(`${CONSULTATION}/trail`, { token: consultant })).status).toBe(403);
    });
  });

  describe('a calendar link', () => {
    test('is made for its person and found by nothing but its secret', async () => {
      const made = await gateway.call('/api/me/calendar-link', { method: 'POST', token: client });
      const { url } = made.body['data'] as { url: string };
      expect([made.status, url]).toEqual([201, `${gateway.url}/calendar/${'T'.repeat(43)}.ics`]);
      const answer = await gateway.call(new URL(url).pathname);
      expect([answer.status, answer.text]).toEqual([200, 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n']);
      expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
      expect(answer.headers.get('cache-control')).toMatch(/^private\b/);
      // Whoever asks: not even a stale token stands in the way, and nobody's tenant is asked for.
      expect((await gateway.call(new URL(url).pathname, { token: 'stale' })).status).toBe(200);
      expect(seen.findLast(({ name }) => name === 'getCalendar')?.caller).toMatchObject({ tenantId: '', roles: [] });
      expect((await gateway.call('/api/me/calendar-link', { method: 'DELETE', token: client })).status).toBe(200);
    });

    test('is no stored answer: the same key makes another one', async () => {
      const headers = { 'idempotency-key': 'the-same' };
      const make = () => gateway.call('/api/me/calendar-link', { method: 'POST', token: client, headers });
      await make();
      expect((await make()).headers.get('idempotent-replayed')).toBeNull();
    });

    test.each(['unknown.ics', `${'T'.repeat(43)}`, `${'T'.repeat(43)}.txt`, '.ics', '%00.ics'])(
      '%j is not found',
      async (name) => {
        const answer = await gateway.call(`/calendar/${name}`);
        expect([answer.status, answer.body['code']]).toEqual([404, 'not_found']);
      },
    );
  });
});
