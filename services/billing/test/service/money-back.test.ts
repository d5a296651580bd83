import { DEFAULT_POLICIES } from '@consult/contracts/events/identity';
import { eventually } from '@consult/testing/eventually';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { bundle, monthly } from '../support/packages.ts';
import { order, pay, quote, refund, refundInDashboard, refundsAtStripe } from '../support/refunds.ts';
import {
  client,
  confirm,
  eventsOf,
  finance,
  open,
  OTHER_ACCOUNT,
  OTHER_TENANT,
  refusal,
  settled,
  startWorld,
  TENANT,
  type Transaction,
  type World,
} from '../support/world.ts';

const MINUTE_MS = 60_000;

let world: World;
beforeAll(async () => {
  world = await startWorld();
  world.neighbours.tenants.set(OTHER_TENANT, { stripeAccountId: OTHER_ACCOUNT, policies: DEFAULT_POLICIES });
});
afterEach(async () => {
  // A test that fails leaves no other world to those after it.
  world.shiftWall(0);
  await world.misbehave({});
});
afterAll(async () => {
  await world.stop();
});

describe('a refund that began at Stripe', () => {
  test('is written down under Stripe’s id and told once, in proportion, whatever is heard twice and in any order', async () => {
    await world.misbehave({ duplicate: true, reorder: true });
    const { transactionId, intentId } = await pay(world, 'dashboard');
    const first = await refundInDashboard(world, intentId, 9_900);
    const part = await settled(world, client('dashboard'), transactionId, 'partially_refunded');
    expect(part.refunds).toMatchObject([
      { refundId: first, stripeRefundId: first, basis: 'stripe', actor: 'stripe', amount: 9_900, creditsRevoked: 1 },
    ]);
    expect(world.neighbours.revocations.get(first)).toMatchObject({ allUnused: false, amountMinor: 9_900 });
    const second = await refundInDashboard(world, intentId, 19_800);
    await settled(world, client('dashboard'), transactionId, 'refunded');
    await allHeard();
    const told = await eventsOf(world, 'PaymentRefunded', transactionId, 2);
    expect(told.map(({ data }) => data)).toMatchObject([
      { refundId: first, amountMinor: 9_900, refundedMinor: 9_900, revokes: 'in_proportion', origin: 'stripe' },
      { refundId: second, amountMinor: 19_800, refundedMinor: 29_700, revokes: 'in_proportion', origin: 'stripe' },
    ]);
    await world.misbehave({});
  });

  test('whose webhooks never came is found in Stripe’s list of events', async () => {
    const { transactionId, intentId } = await pay(world, 'unheard');
    await world.misbehave({ drop: ['*'] });
    await refundInDashboard(world, intentId, 100);
    await settled(world, client('unheard'), transactionId, 'succeeded');
    world.shiftWall(6 * MINUTE_MS);
    await settled(world, client('unheard'), transactionId, 'partially_refunded');
    await eventsOf(world, 'PaymentRefunded', transactionId, 1);
    world.shiftWall(0);
    await world.misbehave({});
  });

  test('between the quote and the command leaves no money for ours: Stripe refuses, credits are told, both are in the books', async () => {
    const { transactionId, intentId } = await pay(world, 'crossing');
    const quoteId = (await quote(world, transactionId)).options[0]?.quoteId ?? '';
    await world.misbehave({ drop: ['*'] });
    await refundInDashboard(world, intentId, 29_700);
    expect(await refusal(order(world, transactionId, quoteId))).toMatchObject({
      code: 'rule_refused',
      details: { reason: 'refund_refused', stripeCode: 'charge_already_refunded' },
    });
    // The same request has the same answer.
    expect(await refusal(order(world, transactionId, quoteId))).toMatchObject({ code: 'rule_refused' });
    const [failed] = await eventsOf(world, 'RefundFailed', transactionId, 1);
    expect(failed?.data).toMatchObject({ code: 'charge_already_refunded', amountMinor: 19_800, wasRefunded: false });
    // Whoever asked has been answered.
    expect(failed?.data).not.toHaveProperty('requestedBy');
    world.shiftWall(20 * MINUTE_MS);
    const after = await settled(world, client('crossing'), transactionId, 'refunded');
    expect(after.refunds).toMatchObject([
      { basis: 'unused_share', status: 'failed', failure: 'charge_already_refunded' },
      { basis: 'stripe', status: 'succeeded', amount: 29_700 },
    ]);
    world.shiftWall(0);
    await world.misbehave({});
  });

  test('with a label of ours that names no refund, or one that has its own, is Stripe’s', async () => {
    const { transactionId, intentId } = await pay(world, 'label', { lot: { added: 3, remaining: 1 } });
    const ours = (await refund(world, transactionId)).refunds[0];
    const labelled = async (refundId: string) => {
      const form = { payment_intent: intentId, amount: '100', 'metadata[refundId]': refundId };
      return String((await world.stripe('POST', '/v1/refunds', form)).body['id']);
    };
    const forged = [await labelled('of-nobody'), await labelled(ours?.refundId ?? '')];
    const after = await withRefunds(transactionId, 3);
    expect(after.refunds.map(({ refundId }) => refundId)).toEqual([ours?.refundId, ...forged]);
    expect(after.refunds.map(({ status }) => status)).toEqual(['succeeded', 'succeeded', 'succeeded']);
  });
});

