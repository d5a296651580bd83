import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { eventually } from '@consult/testing/eventually';
import { testCaller } from '@consult/testing/call';
import { monthly } from '../support/packages.ts';
import { refundInDashboard } from '../support/refunds.ts';
import { sell, stored, subscribe } from '../support/subscribe.ts';
import { eventsOf, startWorld, TENANT, type World } from '../support/world.ts';

const SETTLE_MS = 15_000;
const growth = monthly();

let world: World;
beforeAll(async () => {
  world = await startWorld();
  sell(world, growth);
});
afterAll(async () => {
  await world.stop();
});

/** A renewal that is paid at Stripe, and of which no webhook came. */
async function unheard(clientId: string, until: string): Promise<{ intentId: string; chargeId: string }> {
  const { customerId } = await subscribe(world, clientId, growth);
  await world.misbehave({ drop: ['*'] });
  await world.advanceTo(until);
  await world.misbehave({});
  expect(await stored(world, clientId)).toHaveLength(1);
  const { body } = await world.stripe('GET', `/v1/payment_intents?customer=${customerId}&limit=1`);
  const [renewal] = body['data'] as { id: string; latest_charge: string }[];
  return { intentId: renewal?.id ?? '', chargeId: renewal?.latest_charge ?? '' };
}

function renewalOf(clientId: string, wanted: object) {
  return eventually(
    async () => {
      const renewal = (await stored(world, clientId)).find(({ kind }) => kind === 'renewal');
      expect(renewal).toMatchObject(wanted);
      return String(renewal?.['transactionId']);
    },
    { withinMs: SETTLE_MS },
  );
}

describe('a renewal nobody has heard of yet', () => {
  test('of which money goes back is paid, and that money is gone', async () => {
    const { intentId } = await unheard('refunded', '2025-02-01T09:00:00Z');
    await refundInDashboard(world, intentId, 10_000);
    const refunds = [{ amountMinor: 10_000, status: 'succeeded', basis: 'stripe' }];
    const transactionId = await renewalOf('refunded', { state: 'partially_refunded', refunds });
    await eventsOf(world, 'PaymentSucceeded', transactionId, 1);
    await eventsOf(world, 'PaymentRefunded', transactionId, 1);
  });

  test('which the bank asks back is paid, and disputed', async () => {
    const { chargeId } = await unheard('disputed', '2025-03-01T09:00:00Z');
    await world.dispute({ charge: chargeId });
    const transactionId = await renewalOf('disputed', { state: 'succeeded', disputes: [{ status: 'open' }] });
    await eventsOf(world, 'PaymentSucceeded', transactionId, 1);
    await eventsOf(world, 'PaymentDisputed', transactionId, 1);
  });

  test('and whose dispute nobody has heard of at all is found by reconciling, and mended', async () => {
    const clientId = 'silent';
    const { transactionId } = await subscribe(world, clientId, growth);
    const { body } = await world.stripe('GET', '/v1/charges?limit=1');
    const [charge] = body['data'] as { id: string }[];
    await world.misbehave({ drop: ['*'] });
    await world.dispute({ charge: charge?.id ?? '' });
    await world.misbehave({});
    const operator = testCaller({ tenantId: '', userId: 'operator', roles: ['operator'] });
    const asked = { tenantId: TENANT, since: '', cursor: '', apply: true };
    // What is still being told is left to a later look.
    await eventually(async () => {
      const { findings } = await world.billing.reconcile(operator, asked);
      expect(findings).toContainEqual(
        expect.objectContaining({ kind: 'dispute_unheard', subject: transactionId, applied: true }),
      );
    });
    await eventsOf(world, 'PaymentDisputed', transactionId, 1);
    expect((await stored(world, clientId))[0]).toMatchObject({ disputes: [{ status: 'open' }] });
  });
});
