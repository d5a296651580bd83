import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { bundle, monthly, type PackageChanges } from '../support/packages.ts';
import { client, confirm, eventsOf, startWorld, TENANT, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(async () => {
  await world.stop();
});

type Sold = ReturnType<typeof bundle>;
const sell = (make: (changes: PackageChanges) => Sold, packageId: string): Sold => {
  const sold = make({ packageId });
  world.neighbours.packages.set(`${TENANT}/${packageId}`, sold);
  return sold;
};
const intent = (who: string, { packageId, pricing: { amount, currency } }: Sold, more: object = {}) =>
  world.billing.createPaymentIntent(client(who), { packageId, amount, currency, requestId: '', ...more });
async function told(transactionId: string): Promise<unknown> {
  const [event] = await eventsOf(world, 'PaymentSucceeded', transactionId, 1);
  return (event?.data as { holdId?: string } | undefined)?.holdId;
}

test.each([
  ['a bundle', bundle, 'PKG-100001-8001'],
  ['the first invoice of a subscription', monthly, 'PKG-100001-8002'],
])('the slot that is held while %s is paid goes with the money', async (_, make, packageId) => {
  const sold = sell(make, packageId);
  const { clientSecret, transactionId } = await intent(`holder-${packageId}`, sold, { holdId: 'hold-1' });
  await confirm(world, clientSecret);
  expect(await told(transactionId)).toBe('hold-1');
});

test('of a payment that is open already the slot named last is the one; a purchase without a slot names none', async () => {
  const sold = sell(bundle, 'PKG-100001-8003');
  const first = await intent('twice', sold, { holdId: 'hold-1' });
  const again = await intent('twice', sold, { holdId: 'hold-2' });
  const last = await intent('twice', sold);
  expect([again.transactionId, last.transactionId]).toEqual([first.transactionId, first.transactionId]);
  await confirm(world, first.clientSecret);
  expect(await told(first.transactionId)).toBe('hold-2');
  const plain = await intent('plain', sold);
  await confirm(world, plain.clientSecret);
  expect(await told(plain.transactionId)).toBeUndefined();
});