describe('a refund of ours', () => {
  test('that is made while an earlier one is looked at is written down once', async () => {
    const { transactionId } = await pay(world, 'meanwhile', { lot: { added: 3, remaining: 1 } });
    // Billing has read the transaction, and hears only after this of what went back: by then the second one is there too.
    await world.failing([{ method: 'GET', path: '/v1/refunds', status: 500, delayMs: 2_000 }]);
    await refund(world, transactionId);
    await world.failed();
    world.neighbours.lots.set(`${TENANT}/${transactionId}`, { added: 3, remaining: 1 });
    const { refunds: made } = await refund(world, transactionId, { requestId: 'second' });
    expect(made).toMatchObject([{ amount: 9_900 }, { amount: 9_900 }]);
    await allHeard();
    const { refunds } = await read(transactionId);
    expect(refunds.map(({ refundId }) => refundId)).toEqual(made.map(({ refundId }) => refundId));
    await eventsOf(world, 'PaymentRefunded', transactionId, 2);
  });
});

describe('a refund that the bank decides on later', () => {
  test('fails days after it had succeeded: the payment goes back, credits are told once, whatever is heard twice', async () => {
    await world.misbehave({ duplicate: true, reorder: true });
    const { transactionId } = await pay(world, 'closed-card', { card: 'pm_card_refundFail' });
    await refund(world, transactionId);
    await eventsOf(world, 'PaymentRefunded', transactionId, 1);
    await world.advanceTo('2025-01-02T10:00:00Z');
    const after = await settled(world, client('closed-card'), transactionId, 'succeeded');
    expect(after.refunds).toMatchObject([{ status: 'failed', failure: 'expired_or_canceled_card', creditsRevoked: 2 }]);
    expect(after.history.at(-1)).toMatchObject({ from: 'partially_refunded', to: 'succeeded', actor: 'stripe' });
    await allHeard();
    const [failed] = await eventsOf(world, 'RefundFailed', transactionId, 1);
    expect(failed?.data).toMatchObject({
      refundId: after.refunds[0]?.refundId,
      code: 'expired_or_canceled_card',
      packageName: 'Quick Start',
      wasRefunded: true,
      requestedBy: 'finance-1',
    });
    await eventsOf(world, 'PaymentRefunded', transactionId, 1);
    // It can be tried again, under another request.
    world.neighbours.lots.set(`${TENANT}/${transactionId}`, { added: 3, remaining: 2 });
    const again = await refund(world, transactionId, { requestId: 'once-more' });
    expect(again.refunds).toMatchObject([{ status: 'failed' }, { status: 'succeeded' }]);
    await world.misbehave({});
  });

  test('is pending until then, counts as gone, and is told when it has arrived', async () => {
    const { transactionId } = await pay(world, 'slow-bank', { card: 'pm_card_pendingRefund' });
    const waiting = await refund(world, transactionId);
    expect(waiting).toMatchObject({
      status: { current: 'succeeded' },
      refunds: [{ status: 'pending', creditsRevoked: 2 }],
    });
    world.neighbours.lots.set(`${TENANT}/${transactionId}`, { added: 3, remaining: 3 });
    expect((await quote(world, transactionId)).options).toMatchObject([{ amount: 9_900 }]);
    await eventsOf(world, 'PaymentRefunded', transactionId, 0);
    await world.advanceTo('2025-01-04T10:00:00Z');
    await settled(world, client('slow-bank'), transactionId, 'partially_refunded');
    await eventsOf(world, 'PaymentRefunded', transactionId, 1);
  });
});

