import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PaymentRefunded, PaymentSucceeded, RefundFailed } from '@consult/contracts/events/billing';
import { ConsultationCompleted } from '@consult/contracts/events/scheduling';
import type { Caller } from '@consult/runtime/caller';
import type { GrpcClient } from '@consult/runtime/grpc-client';
import { testCaller } from '@consult/testing/call';
import { eventually } from '@consult/testing/eventually';
import { consultationOf, packageOf, paymentOf, reserveRequest } from '../support/events.ts';
import { client, type Stack, startStack, TENANT } from '../support/service.ts';

const COMPLETED = {
  actualStart: '2025-01-11T10:00:00.000Z',
  actualEnd: '2025-01-11T11:00:00.000Z',
  overallStatus: 'successful',
  autoClosed: false,
} as const;
const WITHIN = { withinMs: 15_000 };
let stack: Stack;
let gateway: GrpcClient<'credits'>;
let scheduling: GrpcClient<'credits'>;
const finance: Caller = testCaller({ tenantId: TENANT, userId: 'fin', roles: ['finance'] });

beforeAll(async () => {
  stack = await startStack();
  gateway = stack.from('gateway');
  scheduling = stack.from('scheduling');
});
afterAll(() => stack.stop());

const report = (from: string, to: string, timezone = 'UTC') => gateway.reportRevenue(finance, { from, to, timezone });

/** Three credits for 100.00, one of them used, the others lapsed after 60 days. */
async function threeForHundred(clientId: string): Promise<void> {
  const payment = { amount: { gross: 10_000, platformFee: 0, processingFee: 0, net: 10_000 } };
  await stack.publish(PaymentSucceeded, paymentOf(clientId, `TXN-${clientId}`, payment));
  await eventually(async () =>
    expect((await gateway.getBalance(client(clientId), { clientId: '' })).availableCredits).toBe(3),
  );
  await scheduling.reserve(client(clientId), reserveRequest(clientId, `b-${clientId}`));
  await stack.publish(ConsultationCompleted, { ...consultationOf(clientId, `b-${clientId}`), ...COMPLETED });
}

