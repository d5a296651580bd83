import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startGateway, type TestGateway } from '../support.ts';

const transaction = (index: number) => ({
  transactionId: `TXN-100001-${index}`,
  client: 'sarah',
  createdAt: '2025-01-01T09:00:00.000Z',
  paidAt: '2025-01-01T09:01:00.000Z',
  status: { current: 'partially_refunded' },
  currency: 'USD',
  amount: { gross: 29_700, platformFee: 0, processingFee: 891, net: 28_809 },
  package: { packageId: 'PKG-100001-0001', details: { name: '=Quick, "Start"' } },
  refunds: [
    { refundId: 're-1', amount: 9_900, status: 'succeeded' },
    { refundId: 're-2', amount: 100, status: 'failed' },
  ],
});

describe('transactions', () => {
  let gateway: TestGateway;
  const asked: { page?: { cursor?: string } | null }[] = [];

  beforeAll(async () => {
    gateway = await startGateway({
      billing: {
        listTransactions: async (_caller, request) => {
          asked.push({ ...request });
          const first = (request.page?.cursor ?? '') === '';
          const page = first ? { hasMore: true, nextCursor: 'next' } : { hasMore: false };
          return { transactions: [transaction(first ? 1 : 2)], page };
        },
      },
    });
  });
  afterAll(() => gateway.stop());

  test('are listed by status, client, package and time', async () => {
    const token = await gateway.token(['finance']);
    const query = 'status=refunded&clientId=sarah&packageId=PKG-100001-0001&from=2025-01-01&to=2025-02-01T00:00:00Z';
    const answer = await gateway.call(`/api/billing/transactions?${query}`, { token });
    expect(answer.body).toMatchObject({ page: { hasMore: true, nextCursor: 'next' } });
    expect(asked.at(-1)).toMatchObject({
      status: 'refunded',
      clientId: 'sarah',
      packageId: 'PKG-100001-0001',
      from: '2025-01-01T00:00:00.000Z',
      to: '2025-02-01T00:00:00.000Z',
    });
    expect((await gateway.call('/api/billing/transactions?from=2025-02-30', { token })).status).toBe(400);
  });

  test('are exported whole, page by page, as CSV that no spreadsheet calculates', async () => {
    asked.length = 0;
    const token = await gateway.token(['client']);
    const answer = await gateway.call('/api/billing/transactions.csv', { token });
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(asked.map(({ page }) => page?.cursor)).toEqual(['', 'next']);
    const [header, first, second, end] = answer.text.split('\r\n');
    expect(header).toMatch(/^transactionId,createdAt,paidAt,status,/);
    expect(first).toBe(
      'TXN-100001-1,2025-01-01T09:00:00.000Z,2025-01-01T09:01:00.000Z,partially_refunded,sarah,PKG-100001-0001,' +
        '"\'=Quick, ""Start""",USD,29700,0,891,28809,,9900,,',
    );
    expect(second).toMatch(/^TXN-100001-2,/);
    expect(end).toBe('');
  });
});
