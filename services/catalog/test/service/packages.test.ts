import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { testCaller } from '@consult/testing/call';
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

describe('packages', () => {
  let world: World;
  beforeAll(async () => {
    world = await startCatalog();
  });
  afterAll(() => world.stop());

  const move = (packageId: string, name: string) => world.client.setPackageStatus(admin, { packageId, move: name });
  const get = (packageId: string, caller = admin) => world.client.getPackage(caller, { packageId });

  test('an admin makes one: on sale at once, told to all with its whole terms', async () => {
    const made = await create(world, bundle('Support Bundle'));
    expect(made.packageId).toMatch(/^PKG-100001-\d{4}$/);
    expect(made).toMatchObject({
      tenantId: TENANT,
      version: 1,
      createdAt: START,
      credits: { total: 10, expiresAfterDays: 180 },
      pricing: { amount: 79_000, currency: 'USD', pricePerCredit: 7_900 },
      subscription: null,
      stripe: null,
    });
    expect(await get(made.packageId, client)).toEqual(made);
    const [event] = await world.heard(made.packageId, 1);
    expect(event).toMatchObject({
      type: 'catalog.PackagePublished.v1',
      sequence: '1',
      tenantid: TENANT,
      data: { package: { packageId: made.packageId, version: 1, pricing: { pricePerCredit: 7_900 } } },
    });
  });

  test('the same request again is the same package; with other content it is refused', async () => {
    const first = await create(world, bundle('Once'), 'request-1');
    const { pricing, credits, details } = bundle('Once');
    expect(await create(world, { pricing, credits, details }, 'request-1')).toEqual(first);
    await expect(create(world, bundle('Twice'), 'request-1')).rejects.toMatchObject({
      code: 'idempotency_key_reused',
    });
    const elsewhere = await create(world, { ...bundle('Once') }, 'request-1', otherAdmin);
    expect(elsewhere.packageId).toMatch(/^PKG-100002-/);
  });

  test('20 arrivals of one request at once make one package and one event', async () => {
    const made = await Promise.all(Array.from({ length: 20 }, () => create(world, bundle('Race'), 'request-race')));
    expect(new Set(made.map(({ packageId }) => packageId)).size).toBe(1);
    expect(await world.heard(made[0]?.packageId ?? '', 1)).toHaveLength(1);
  });

  test('20 at once without a request id get 20 ids', async () => {
    const made = await Promise.all(Array.from({ length: 20 }, (_, index) => create(world, bundle(`Nr ${index}`))));
    expect(new Set(made.map(({ packageId }) => packageId)).size).toBe(20);
  });

  test('a change is a new version, which says who, when and what; the earlier one stays as it was', async () => {
    const made = await create(world, bundle('Growing'));
    world.clock.set('2025-01-02T09:00:00.000Z');
    const changed = await update(world, made, { pricing: { amount: 69_000 }, marketing: { badge: 'new' } });
    expect(changed).toMatchObject({
      version: 2,
      pricing: { amount: 69_000, pricePerCredit: 6_900 },
      createdAt: START,
      updatedAt: '2025-01-02T09:00:00.000Z',
    });
    const { packageId } = made;
    const { versions } = await world.client.listPackageVersions(admin, { packageId, page: null });
    expect(versions).toEqual([
      {
        version: 2,
        package: changed,
        changedBy: 'ada',
        changedAt: '2025-01-02T09:00:00.000Z',
        change: 'changed marketing.badge, pricing.amount, pricing.pricePerCredit',
        changedPaths: ['marketing.badge', 'pricing.amount', 'pricing.pricePerCredit'],
      },
      { version: 1, package: made, changedBy: 'ada', changedAt: START, change: 'created', changedPaths: [] },
    ]);
    const [, event] = await world.heard(packageId, 2);
    expect(event).toMatchObject({ type: 'catalog.PackageChanged.v1', sequence: '2' });
    world.clock.set(START);
  });

  test('a fee of its own is stated whole, shown to staff and services, and never on the shelf', async () => {
    const made = await create(world, { ...bundle('Fee'), platformFee: { basisPoints: 250 } });
    expect(made.platformFee).toEqual({ basisPoints: 250, fixedMinor: 0 });
    const changed = await update(world, made, { platformFee: { basisPoints: 0, fixedMinor: 99 } });
    expect(changed.platformFee).toEqual({ basisPoints: 0, fixedMinor: 99 });
    const { packageId } = made;
    const versions = await world.client.listPackageVersions(admin, { packageId, page: null });
    expect(versions.versions[0]?.changedPaths).toEqual(['platformFee.basisPoints', 'platformFee.fixedMinor']);
    // What others do not change stays; what is taken out is the tenant's rule again.
    expect((await update(world, changed, { details: { name: 'Fees' } })).platformFee).toEqual(changed.platformFee);
    const seen = await world.client.getPackage(client, { packageId });
    expect(seen.platformFee).toBeNull();
    expect((await world.client.getPackage(admin, { packageId })).platformFee).toEqual(changed.platformFee);
    const shelf = await world.client.listActivePackages(client, { page: null });
    expect(shelf.packages.map(({ platformFee }) => platformFee)).toEqual(shelf.packages.map(() => null));
    const taken = await update(world, await world.client.getPackage(admin, { packageId }), { platformFee: null });
    expect(taken.platformFee).toBeNull();
    for (const wrong of [{ basisPoints: 10_001 }, { fixedMinor: 5 }, { basisPoints: -1 }])
      await expect(update(world, taken, { platformFee: wrong } as never)).rejects.toMatchObject({
        code: 'invalid_request',
      });
    const [first] = await world.heard(packageId, 1);
    expect(first?.data).toMatchObject({ package: { platformFee: { basisPoints: 250, fixedMinor: 0 } } });
  });

  test('a change that changes nothing makes no version; a stale one is refused', async () => {
    const made = await create(world, bundle('Still'));
    expect(await update(world, made, { details: { name: 'Still' } })).toEqual(made);
    await update(world, made, { details: { name: 'Moved' } });
    await expect(update(world, made, { details: { name: 'Late' } })).rejects.toMatchObject({
      code: 'version_mismatch',
      details: { currentVersion: 2 },
    });
  });

  test('of 10 changes at one version one is made, with one row', async () => {
    const made = await create(world, bundle('Contested'));
    const names = Array.from({ length: 10 }, (_, index) => `name ${index}`);
    const results = await Promise.allSettled(names.map((name) => update(world, made, { details: { name } })));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results)
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'version_mismatch' });
    const { packageId } = made;
    const { versions } = await world.client.listPackageVersions(admin, { packageId, page: null });
    expect(versions.map(({ version }) => version)).toEqual([2, 1]);
  });

  test('retired it is only for staff, published it is on sale again, archived it stays readable for ever', async () => {
    const { packageId } = await create(world, bundle('Seasonal'));
    const finance = testCaller({ tenantId: TENANT, roles: ['finance'] });
    const billing = testCaller({ tenantId: TENANT, userId: 'system', roles: [], service: 'billing' });
    expect(await move(packageId, 'retire')).toMatchObject({ version: 2, availability: { status: 'inactive' } });
    await expect(get(packageId, client)).rejects.toMatchObject({ code: 'not_found' });
    expect(await get(packageId, finance)).toMatchObject({ version: 2 });
    expect(await move(packageId, 'publish')).toMatchObject({ version: 3, availability: { status: 'active' } });
    expect(await move(packageId, 'publish')).toMatchObject({ version: 3 });
    expect(await get(packageId, client)).toMatchObject({ version: 3 });
    expect(await move(packageId, 'archive')).toMatchObject({ version: 4, availability: { status: 'archived' } });
    expect(await get(packageId, billing)).toMatchObject({ version: 4 });
    await expect(move(packageId, 'publish')).rejects.toMatchObject({
      code: 'invalid_transition',
      details: { from: 'archived', allowed: [] },
    });
    await expect(update(world, { packageId, version: 4 }, { features: ['x'] })).rejects.toMatchObject({
      code: 'invalid_transition',
    });
    const events = await world.heard(packageId, 4);
    expect(events.map(({ type }) => type.split('.')[1])).toEqual([
      'PackagePublished',
      'PackageChanged',
      'PackagePublished',
      'PackageArchived',
    ]);
  });

  test('bad input names every fault and makes nothing', async () => {
    const malformed = create(world, { details: { name: '', type: 'gift' }, credits: {}, price: 1 }, 'request-bad');
    await expect(malformed).rejects.toMatchObject({
      code: 'invalid_request',
      details: {
        errors: expect.arrayContaining(
          ['/details/name', '/details/type', '/pricing', '/price'].map((pointer) =>
            expect.objectContaining({ pointer }),
          ),
        ),
      },
    });
    const contradicting = bundle('Odd', {
      pricing: { amount: 79_000, pricePerCredit: 1, currency: 'xqq', discount: { amount: 1, percentage: 90 } },
      subscription: { recurring: true },
    });
    const pointers = ['/pricing/currency', '/pricing/discount/percentage', '/pricing/pricePerCredit'];
    await expect(create(world, contradicting, 'request-bad')).rejects.toMatchObject({
      code: 'rule_refused',
      details: { errors: [...pointers, '/subscription/recurring'].map((pointer) => ({ pointer })) },
    });
    const dated = bundle('Dated', { availability: { startDate: '2025-02-30', endDate: 'soon' } });
    await expect(create(world, dated)).rejects.toMatchObject({ code: 'invalid_request' });
    await expect(create(world, bundle('No credits', { credits: {} }))).rejects.toMatchObject({
      code: 'invalid_request',
      details: { errors: [{ pointer: '/credits/total', code: 'missing' }] },
    });
    const all = await world.client.listPackages(admin, { page: { limit: 100, cursor: '' } });
    const names = all.packages.map(({ details }) => details?.name);
    for (const name of ['Odd', 'Dated', 'No credits']) expect(names).not.toContain(name);
    expect(await create(world, bundle('Good'), 'request-bad')).toMatchObject({ version: 1 });
  });

  test('another tenant’s package does not exist', async () => {
    const { packageId } = await create(world, bundle('Private'));
    const notFound = { code: 'not_found' };
    await expect(get(packageId, otherAdmin)).rejects.toMatchObject(notFound);
    await expect(update(world, { packageId, version: 1 }, { features: ['mine'] }, otherAdmin)).rejects.toMatchObject(
      notFound,
    );
    await expect(world.client.setPackageStatus(otherAdmin, { packageId, move: 'archive' })).rejects.toMatchObject(
      notFound,
    );
    await expect(world.client.listPackageVersions(otherAdmin, { packageId, page: null })).rejects.toMatchObject(
      notFound,
    );
    expect(await get(packageId)).toMatchObject({ version: 1 });
  });

  test('only admins manage', async () => {
    const { packageId } = await create(world, bundle('Guarded'));
    const forbidden = { code: 'forbidden' };
    await expect(create(world, bundle('Mine'), '', client)).rejects.toMatchObject(forbidden);
    await expect(update(world, { packageId, version: 1 }, { features: ['x'] }, client)).rejects.toMatchObject(
      forbidden,
    );
    await expect(world.client.setPackageStatus(client, { packageId, move: 'retire' })).rejects.toMatchObject(forbidden);
    await expect(world.client.listPackages(client, { page: null })).rejects.toMatchObject(forbidden);
    await expect(world.client.listPackageVersions(client, { packageId, page: null })).rejects.toMatchObject(forbidden);
  });
});