describe('revenue', () => {
  test('is earned as credits are used and lapse, and owed until then, to the minor unit', async () => {
    await threeForHundred('ann');
    await eventually(async () => {
      expect(await report('2025-01-01T00:00:00.000Z', '2025-02-01T00:00:00.000Z')).toMatchObject({
        rows: [{ month: '2025-01', packageId: 'PKG-100001-0001', currency: 'USD', usedMinor: 3_333, breakageMinor: 0 }],
        deferred: [{ packageId: 'PKG-100001-0001', deferredMinor: 6_667 }],
      });
    }, WITHIN);
    stack.clock.set('2025-03-10T09:00:00.000Z');
    await eventually(async () => {
      expect(await report('2025-01-01T00:00:00.000Z', '2025-04-01T00:00:00.000Z')).toMatchObject({
        rows: [
          { month: '2025-01', usedMinor: 3_333, breakageMinor: 0 },
          { month: '2025-03', usedMinor: 0, breakageMinor: 6_667 },
        ],
        deferred: [],
      });
    }, WITHIN);
  });

  test('of an unlimited period is earned as time goes by, months of the zone summing to the whole', async () => {
    const subscription = {
      subscriptionId: 'sub-1',
      periodStart: '2025-03-10T00:00:00.000Z',
      periodEnd: '2025-04-10T00:00:00.000Z',
      reason: 'create' as const,
    };
    const sold = { ...packageOf({ unlimited: true, total: 31 }), packageId: 'PKG-100001-0002' };
    const money = { gross: 10_001, platformFee: 0, processingFee: 0, net: 10_001 };
    await stack.publish(PaymentSucceeded, paymentOf('bob', 'TXN-bob', { package: sold, amount: money, subscription }));
    const rowsOf = async (timezone: string) => {
      const { rows } = await report('2025-03-01T00:00:00.000Z', '2025-06-01T00:00:00.000Z', timezone);
      return rows
        .filter(({ packageId }) => packageId === sold.packageId)
        .map(({ month, elapsedMinor }) => [month, elapsedMinor]);
    };
    await eventually(
      async () =>
        expect(await rowsOf('UTC')).toEqual([
          ['2025-03', 7_097],
          ['2025-04', 2_904],
        ]),
      WITHIN,
    );
    const [march, april] = await rowsOf('America/New_York');
    expect(march?.[0]).toBe('2025-03');
    expect(Number(march?.[1]) + Number(april?.[1])).toBe(10_001);
  });

  test('of an unlimited period ends where what was left of it went back, and goes on when that fails', async () => {
    const subscription = {
      subscriptionId: 'sub-2',
      periodStart: '2025-03-10T00:00:00.000Z',
      periodEnd: '2025-04-10T00:00:00.000Z',
      reason: 'create' as const,
    };
    const sold = { ...packageOf({ unlimited: true, total: 31 }), packageId: 'PKG-100001-0003' };
    const money = { gross: 31_000, platformFee: 0, processingFee: 0, net: 31_000 };
    await stack.publish(PaymentSucceeded, paymentOf('cay', 'TXN-cay', { package: sold, amount: money, subscription }));
    const about = async (to: string) => {
      const { rows, deferred } = await report('2025-03-01T00:00:00.000Z', to);
      const own = <R extends { packageId: string }>(all: R[]) =>
        all.filter(({ packageId }) => packageId === sold.packageId);
      return {
        earned: own(rows).map(({ month, elapsedMinor }) => [month, elapsedMinor]),
        owed: own(deferred).map(({ deferredMinor }) => deferredMinor),
      };
    };
    await eventually(async () => expect((await about('2025-03-20T00:00:00.000Z')).owed).toEqual([21_000]), WITHIN);
    // Ten days and a half are gone; the twenty whole ones that are left go back.
    stack.clock.set('2025-03-20T12:00:00.000Z');
    const refund = {
      clientId: 'cay',
      transactionId: 'TXN-cay',
      refundId: 're-cay',
      amountMinor: 20_000,
      currency: 'USD',
    };
    const told = { packageId: sold.packageId, packageName: 'All', refundedMinor: 20_000, reason: '' };
    const back = { ...refund, ...told, revokes: 'all_unused' as const, origin: 'consult' as const };
    await stack.publish(PaymentRefunded, back);
    await eventually(
      async () => expect(await about('2025-06-01T00:00:00.000Z')).toEqual({ earned: [['2025-03', 11_000]], owed: [] }),
      WITHIN,
    );
    // As of before it, nothing is changed.
    expect(await about('2025-03-20T00:00:00.000Z')).toEqual({ earned: [['2025-03', 10_000]], owed: [21_000] });
    stack.clock.set('2025-03-22T00:00:00.000Z');
    await stack.publish(RefundFailed, { ...refund, code: 'expired_or_canceled_card', reason: '' });
    await eventually(
      async () =>
        expect((await about('2025-06-01T00:00:00.000Z')).earned).toEqual([
          ['2025-03', 22_000],
          ['2025-04', 9_000],
        ]),
      WITHIN,
    );
  });

  test('is shown to finance only, for spans and zones there are', async () => {
    const span = { from: '2025-01-01T00:00:00.000Z', to: '2025-02-01T00:00:00.000Z', timezone: 'UTC' };
    await expect(gateway.reportRevenue(client('ann'), span)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(report(span.from, '2035-01-01T00:00:00.000Z')).rejects.toMatchObject({
      details: { rule: 'span_too_long' },
    });
    await expect(report(span.from, span.to, 'Mars/Olympus')).rejects.toMatchObject({
      details: { rule: 'unknown_zone' },
    });
    const other = testCaller({ tenantId: '100002', userId: 'fin', roles: ['finance'] });
    expect(await gateway.reportRevenue(other, span)).toMatchObject({ rows: [], deferred: [] });
  });
});
