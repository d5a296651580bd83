import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { testCaller } from '@consult/testing/call';
import { eventually } from '@consult/testing/eventually';
import {
  admin,
  bundle,
  client,
  create,
  otherAdmin,
  START,
  startCatalog,
  TENANT,
  update,
  type World,
} from './catalog.ts';

describe('what happens to a package by itself, and what is copied and taken out', () => {
  let world: World;
  beforeAll(async () => {
    world = await startCatalog();
  });
  afterAll(() => world.stop());

  const get = (packageId: string, caller = admin) => world.client.getPackage(caller, { packageId });
  const move = (packageId: string, name: string) => world.client.setPackageStatus(admin, { packageId, move: name });
  const versionsOf = async (packageId: string) =>
    (await world.client.listPackageVersions(admin, { packageId, page: null })).versions;
  const statusIs = (packageId: string, status: string) =>
    eventually(async () => expect((await get(packageId)).availability?.status).toBe(status));

  test('it publishes and retires itself at its instants, each as a version of the schedule', async () => {
    const availability = { publishAt: '2025-02-01T08:00:00+01:00', retireAt: '2025-03-01' };
    const { packageId } = await create(world, bundle('Planned', { availability }));
    expect(await get(packageId)).toMatchObject({
      version: 1,
      availability: { status: 'inactive', publishAt: '2025-02-01T07:00:00.000Z', retireAt: '2025-03-01T00:00:00.000Z' },
    });
    await expect(get(packageId, client)).rejects.toMatchObject({ code: 'not_found' });
    world.clock.set('2025-02-01T07:00:00.000Z');
    await statusIs(packageId, 'active');
    const published = await get(packageId, client);
    expect(published.availability).not.toHaveProperty('publishAt');
    expect(published.availability).toMatchObject({ retireAt: '2025-03-01T00:00:00.000Z' });
    world.clock.set('2025-03-01T00:00:00.000Z');
    await statusIs(packageId, 'inactive');
    const [retired, made] = await versionsOf(packageId);
    expect([retired, made]).toMatchObject([
      {
        version: 3,
        changedBy: 'schedule',
        change: 'retire',
        changedAt: '2025-03-01T00:00:00.000Z',
        changedPaths: ['availability.retireAt', 'availability.status'],
      },
      { version: 2, changedBy: 'schedule', change: 'publish', changedAt: '2025-02-01T07:00:00.000Z' },
    ]);
    const events = await world.heard(packageId, 3);
    expect(events.map(({ type }) => type.split('.')[1])).toEqual([
      'PackageChanged',
      'PackagePublished',
      'PackageChanged',
    ]);
    // Its plan is done: published again by hand it stays.
    await move(packageId, 'publish');
    world.clock.set('2025-04-01T00:00:00.000Z');
    const marker = await create(world, bundle('Marker', { availability: { publishAt: '2025-04-01T00:00:00Z' } }));
    await statusIs(marker.packageId, 'active');
    expect(await get(packageId)).toMatchObject({ version: 4, availability: { status: 'active' } });
    world.clock.set(START);
  });

  test('a move by hand takes the plan with it that it has brought about; archived there is none left', async () => {
    const planned = await create(world, bundle('By hand', { availability: { publishAt: '2025-02-01' } }));
    const early = await move(planned.packageId, 'publish');
    expect(early.availability).not.toHaveProperty('publishAt');
    const plan = { availability: { retireAt: '2025-02-02', publishAt: '2025-02-03' } };
    const replanned = await update(world, early, plan);
    expect(replanned.availability).toMatchObject({ status: 'active', publishAt: '2025-02-03T00:00:00.000Z' });
    const archived = await move(planned.packageId, 'archive');
    expect(archived.availability).not.toHaveProperty('publishAt');
    expect(archived.availability).not.toHaveProperty('retireAt');
  });

  test('a plan that cannot be is refused', async () => {
    const refused = (availability: object) => expect(create(world, bundle('Odd', { availability }))).rejects;
    await refused({ status: 'active', publishAt: '2025-02-01' }).toMatchObject({
      code: 'rule_refused',
      details: { errors: [{ pointer: '/availability/publishAt' }] },
    });
    await refused({ status: 'inactive', retireAt: '2025-02-01' }).toMatchObject({ code: 'rule_refused' });
    await refused({ publishAt: '2025-02-02', retireAt: '2025-02-02' }).toMatchObject({ code: 'rule_refused' });
    await refused({ publishAt: '2025-02-30' }).toMatchObject({ code: 'invalid_request' });
  });

  test('a copy is inactive, with an id, versions and no plan of its own; once per request, whatever the original is', async () => {
    const availability = { displayOrder: 7, endDate: '2026-01-01', retireAt: '2025-12-01' };
    const original = await create(world, bundle('Original', { availability, marketing: { badge: 'best' } }));
    await move(original.packageId, 'archive');
    const clone = (requestId: string, caller = admin) =>
      world.client.clonePackage(caller, { packageId: original.packageId, requestId });
    const copies = await Promise.all(Array.from({ length: 10 }, () => clone('clone-1')));
    const [copy] = copies;
    expect(new Set(copies.map(({ packageId }) => packageId)).size).toBe(1);
    expect(copy?.packageId).not.toBe(original.packageId);
    expect(copy).toMatchObject({
      version: 1,
      details: original.details,
      credits: original.credits,
      pricing: original.pricing,
      marketing: { badge: 'best' },
      availability: { status: 'inactive', displayOrder: 7, endDate: '2026-01-01T00:00:00.000Z' },
      stripe: null,
    });
    expect(copy?.availability).not.toHaveProperty('retireAt');
    const id = copy?.packageId ?? '';
    expect(await versionsOf(id)).toMatchObject([{ version: 1, change: `cloned from ${original.packageId}` }]);
    expect((await clone('')).packageId).not.toBe(id);
    expect(await move(id, 'publish')).toMatchObject({ version: 2, availability: { status: 'active' } });
    await expect(clone('x', client)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(clone('x', otherAdmin)).rejects.toMatchObject({ code: 'not_found' });
    const other = await create(world, bundle('Other'));
    await expect(
      world.client.clonePackage(admin, { packageId: other.packageId, requestId: 'clone-1' }),
    ).rejects.toMatchObject({ code: 'idempotency_key_reused' });
  });

  test('null takes a part or a field out again, back to what holds without it', async () => {
    const made = await create(
      world,
      bundle('Full', {
        credits: { total: 10, expiresAfterDays: 180, duration: { minutes: 60 } },
        pricing: { amount: 79_000, discount: { amount: 11_000 } },
        availability: { startDate: '2024-12-01', endDate: '2026-01-01' },
        eligibility: { clientTypes: ['new'], maximumPurchasePerClient: 2 },
        marketing: { badge: 'best', tagline: 'now' },
        features: ['one'],
      }),
    );
    expect(made.pricing).toMatchObject({ originalPrice: 90_000 });
    const bare = await update(world, made, {
      credits: { expiresAfterDays: null, duration: null },
      pricing: { discount: null },
      availability: { startDate: null, endDate: null },
      eligibility: null,
      marketing: { badge: null },
      features: null,
    });
    expect(bare).toMatchObject({
      version: 2,
      credits: { total: 10, expiresAfterDays: 36_500, duration: null },
      pricing: { amount: 79_000, discount: null },
      eligibility: { clientTypes: [] },
      marketing: { badge: '', tagline: 'now' },
      features: [],
    });
    for (const [part, field] of [
      [bare.pricing, 'originalPrice'],
      [bare.availability, 'startDate'],
      [bare.availability, 'endDate'],
      [bare.eligibility, 'maximumPurchasePerClient'],
    ] as const)
      expect(part).not.toHaveProperty(field);
    await expect(update(world, bare, { credits: { total: null } })).rejects.toMatchObject({
      code: 'invalid_request',
      details: { errors: [{ pointer: '/credits/total', code: 'missing' }] },
    });
    const nameless = JSON.stringify({ details: { name: null } });
    const call = { packageId: made.packageId, version: 2, patchJson: nameless };
    await expect(world.client.updatePackage(admin, call)).rejects.toMatchObject({ code: 'invalid_request' });
  });

  test('archived, a package that was sold is readable to clients, and to nobody who is not signed in', async () => {
    const sold = await create(world, bundle('Once sold'));
    await move(sold.packageId, 'archive');
    expect(await get(sold.packageId, client)).toMatchObject({ availability: { status: 'archived' } });
    const anonymous = testCaller({ tenantId: TENANT, userId: '', roles: [] });
    await expect(get(sold.packageId, anonymous)).rejects.toMatchObject({ code: 'not_found' });
    const draft = await create(world, bundle('Never sold', { availability: { status: 'inactive' } }));
    await move(draft.packageId, 'archive');
    await expect(get(draft.packageId, client)).rejects.toMatchObject({ code: 'not_found' });
  });

  test('the list of what is on sale can be had in one currency', async () => {
    await create(world, bundle('Euro', { pricing: { amount: 1_000, currency: 'EUR' } }));
    const { packages } = await world.client.listActivePackages(client, { currency: 'eur', page: null });
    expect(packages.map(({ details }) => details?.name)).toEqual(['Euro']);
  });
});