describe('a dispute', () => {
  test('is told when it is opened and when it is won, each once; nothing is refunded meanwhile', async () => {
    await world.misbehave({ duplicate: true, reorder: true });
    const { transactionId } = await pay(world, 'doubter', { card: 'pm_card_createDispute' });
    const open = await withDispute(transactionId, 'open');
    expect(open).toMatchObject({ status: { current: 'succeeded' }, dispute: { reason: 'fraudulent', amount: 29_700 } });
    const [opened] = await eventsOf(world, 'PaymentDisputed', transactionId, 1);
    expect(opened?.data).toMatchObject({ disputeId: open.dispute?.disputeId, amountMinor: 29_700, currency: 'USD' });
    expect(await refusal(quote(world, transactionId))).toMatchObject({
      code: 'rule_refused',
      details: { reason: 'disputed' },
    });
    await answer(open.dispute?.disputeId, 'winning_evidence');
    await withDispute(transactionId, 'won');
    await allHeard();
    const [closed] = await eventsOf(world, 'DisputeClosed', transactionId, 1);
    expect(closed?.data).toMatchObject({ disputeId: open.dispute?.disputeId, outcome: 'won' });
    await eventsOf(world, 'PaymentDisputed', transactionId, 1);
    expect((await quote(world, transactionId)).options).toHaveLength(1);
    await world.misbehave({});
  });

  test('that is lost stays lost, and leaves nothing to refund', async () => {
    const { transactionId } = await pay(world, 'loser', { card: 'pm_card_createDisputeProductNotReceived' });
    const { dispute } = await withDispute(transactionId, 'open');
    await answer(dispute?.disputeId, 'losing_evidence');
    const lost = await withDispute(transactionId, 'lost');
    expect(lost.dispute?.closedAt).toBeTruthy();
    const [closed] = await eventsOf(world, 'DisputeClosed', transactionId, 1);
    expect(closed?.data).toMatchObject({ outcome: 'lost' });
    expect(await refusal(quote(world, transactionId))).toMatchObject({ details: { reason: 'disputed' } });
  });

  test('of which no webhook came is found in Stripe’s list of events, opened and closed', async () => {
    await world.misbehave({ drop: ['charge.dispute.created', 'charge.dispute.closed', 'charge.updated'] });
    const { transactionId, chargeId } = await pay(world, 'silent', { card: 'pm_card_createDispute' });
    const listed = await world.stripe('GET', `/v1/disputes?charge=${chargeId}`);
    const [{ id } = { id: '' }] = listed.body['data'] as { id: string }[];
    await answer(id, 'winning_evidence');
    // Later than any look of the tests before.
    world.shiftWall(60 * MINUTE_MS);
    await withDispute(transactionId, 'won');
    await eventsOf(world, 'PaymentDisputed', transactionId, 1);
    await eventsOf(world, 'DisputeClosed', transactionId, 1);
    world.shiftWall(0);
    await world.misbehave({});
  });
});

describe('money goes back', () => {
  test('in the account that took it, and a label there counts nowhere else', async () => {
    const sold = bundle({ packageId: 'PKG-100002-0001' });
    world.neighbours.packages.set(`${OTHER_TENANT}/${sold.packageId}`, sold);
    const buyer = client('there', OTHER_TENANT);
    const { clientSecret, transactionId } = await open(world, buyer, sold);
    await confirm(world, clientSecret, 'pm_card_visa', OTHER_ACCOUNT);
    const paid = await settled(world, buyer, transactionId, 'succeeded');
    world.neighbours.lots.set(`${OTHER_TENANT}/${transactionId}`, { added: 3, remaining: 3 });
    const { options } = await world.billing.quoteRefund(finance(OTHER_TENANT), { transactionId });
    const refunded = await world.billing.refundTransaction(finance(OTHER_TENANT), {
      transactionId,
      quoteId: options[0]?.quoteId ?? '',
      reason: 'moved away',
      requestId: 'there-1',
    });
    expect(refunded.status?.current).toBe('refunded');
    const path = `/v1/refunds/${refunded.refunds[0]?.stripeRefundId}`;
    expect((await world.stripe('GET', path, undefined, OTHER_ACCOUNT)).status).toBe(200);
    expect((await world.stripe('GET', path)).status).toBe(404);
    expect(paid.stripe?.paymentIntentId).toBeTruthy();
  });

  test('of a subscription’s period, which stays as it is', async () => {
    const sold = monthly();
    world.neighbours.packages.set(`${TENANT}/${sold.packageId}`, sold);
    const { clientSecret, transactionId } = await open(world, client('monthly'), sold);
    await confirm(world, clientSecret);
    await settled(world, client('monthly'), transactionId, 'succeeded');
    world.neighbours.lots.set(`${TENANT}/${transactionId}`, { added: 8, remaining: 4 });
    const refunded = await refund(world, transactionId);
    expect(refunded).toMatchObject({ status: { current: 'partially_refunded' }, refunds: [{ amount: 39_950 }] });
    expect(await refundsAtStripe(world, refunded.stripe?.paymentIntentId ?? '')).toHaveLength(1);
    await eventsOf(world, 'PaymentRefunded', transactionId, 1);
    await eventsOf(world, 'PaymentSucceeded', transactionId, 1);
  });
});

const answer = (disputeId: string | undefined, words: string) =>
  world.stripe('POST', `/v1/disputes/${disputeId}`, { 'evidence[uncategorized_text]': words, submit: 'true' });

const read = (transactionId: string): Promise<Transaction> =>
  world.billing.getTransaction(finance(), { transactionId });

function withDispute(transactionId: string, status: string): Promise<Transaction> {
  return eventually(async () => {
    const transaction = await read(transactionId);
    expect(transaction.dispute?.status).toBe(status);
    return transaction;
  });
}

function withRefunds(transactionId: string, count: number): Promise<Transaction> {
  return eventually(async () => {
    const transaction = await read(transactionId);
    expect(transaction.refunds.filter(({ status }) => status === 'succeeded')).toHaveLength(count);
    return transaction;
  });
}

async function allHeard(): Promise<void> {
  await eventually(async () => {
    expect(await world.database.collection('webhook_inbox').countDocuments({ state: { $ne: 'done' } })).toBe(0);
  });
}
