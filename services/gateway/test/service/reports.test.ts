import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { csvOf } from '../../src/http/csv.ts';
import { AppError } from '@consult/runtime/errors';
import { startGateway, type TestGateway, TENANT } from '../support.ts';

const row = (month: string, packageId: string, currency: string, usedMinor: number) => ({
  month,
  packageId,
  currency,
  usedMinor,
  breakageMinor: 5,
  elapsedMinor: 0,
});
const ROWS = [
  row('2025-01', 'PKG-1', 'USD', 100),
  row('2025-01', 'PKG-2', 'USD', 200),
  row('2025-02', 'PKG-1', 'EUR', 40),
];
const RUN = {
  runId: 'run-1',
  trigger: 'nightly',
  startedAt: '2025-03-01T01:00:00.000Z',
  counts: [{ kind: 'paid_without_grant', count: 1 }],
  findings: [{ tenantId: TENANT, kind: 'paid_without_grant', subject: 'TXN-1', open: true }],
};
const SPAN = 'from=2025-01-01&to=2025-03-01';

describe('reports', () => {
  let gateway: TestGateway;
  let token: string;
  const asked: object[] = [];
  let standing: { at: string; open: number } | undefined = { at: '2025-03-01T02:00:00.000Z', open: 2 };

  beforeAll(async () => {
    gateway = await startGateway({
      identity: { getTenant: async () => ({ tenantId: TENANT, timezone: 'Europe/Lisbon', version: 1 }) },
      billing: {
        listReconciliations: async () => {
          if (standing === undefined) throw new AppError('dependency_unavailable', {});
          return { reconciliations: [RUN], page: { hasMore: false }, standing };
        },
      },
      credits: {
        reportRevenue: async (_caller, request) => {
          asked.push({ ...request });
          return { rows: ROWS, deferred: [{ packageId: 'PKG-1', currency: 'USD', deferredMinor: 700 }] };
        },
      },
    });
    token = await gateway.token(['finance']);
  });
  afterAll(() => gateway.stop());

  const get = (path: string, headers = {}) => gateway.call(path, { token, headers });

  test('revenue is summed by what is asked for, and never over two currencies', async () => {
    expect((await get(`/api/reports/revenue?${SPAN}`)).body['data']).toHaveLength(3);
    expect((await get(`/api/reports/revenue?${SPAN}&groupBy=month`)).body['data']).toEqual([
      { month: '2025-01', currency: 'USD', usedMinor: 300, breakageMinor: 10, elapsedMinor: 0, totalMinor: 310 },
      { month: '2025-02', currency: 'EUR', usedMinor: 40, breakageMinor: 5, elapsedMinor: 0, totalMinor: 45 },
    ]);
    expect((await get(`/api/reports/revenue?${SPAN}&groupBy=package`)).body['data']).toMatchObject([
      { packageId: 'PKG-1', currency: 'USD', totalMinor: 105 },
      { packageId: 'PKG-2', currency: 'USD', totalMinor: 205 },
      { packageId: 'PKG-1', currency: 'EUR', totalMinor: 45 },
    ]);
  });

  test('revenue names how the last run left the books; without an answer the figures stand alone', async () => {
    expect((await get(`/api/reports/revenue?${SPAN}`)).body['reconciliation']).toEqual(standing);
    const known = standing;
    standing = undefined;
    const alone = await get(`/api/reports/revenue?${SPAN}`);
    standing = known;
    expect([alone.status, Object.keys(alone.body)]).toEqual([200, ['data']]);
  });

  test('the runs of the reconciliation are listed for finance and admin', async () => {
    const listed = await get('/api/admin/reconciliation?limit=5');
    expect(listed.body).toMatchObject({
      data: [{ runId: 'run-1', trigger: 'nightly', findings: [{ kind: 'paid_without_grant', open: true }] }],
      page: { hasMore: false },
      standing: { open: 2 },
    });
    const client = await gateway.token(['client']);
    expect((await gateway.call('/api/admin/reconciliation', { token: client })).status).toBe(403);
  });

  test('the months are the tenant’s, unless another zone is asked for', async () => {
    await get(`/api/reports/revenue?${SPAN}`);
    expect(asked.at(-1)).toEqual({
      from: '2025-01-01T00:00:00.000Z',
      to: '2025-03-01T00:00:00.000Z',
      timezone: 'Europe/Lisbon',
    });
    await get(`/api/reports/deferred-revenue?${SPAN}&timezone=UTC`);
    expect(asked.at(-1)).toMatchObject({ timezone: 'UTC' });
  });

  test('come as CSV when the caller accepts that', async () => {
    const answer = await get(`/api/reports/deferred-revenue?${SPAN}`, { accept: 'text/csv' });
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.text).toBe('packageId,currency,deferredMinor\r\nPKG-1,USD,700\r\n');
    expect((await get(`/api/reports/deferred-revenue?${SPAN}`)).body).toEqual({
      data: [{ packageId: 'PKG-1', currency: 'USD', deferredMinor: 700 }],
    });
  });

  test('are not for clients, nor without a span', async () => {
    const client = await gateway.token(['client']);
    expect((await gateway.call(`/api/reports/revenue?${SPAN}`, { token: client })).status).toBe(403);
    expect((await get('/api/reports/revenue?from=2025-01-01')).status).toBe(400);
    expect((await get('/api/reports/revenue?from=2025-02-30&to=2025-03-01')).status).toBe(400);
  });
});

describe('CSV', () => {
  test('quotes what needs it, and disarms what a spreadsheet would calculate', () => {
    const rows = [
      { a: 'x,"y"\n', b: '=1+1', c: -5 },
      { a: undefined, b: '@cmd', c: 7 },
    ];
    expect(csvOf(rows)).toBe('a,b,c\r\n"x,""y""\n",\'=1+1,-5\r\n,\'@cmd,7\r\n');
    expect(csvOf([], ['a', 'b'])).toBe('a,b\r\n');
  });
});
