import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PackagePublished } from '@consult/contracts/events/catalog';
import { newEvent } from '@consult/messaging/event';
import { eventually } from '@consult/testing/eventually';
import { bundle, monthly } from '../support/packages.ts';
import { eventsOf, START, startWorld, TENANT, type World } from '../support/world.ts';

const LATER_MS = 7 * 60 * 60_000;
let world: World;
let looks = 0;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(async () => {
  await world.stop();
});

/** A package on sale, once it has its product and price at Stripe. */
async function linked(sold: ReturnType<typeof bundle>) {
  const { packageId } = sold;
  world.neighbours.packages.set(`${TENANT}/${packageId}`, sold);
  const told = { tenantId: TENANT, subject: packageId, version: sold.version, time: new Date(START) };
  await world.publish(newEvent(PackagePublished, { ...told, data: { package: sold } }));
  return announced(packageId, 1);
}
/** What was announced last of a package's product and price, once it was as often as this. */
async function announced(packageId: string, times: number): Promise<{ productId: string; priceId: string }> {
  const found = await eventsOf(world, 'StripePriceLinked', packageId, times);
  return found.at(-1)?.data as { productId: string; priceId: string };
}
const link = (packageId: string) => world.database.collection('package_links').findOne({ tenantId: TENANT, packageId });
/** Lets every link have its turn again. */
async function lookAgain(packageId: string): Promise<void> {
  looks += 1;
  const now = Date.now() + looks * LATER_MS;
  world.shiftWall(looks * LATER_MS);
  await eventually(
    async () => {
      const checkedAt: unknown = (await link(packageId))?.['checkedAt'];
      expect(checkedAt instanceof Date && checkedAt.getTime() >= now).toBe(true);
    },
    { withinMs: 15_000 },
  );
}
const atStripe = async (path: string) => (await world.stripe('GET', path)).body;

describe('what somebody has changed at Stripe', () => {
  test('archived, is switched on again, and keeps its ids', async () => {
    const sold = monthly({ packageId: 'PKG-100001-4001' });
    const { productId, priceId } = await linked(sold);
    await world.stripe('POST', `/v1/products/${productId}`, { active: 'false' });
    await world.stripe('POST', `/v1/prices/${priceId}`, { active: 'false' });
    await lookAgain(sold.packageId);
    await eventually(async () => {
      expect(await atStripe(`/v1/products/${productId}`)).toMatchObject({ active: true });
      expect(await atStripe(`/v1/prices/${priceId}`)).toMatchObject({ active: true });
    });
    await announced(sold.packageId, 1);
  });

  test('of another sum, or gone, is made anew and announced; and it stays so', async () => {
    const sold = bundle({ packageId: 'PKG-100001-4002' });
    const { productId, priceId } = await linked(sold);
    const form = { product: productId, currency: 'usd', unit_amount: '1' };
    const wrong = (await world.stripe('POST', '/v1/prices', form)).body['id'];
    const point = (to: unknown) =>
      world.database
        .collection('package_links')
        .updateOne({ tenantId: TENANT, packageId: sold.packageId }, { $set: { 'prices.0.priceId': to } });
    await point(wrong);
    await lookAgain(sold.packageId);
    const second = await announced(sold.packageId, 2);
    expect(second.productId).toBe(productId);
    expect([priceId, wrong]).not.toContain(second.priceId);
    expect(await atStripe(`/v1/prices/${second.priceId}`)).toMatchObject({ unit_amount: 29_700, active: true });
    await point('price_nobody_knows');
    await lookAgain(sold.packageId);
    const third = await announced(sold.packageId, 3);
    expect(third.priceId).not.toBe(second.priceId);
    // All is well now: a look changes nothing.
    const before = await link(sold.packageId);
    await lookAgain(sold.packageId);
    expect((await link(sold.packageId))?.['version']).toBe(before?.['version']);
    await announced(sold.packageId, 3);
  });

  test('product and all, is made anew under a new name', async () => {
    const sold = bundle({ packageId: 'PKG-100001-4003' });
    const first = await linked(sold);
    await world.database
      .collection('package_links')
      .updateOne({ tenantId: TENANT, packageId: sold.packageId }, { $set: { productId: 'prod_nobody_knows' } });
    await lookAgain(sold.packageId);
    const second = await announced(sold.packageId, 2);
    expect(second.productId).not.toBe(first.productId);
    expect(await atStripe(`/v1/prices/${second.priceId}`)).toMatchObject({
      product: second.productId,
      unit_amount: 29_700,
    });
  });

  test('is left alone for what is not on sale any more', async () => {
    const sold = bundle({ packageId: 'PKG-100001-4004' });
    const { productId } = await linked(sold);
    const retired = bundle({ packageId: sold.packageId, version: 2, availability: { status: 'inactive' } });
    world.neighbours.packages.set(`${TENANT}/${sold.packageId}`, retired);
    await world.stripe('POST', `/v1/products/${productId}`, { active: 'false' });
    await lookAgain(sold.packageId);
    expect(await atStripe(`/v1/products/${productId}`)).toMatchObject({ active: false });
  });
});
