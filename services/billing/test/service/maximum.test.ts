import { isAppError } from '@consult/runtime/errors';
import { eventually } from '@consult/testing/eventually';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { bundle } from '../support/packages.ts';
import { client, confirm, open, refusal, settled, startWorld, TENANT, type World } from '../support/world.ts';

const AT_ONCE = 20;

let world: World;
let instances: World['billing'][];
beforeAll(async () => {
  world = await startWorld();
  instances = [world.billing, await world.another()];
});
afterAll(async () => {
  await world.stop();
});

let packages = 0;
/** A package that each client may have once. */
function onceEach() {
  packages += 1;
  const sold = bundle({
    packageId: `PKG-100001-7${String(packages).padStart(3, '0')}`,
    eligibility: { maximumPurchasePerClient: 1 },
  });
  world.neighbours.packages.set(`${TENANT}/${sold.packageId}`, sold);
  return sold;
}
type Sold = ReturnType<typeof onceEach>;

/** One client buys as often as this at once, each time under a request of its own, on both instances; pays whatever is opened. */
async function buyAtOnce(who: string, sold: Sold): Promise<{ paid: Set<string>; refused: string[] }> {
  const { amount, currency } = sold.pricing;
  const paid = new Set<string>();
  const refused: string[] = [];
  const buy = async (index: number) => {
    const billing = instances[index % instances.length] ?? world.billing;
    const wanted = { packageId: sold.packageId, amount, currency, requestId: `${who}-${sold.packageId}-${index}` };
    try {
      const { clientSecret, transactionId } = await billing.createPaymentIntent(client(who), wanted);
      // Those who share one payment find it paid: the card is charged once.
      await confirm(world, clientSecret);
      paid.add(transactionId);
    } catch (error) {
      if (!isAppError(error)) throw error;
      refused.push(error.code);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, (_, index) => buy(index)));
  return { paid, refused };
}

const stored = (who: string, sold: Sold) =>
  world.database.collection('transactions').find({ clientId: who, packageId: sold.packageId }).toArray();
async function charged(who: string): Promise<number> {
  const { body } = await world.stripe('GET', '/v1/payment_intents?limit=100');
  const intents = body['data'] as { status: string; metadata: { clientId?: string } }[];
  return intents.filter(({ status, metadata }) => status === 'succeeded' && metadata.clientId === who).length;
}

describe('a package that each client may have once, bought twenty times at once over two instances', () => {
  test('is paid once, and had once', async () => {
    const sold = onceEach();
    const { paid, refused } = await buyAtOnce('greedy', sold);
    const [transactionId = '', more] = [...paid];
    expect(more).toBeUndefined();
    await settled(world, client('greedy'), transactionId, 'succeeded');
    for (const code of refused) expect(['not_eligible', 'conflict', 'dependency_unavailable']).toContain(code);
    expect((await stored('greedy', sold)).filter(({ state }) => state === 'succeeded')).toHaveLength(1);
    expect(await charged('greedy')).toBe(1);
    for (const billing of instances) {
      const call = billing.createPaymentIntent(client('greedy'), {
        packageId: sold.packageId,
        amount: sold.pricing.amount,
        currency: sold.pricing.currency,
        requestId: '',
      });
      expect(await refusal(call)).toMatchObject({ code: 'not_eligible', details: { reason: 'maximum_reached' } });
    }
  });

  test('keeps its place while a card is declined, and is the same payment with another card', async () => {
    const sold = onceEach();
    const first = await open(world, client('declined'), sold);
    expect((await confirm(world, first.clientSecret, 'pm_card_chargeDeclined')).status).toBe(402);
    const { paid } = await buyAtOnce('declined', sold);
    expect([...paid]).toEqual([first.transactionId]);
    await settled(world, client('declined'), first.transactionId, 'succeeded');
    expect(await charged('declined')).toBe(1);
  });

  test('is free again when Stripe has cancelled what was abandoned, and then had once', async () => {
    const sold = onceEach();
    const abandoned = await open(world, client('patient'), sold);
    const [intentId] = abandoned.clientSecret.split('_secret_');
    // Whatever is heard, and whenever: only Stripe's answer frees the place.
    await world.stripe('POST', `/v1/payment_intents/${intentId}/cancel`);
    await settled(world, client('patient'), abandoned.transactionId, 'cancelled');
    const { paid } = await buyAtOnce('patient', sold);
    expect(paid.size).toBe(1);
    expect(paid).not.toContain(abandoned.transactionId);
    await settled(world, client('patient'), [...paid][0] ?? '', 'succeeded');
    expect(await charged('patient')).toBe(1);
    await eventually(async () =>
      expect((await stored('patient', sold)).map(({ state }) => String(state))).toEqual(
        expect.arrayContaining(['cancelled', 'succeeded']),
      ),
    );
  });

  test('of those that were given up a day ago, none stands in the way', async () => {
    const sold = onceEach();
    const left = await open(world, client('idle'), sold);
    expect((await confirm(world, left.clientSecret, 'pm_card_chargeDeclined')).status).toBe(402);
    await world.advanceTo('2025-01-02T10:00:00Z');
    await settled(world, client('idle'), left.transactionId, 'cancelled');
    expect(await buyAtOnce('idle', sold)).toMatchObject({ paid: { size: 1 } });
    await eventually(async () => expect(await charged('idle')).toBe(1));
  });
});
