import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { StripePriceLinked } from '@consult/contracts/events/billing';
import { DEFAULT_POLICIES, TenantChanged } from '@consult/contracts/events/identity';
import { newEvent } from '@consult/messaging/event';
import { eventually } from '@consult/testing/eventually';
import {
  admin,
  bundle,
  client,
  create,
  OTHER_TENANT,
  otherAdmin,
  START,
  startCatalog,
  TENANT,
  update,
  type World,
} from './catalog.ts';

describe('what is on sale, and what is heard', () => {
  let world: World;
  beforeAll(async () => {
    world = await startCatalog();
    const named = (name: string, availability: object, more: object = {}) =>
      create(world, bundle(name, { availability, ...more }));
    await named('banana', {});
    await named('Apple', {});
    await named('Second', { displayOrder: 2 });
    await named('Star B', { featuredPackage: true, displayOrder: 2 });
    await named('Star A', { featuredPackage: true, displayOrder: 1 });
    await named('Hidden', { status: 'inactive' });
    await named('Summer', { displayOrder: 9, startDate: '2025-06-01', endDate: '2025-08-31' });
    await named('Firm', { displayOrder: 3 }, { details: { name: 'Firm', type: 'pay_per_use', category: 'business' } });
    await create(world, bundle('Foreign'), '', otherAdmin);
  });
  afterAll(() => world.stop());

  const onSale = async (filter: object = {}) => {
    const { packages } = await world.client.listActivePackages(client, { ...filter, page: null });
    return packages.map(({ details }) => details?.name);
  };
  const linked = (packageId: string, packageVersion: number, priceId: string) =>
    newEvent(StripePriceLinked, {
      tenantId: TENANT,
      subject: packageId,
      version: packageVersion,
      time: new Date(START),
      data: { packageId, packageVersion, productId: 'prod_1', priceId },
    });

  test('featured first, then display order, then name as people read it', async () => {
    expect(await onSale()).toEqual(['Star A', 'Star B', 'Apple', 'banana', 'Second', 'Firm']);
  });

  test('page by page it is the same list', async () => {
    const seen: string[] = [];
    let cursor = '';
    for (let page = 0; page < 10; page += 1) {
      const answer = await world.client.listActivePackages(client, { page: { limit: 1, cursor } });
      seen.push(...answer.packages.map(({ details }) => details?.name ?? ''));
      cursor = answer.page?.nextCursor ?? '';
      if (cursor === '') break;
    }
    expect(seen).toEqual(await onSale());
    const bad = world.client.listActivePackages(client, { page: { limit: 1, cursor: 'bm9uc2Vuc2U' } });
    await expect(bad).rejects.toMatchObject({ code: 'invalid_request' });
  });

  test('narrowed by what is featured, its category and its type', async () => {
    expect(await onSale({ featured: true })).toEqual(['Star A', 'Star B']);
    expect(await onSale({ category: 'business' })).toEqual(['Firm']);
    expect(await onSale({ type: 'pay_per_use' })).toEqual(['Firm']);
    await expect(onSale({ type: 'gift' })).rejects.toMatchObject({ code: 'invalid_request' });
  });

  test('from the start of its sale until its end, by business time', async () => {
    const at = async (now: string) => {
      world.clock.set(now);
      return (await onSale()).includes('Summer');
    };
    expect(await at('2025-05-31T23:59:59.999Z')).toBe(false);
    expect(await at('2025-06-01T00:00:00.000Z')).toBe(true);
    expect(await at('2025-08-30T23:59:59.999Z')).toBe(true);
    expect(await at('2025-08-31T00:00:00.000Z')).toBe(false);
    world.clock.set(START);
  });

  test('an admin’s list has everything of the tenant, newest first', async () => {
    const { packages, page } = await world.client.listPackages(admin, { page: { limit: 2, cursor: '' } });
    expect(packages.map(({ details }) => details?.name)).toEqual(['Firm', 'Summer']);
    const next = { limit: 100, cursor: page?.nextCursor ?? '' };
    const rest = await world.client.listPackages(admin, { page: next });
    expect(rest.packages).toHaveLength(6);
    const hidden = await world.client.listPackages(admin, { status: 'inactive', page: null });
    expect(hidden.packages.map(({ details }) => details?.name)).toEqual(['Hidden']);
  });

  test('a Stripe price is kept without a new version; twice, and an older one later, change nothing', async () => {
    const made = await create(world, bundle('Priced'));
    const { packageId } = made;
    await update(world, made, { pricing: { amount: 69_000 } });
    const newer = linked(packageId, 2, 'price_2');
    await world.tell(newer);
    const get = () => world.client.getPackage(admin, { packageId });
    await eventually(async () => expect((await get()).stripe?.priceId).toBe('price_2'));
    await world.tell(newer);
    await world.tell(linked(packageId, 1, 'price_1'));
    const marker = await create(world, bundle('Marker'));
    await world.tell(linked(marker.packageId, 1, 'price_marker'));
    await eventually(async () => {
      const { stripe } = await world.client.getPackage(admin, { packageId: marker.packageId });
      expect(stripe?.priceId).toBe('price_marker');
    });
    expect(await get()).toMatchObject({ version: 2, stripe: { productId: 'prod_1', priceId: 'price_2' } });
    // An edit afterwards keeps it.
    await update(world, { packageId, version: 2 }, { features: ['x'] });
    expect(await get()).toMatchObject({ version: 3, stripe: { priceId: 'price_2' } });
  });

  test('identity is asked once for a tenant nobody has told of; its defaults follow what is told later', async () => {
    expect(world.asked()).toBe(2);
    const first = await create(world, bundle('Yen'), '', otherAdmin);
    expect(first.pricing?.currency).toBe('JPY');
    const data = {
      tenantId: OTHER_TENANT,
      slug: 'other',
      name: 'Other',
      stripeAccountId: 'acct_platform',
      currency: 'KWD',
      timezone: 'UTC',
      policies: { ...DEFAULT_POLICIES, unlimitedFairUse: 12 },
      version: 2,
    };
    const fields = { tenantId: OTHER_TENANT, subject: OTHER_TENANT, version: 2, time: new Date(START), data };
    await world.tell(newEvent(TenantChanged, fields));
    const unlimited = bundle('Unlimited', { credits: { unlimited: true }, pricing: { amount: 1_200 } });
    await eventually(async () => {
      const made = await create(world, unlimited, '', otherAdmin);
      expect(made).toMatchObject({ credits: { total: 12 }, pricing: { currency: 'KWD', pricePerCredit: 100 } });
    });
    expect(world.asked()).toBe(2);
  });
});
