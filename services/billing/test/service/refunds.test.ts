import { DEFAULT_POLICIES } from '@consult/contracts/events/identity';
import { derivedId } from '@consult/runtime/ids';
import { eventually } from '@consult/testing/eventually';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { admin, order, pay, quote, refund, refundsAtStripe } from '../support/refunds.ts';
import {
  client,
  eventsOf,
  finance,
  OTHER_TENANT,
  open,
  refusal,
  settled,
  startWorld,
  TENANT,
  type World,
} from '../support/world.ts';
import { bundle } from '../support/packages.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

let world: World;
beforeAll(async () => {
  world = await startWorld();
  const policies = { ...DEFAULT_POLICIES, singleSessionPriceMinor: 12_000 };
  world.neighbours.tenants.set(TENANT, { stripeAccountId: 'acct_platform', policies });
});
afterAll(async () => {
  await world.stop();
});

describe('a quote', () => {
  test('says what each basis gives and takes, and which rule decided', async () => {
    const { transactionId } = await pay(world, 'asker');
    const quoted = await quote(world, transactionId);
    expect(quoted).toMatchObject({
      transactionId,
      paid: 29_700,
      refunded: 0,
      currency: 'USD',
      creditsTotal: 3,
      creditsUnused: 2,
      options: [
        { basis: 'unused_share', amount: 19_800, creditsRevoked: 2 },
        { basis: 'less_used', amount: 17_700, creditsRevoked: 2 },
      ],
    });
    expect(quoted.rule).toContain('unused_share');
    expect(new Date(quoted.validUntil).getTime()).toBeGreaterThan(Date.now());
    expect(await refundsAtStripe(world, (await stored(transactionId)).stripe.paymentIntentId)).toEqual([]);
  });

  test('goes by the single-session price of the purchase, whatever the tenant asks today', async () => {
    const { transactionId } = await pay(world, 'early');
    await world.database.collection('tenants').updateOne({}, { $set: { 'policies.singleSessionPriceMinor': 1 } });
    expect((await quote(world, transactionId)).options[1]).toMatchObject({ basis: 'less_used', amount: 17_700 });
    await world.database.collection('tenants').updateOne({}, { $unset: { 'policies.singleSessionPriceMinor': 1 } });
    const later = await pay(world, 'later');
    expect((await quote(world, later.transactionId)).options.map(({ basis }) => basis)).toEqual(['unused_share']);
    await world.database.collection('tenants').updateOne({}, { $set: { 'policies.singleSessionPriceMinor': 12_000 } });
  });

  test('counts what has gone on into the next period as unused, and what was taken there as gone back', async () => {
    const { transactionId } = await pay(world, 'roller');
    const lots = world.neighbours.lots;
    lots.set(`${TENANT}/${transactionId}`, { added: 3, remaining: 0, rolledRemaining: 1 });
    expect(await quote(world, transactionId)).toMatchObject({
      creditsUnused: 1,
      options: [
        { basis: 'unused_share', amount: 9_900, creditsRevoked: 1 },
        // Two are gone, at the single-session price.
        { basis: 'less_used', amount: 5_700, creditsRevoked: 1 },
      ],
    });
    lots.set(`${TENANT}/${transactionId}`, { added: 3, remaining: 0, rolledRemaining: 1, rolledRevoked: 1 });
    expect((await quote(world, transactionId)).options).toMatchObject([{ amount: 9_900 }, { amount: 17_700 }]);
  });

  test('of an unlimited package goes by the time that is left', async () => {
    const { transactionId } = await pay(world, 'unlimited');
    const period = { effectiveAt: '2024-12-31T09:00:00.000Z', expiryDate: '2025-01-10T09:00:00.000Z' };
    world.neighbours.lots.set(`${TENANT}/${transactionId}`, { added: 100, remaining: 97, unlimited: true, ...period });
    // Nine of ten days.
    expect((await quote(world, transactionId)).options).toMatchObject([
      { basis: 'unused_share', amount: 26_730, creditsRevoked: 97 },
    ]);
  });

  test('is refused to all but finance and admin, of what is not there, not paid, without credits, or has nothing left', async () => {
    const { transactionId } = await pay(world, 'strict');
    for (const caller of [client('strict'), finance('')])
      expect(await refusal(world.billing.quoteRefund(caller, { transactionId }))).toMatchObject({ code: 'forbidden' });
    expect((await world.billing.quoteRefund(admin(), { transactionId })).options).not.toEqual([]);
    expect(await refusal(world.billing.quoteRefund(finance(OTHER_TENANT), { transactionId }))).toMatchObject({
      code: 'not_found',
    });
    expect(await refusal(quote(world, 'TXN-100001-9999'))).toMatchObject({ code: 'not_found' });
    world.neighbours.lots.set(`${TENANT}/${transactionId}`, { added: 3, remaining: 0 });
    expect(await reasonOf(quote(world, transactionId))).toBe('nothing_to_refund');
    world.neighbours.lots.delete(`${TENANT}/${transactionId}`);
    expect(await reasonOf(quote(world, transactionId))).toBe('no_credits');
    const sold = bundle({ packageId: 'PKG-100001-4000' });
    world.neighbours.packages.set(`${TENANT}/${sold.packageId}`, sold);
    const unpaid = await open(world, client('strict'), sold);
    expect(await reasonOf(quote(world, unpaid.transactionId))).toBe('not_paid');
  });
});

