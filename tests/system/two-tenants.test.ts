import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { loadService } from '@consult/contracts/grpc/load';
import { credentials, makeGenericClientConstructor, status } from '@grpc/grpc-js';
import { dataOf } from '../support/api.ts';
import { checkWorld } from '../support/invariants.ts';
import {
  addConsultant,
  balanceOf,
  book,
  buy,
  type Consultation,
  createPackage,
  createTenant,
  freshKey,
  type Package,
  type Person,
  registerClient,
  startWorld,
  type Tenant,
  type World,
} from '../support/world.ts';

interface Side {
  tenant: Tenant;
  consultant: Person;
  client: Person;
  packageId: string;
  transactionId: string;
  consultation: Consultation;
}

describe('two tenants on one system', () => {
  let world: World;
  let north: Side;
  let south: Side;

  beforeAll(async () => {
    world = await startWorld({ clockStart: '2025-01-01T09:00:00Z' });
    north = await settle('north');
    south = await settle('south', 'acct_southside01');
  }, 240_000);
  afterAll(async () => {
    await world?.stop();
  }, 60_000);

  /** A tenant that sells, with one client who bought and booked. */
  async function settle(slug: string, stripeAccountId?: string): Promise<Side> {
    const tenant = await createTenant(world, slug, stripeAccountId);
    // The same address in both: people of two tenants are two people.
    const consultant = await addConsultant(world, tenant, `Consultant of ${slug}`, 'consultant@both.test');
    const packageId = await createPackage(tenant, {
      details: { name: `Pack of ${slug}`, type: 'consultation_bundle' },
      credits: { total: 2, expiresAfterDays: 60 },
      pricing: { amount: 20000 },
    });
    const client = await registerClient(world, slug, `Client of ${slug}`, 'client@both.test');
    const transactionId = await buy(world, client, `Pack of ${slug}`);
    const consultation = await book(client, {
      consultantId: consultant.userId,
      title: `Session of ${slug}`,
      type: 'advisory',
      scheduledStart: '2025-01-06T10:00:00Z',
      durationMinutes: 60,
    });
    return { tenant, consultant, client, packageId, transactionId, consultation };
  }

  test('each has its own six-digit id, and its ids carry it', () => {
    expect(north.tenant.tenantId).toMatch(/^\d{6}$/);
    expect(south.tenant.tenantId).not.toBe(north.tenant.tenantId);
    expect(north.packageId).toMatch(new RegExp(`^PKG-${north.tenant.tenantId}-\\d{4,}$`));
    expect(north.transactionId).toMatch(new RegExp(`^TXN-${north.tenant.tenantId}-\\d{4,}$`));
    expect(north.consultation.consultationId).toMatch(new RegExp(`^CONS-${north.tenant.tenantId}-\\d{4,}$`));
  });

  test('what belongs to the one does not exist for anybody of the other', async () => {
    const paths = [
      `/api/consultations/${south.consultation.consultationId}`,
      `/api/billing/payments/${south.transactionId}`,
      `/api/billing/packages/${south.packageId}`,
      `/api/consultants/${south.consultant.userId}`,
      `/api/consultants/${south.consultant.userId}/slots?from=2025-01-06&to=2025-01-07`,
    ];
    for (const path of paths)
      for (const person of [north.client, north.tenant.admin]) {
        const answer = await person.api.get(path);
        expect([path, answer.status, answer.body.code]).toEqual([path, 404, 'not_found']);
      }
    const admin = north.tenant.admin.api;
    expect((await admin.get(`/api/admin/clients/${south.client.userId}`)).status).toBe(404);
    expect((await admin.get(`/api/admin/packages/${south.packageId}`)).status).toBe(404);
    const cancel = await admin.post(
      `/api/consultations/${south.consultation.consultationId}/cancel`,
      { reason: 'mine?' },
      freshKey(),
    );
    expect([cancel.status, cancel.body.code]).toEqual([404, 'not_found']);
    const slots = await admin.get(`/api/consultants/${south.consultant.userId}/availability`);
    expect(slots.status).toBe(404);
  });

  test('a token decides the tenant, whatever the header says', async () => {
    const answer = await north.client.api.with({ 'x-tenant': 'south' }).get('/api/billing/packages');
    expect(dataOf<Package[]>(answer).map((one) => one.details.name)).toEqual(['Pack of north']);
    const open = await world.api.with({ 'x-tenant': 'south' }).get('/api/billing/packages');
    expect(dataOf<Package[]>(open).map((one) => one.details.name)).toEqual(['Pack of south']);
  });

  test('lists hold only what is their own', async () => {
    for (const [side, other] of [
      [north, south],
      [south, north],
    ] as const) {
      const texts = await Promise.all(
        [
          '/api/consultations/me',
          '/api/consultants',
          '/api/admin/clients',
          '/api/admin/packages',
          '/api/billing/transactions',
          '/api/admin/messages',
        ].map(async (path) => JSON.stringify((await side.tenant.admin.api.get(path)).body)),
      );
      for (const text of texts) {
        expect(text).not.toContain(other.tenant.tenantId);
        expect(text).not.toContain(`of ${other.tenant.slug}`);
      }
      expect((await balanceOf(side.client)).availableCredits).toBe(1);
    }
  });

  test('a service refuses a call without a signed call token', async () => {
    const Client = makeGenericClientConstructor(loadService('credits'), 'Credits');
    const client = new Client(world.stack.grpcUrl('credits'), credentials.createInsecure());
    const refusal = await new Promise((resolve) => {
      client['getBalance']?.(
        { clientId: north.client.userId },
        { deadline: Date.now() + 5_000 },
        (error: { code: number } | null) => resolve(error?.code),
      );
    });
    client.close();
    expect(refusal).toBe(status.UNAUTHENTICATED);
  });

  test('the books of both are in order', async () => {
    await checkWorld(world);
  });
});