describe('a refund', () => {
  test('goes back once: credits revoked, one refund at Stripe with our label, one PaymentRefunded, the same request the same', async () => {
    await world.misbehave({ duplicate: true, reorder: true });
    const { transactionId, intentId } = await pay(world, 'leaver');
    const { options } = await quote(world, transactionId);
    const quoteId = options[0]?.quoteId ?? '';
    const refunded = await order(world, transactionId, quoteId);
    expect(refunded.status?.current).toBe('partially_refunded');
    expect(refunded.refunds).toMatchObject([
      {
        amount: 19_800,
        status: 'succeeded',
        basis: 'unused_share',
        reason: 'moved away',
        actor: 'finance-1',
        creditsRevoked: 2,
        createdAt: '2025-01-01T09:00:00.000Z',
      },
    ]);
    expect(refunded.history.at(-1)).toMatchObject({
      from: 'succeeded',
      to: 'partially_refunded',
      actor: 'finance-1',
      reason: 'moved away',
    });
    const { refundId, stripeRefundId } = refunded.refunds[0] ?? {};
    expect(world.neighbours.revocations.get(refundId ?? '')).toMatchObject({ allUnused: true, credits: 2 });
    const again = await order(world, transactionId, quoteId);
    expect(again.refunds).toEqual(refunded.refunds);
    expect(await refundsAtStripe(world, intentId)).toMatchObject([
      { id: stripeRefundId, amount: 19_800, metadata: { tenantId: TENANT, transactionId, refundId } },
    ]);
    await allHeard();
    const [event] = await eventsOf(world, 'PaymentRefunded', transactionId, 1);
    expect(event?.data).toEqual({
      transactionId,
      clientId: 'leaver',
      refundId,
      amountMinor: 19_800,
      refundedMinor: 19_800,
      currency: 'USD',
      packageId: (await stored(transactionId)).packageId,
      packageName: 'Quick Start',
      revokes: 'all_unused',
      origin: 'consult',
      reason: 'moved away',
    });
    expect(await refusal(order(world, transactionId, quoteId, { reason: 'another' }))).toMatchObject({
      code: 'idempotency_key_reused',
    });
    expect(await refusal(order(world, transactionId, quoteId, { requestId: 'another' }))).toMatchObject({
      code: 'quote_changed',
    });
    const other = await pay(world, 'leaver');
    expect(
      await refusal(refund(world, other.transactionId, { requestId: `request-of-${transactionId}` })),
    ).toMatchObject({ code: 'idempotency_key_reused' });
    await world.misbehave({});
  });

  test('of all that was paid is found as refunded, the rest by its own state', async () => {
    const { transactionId } = await pay(world, 'whole', { lot: { added: 3, remaining: 3 } });
    const refunded = await refund(world, transactionId);
    expect(refunded.status?.current).toBe('refunded');
    const part = await pay(world, 'whole');
    await refund(world, part.transactionId, { basis: 'less_used' });
    const listed = async (status: string) => {
      const page = { limit: 10, cursor: '' };
      const { transactions } = await world.billing.listTransactions(finance(), { status, clientId: 'whole', page });
      return transactions.map((one) => [one.transactionId, one.refunds[0]?.amount]);
    };
    expect(await listed('refunded')).toEqual([[transactionId, 29_700]]);
    expect(await listed('partially_refunded')).toEqual([[part.transactionId, 17_700]]);
    expect(await listed('succeeded')).toEqual([]);
    expect(await reasonOf(quote(world, transactionId))).toBe('nothing_to_refund');
  });

  test('is held to its quote: not another payment’s, not changed, not outdated, not once credits have moved', async () => {
    const { transactionId, intentId } = await pay(world, 'careful');
    const other = await pay(world, 'careful');
    const [option] = (await quote(world, transactionId)).options;
    const quoteId = option?.quoteId ?? '';
    const foreign = (await quote(world, other.transactionId)).options[0]?.quoteId ?? '';
    for (const wrong of [
      foreign,
      `${quoteId}x`,
      'nonsense',
      quoteId.replace(/\.(.)/, (_all, first) => (first === 'A' ? '.B' : '.A')),
    ])
      expect(await refusal(order(world, transactionId, wrong))).toMatchObject({ code: 'quote_changed' });
    world.shiftWall(11 * MINUTE_MS);
    expect(await refusal(order(world, transactionId, quoteId))).toMatchObject({
      code: 'quote_changed',
      details: { reason: 'expired' },
    });
    world.shiftWall(0);
    world.neighbours.lots.set(`${TENANT}/${transactionId}`, { added: 3, remaining: 1 });
    expect(await refusal(order(world, transactionId, quoteId))).toMatchObject({ code: 'quote_changed' });
    expect(await refundsAtStripe(world, intentId)).toEqual([]);
    expect((await stored(transactionId)).refunds).toEqual([]);
  });

  test('asked for ten times at once under ten requests is one', async () => {
    // Two of them would still be less than was paid.
    const { transactionId, intentId } = await pay(world, 'racer', { lot: { added: 3, remaining: 1 } });
    const { options } = await quote(world, transactionId);
    const orders = await Promise.allSettled(
      Array.from({ length: 10 }, (_, index) =>
        order(world, transactionId, options[index % 2]?.quoteId ?? '', { requestId: `race-${index}` }),
      ),
    );
    expect(orders.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const one of orders)
      if (one.status === 'rejected') expect(['quote_changed', 'rule_refused', 'conflict']).toContain(one.reason.code);
    expect(await refundsAtStripe(world, intentId)).toHaveLength(1);
    expect((await stored(transactionId)).refunds).toHaveLength(1);
    await eventsOf(world, 'PaymentRefunded', transactionId, 1);
  });

  test('asked for ten times at once under one request is one, and all hear of it', async () => {
    const { transactionId, intentId } = await pay(world, 'hasty');
    const quoteId = (await quote(world, transactionId)).options[0]?.quoteId ?? '';
    const orders = await Promise.allSettled(Array.from({ length: 10 }, () => order(world, transactionId, quoteId)));
    expect(orders.some(({ status }) => status === 'fulfilled')).toBe(true);
    expect(await refundsAtStripe(world, intentId)).toHaveLength(1);
    await eventsOf(world, 'PaymentRefunded', transactionId, 1);
    expect((await order(world, transactionId, quoteId)).refunds).toMatchObject([{ status: 'succeeded' }]);
  });

  test('whose credits were spent between the quote and the revoking takes no money, and they are told to come back', async () => {
    const { transactionId, intentId } = await pay(world, 'spender');
    const { options } = await quote(world, transactionId);
    // Credits has one less when it is asked to take them.
    world.neighbours.revocations.set(derivedId('refund', TENANT, 'finance-1', `request-of-${transactionId}`), {
      transactionId,
      amountMinor: 0,
      allUnused: true,
      credits: 1,
    });
    expect(await refusal(order(world, transactionId, options[0]?.quoteId ?? ''))).toMatchObject({
      code: 'quote_changed',
      details: { reason: 'credits_changed' },
    });
    expect(await refundsAtStripe(world, intentId)).toEqual([]);
    const [event] = await eventsOf(world, 'RefundFailed', transactionId, 1);
    expect(event?.data).toMatchObject({ code: 'credits_changed', amountMinor: 19_800 });
    await settled(world, client('spender'), transactionId, 'succeeded');
  });

  test('that was made at Stripe and not noted is found there by its label, also after its key has been forgotten', async () => {
    const { transactionId, intentId } = await pay(world, 'forgetful');
    await world.misbehave({ drop: ['*'] });
    await refund(world, transactionId);
    await eventsOf(world, 'PaymentRefunded', transactionId, 1);
    await world.database.collection('transactions').updateOne(
      { transactionId },
      {
        $set: { state: 'succeeded', 'refunds.0.status': 'pending', checkAt: new Date(), checks: 0 },
        $unset: { 'refunds.0.stripeRefundId': 1 },
        $pop: { history: 1 },
      },
    );
    world.shiftWall(2 * DAY_MS);
    await settled(world, client('forgetful'), transactionId, 'partially_refunded');
    expect(await refundsAtStripe(world, intentId)).toHaveLength(1);
    world.shiftWall(0);
    await world.misbehave({});
  });

  test('while Stripe is away stays pending, and is carried on by itself: once', async () => {
    const { transactionId, intentId } = await pay(world, 'patient');
    const { options } = await quote(world, transactionId);
    await world.stripeAway(true);
    expect(await refusal(order(world, transactionId, options[0]?.quoteId ?? ''))).toMatchObject({
      code: 'dependency_unavailable',
      details: { dependency: 'stripe' },
    });
    await world.stripeAway(false);
    const [waiting] = (await stored(transactionId)).refunds;
    expect(waiting).toMatchObject({ status: 'pending', creditsRevoked: 2 });
    expect(waiting).not.toHaveProperty('stripeRefundId');
    // Each look is later than the one before, and Stripe may be left alone for a while.
    let shiftMs = 0;
    await eventually(
      async () => {
        shiftMs += 3 * MINUTE_MS;
        world.shiftWall(shiftMs);
        expect((await stored(transactionId)).state).toBe('partially_refunded');
      },
      { withinMs: 30_000 },
    );
    expect(await refundsAtStripe(world, intentId)).toHaveLength(1);
    await eventsOf(world, 'PaymentRefunded', transactionId, 1);
    world.shiftWall(0);
  });
});

interface StoredRow {
  transactionId: string;
  state: string;
  packageId: string;
  stripe: { paymentIntentId: string };
  refunds: object[];
}
async function stored(transactionId: string): Promise<StoredRow> {
  const found = await world.database.collection<StoredRow>('transactions').findOne({ transactionId });
  if (found === null) throw new Error(`no ${transactionId}`);
  return found;
}

async function reasonOf(call: Promise<unknown>): Promise<unknown> {
  const { code, details } = await refusal(call);
  expect(code).toBe('rule_refused');
  return details['reason'];
}

async function allHeard(): Promise<void> {
  await eventually(async () => {
    expect(await world.database.collection('webhook_inbox').countDocuments({ state: { $ne: 'done' } })).toBe(0);
  });
}
