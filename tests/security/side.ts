import { expect } from '@jest/globals';
import { eventually } from '@consult/testing/eventually';
import { dataOf } from '../support/api.ts';
import {
  addConsultant,
  balanceOf,
  book,
  buy,
  createPackage,
  createTenant,
  type Person,
  registerClient,
  SETTLE_MS,
  type Tenant,
  type World,
} from '../support/world.ts';

const PASSWORD = 'a-long-password';
export const ROLES = ['client', 'consultant', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** A tenant with one person of each role, and one of each thing that a path can name. */
export interface Side {
  tenant: Tenant;
  client: Person;
  consultant: Person;
  tokens: Record<Role, string>;
  /** Ids by the name of the path parameter. */
  things: Record<string, string>;
}

const PLAN = { name: 'Plan', amount: 9_900 };

/** Makes a tenant that sells: packages, a code, a consultant, and a client who opened a payment, booked the trial and then subscribed. */
export async function settle(world: World, slug: string): Promise<Side> {
  const tenant = await createTenant(world, slug);
  const packageId = await createPackage(tenant, {
    details: { name: 'Pack', type: 'consultation_bundle' },
    credits: { total: 2, expiresAfterDays: 60 },
    pricing: { amount: 20000 },
  });
  await createPackage(tenant, {
    details: { name: PLAN.name, type: 'monthly_subscription' },
    credits: { total: 2 },
    pricing: { amount: PLAN.amount },
  });
  const consultant = await addConsultant(world, tenant, 'A consultant', `consultant@${slug}.test`);
  const client = await registerClient(world, slug, 'A client', `client@${slug}.test`);
  const tokens = {
    client: await accessToken(world, slug, client.email),
    consultant: await accessToken(world, slug, consultant.email),
    admin: await accessToken(world, slug, tenant.admin.email),
  };
  const things = {
    packageId,
    consultantId: consultant.userId,
    clientId: client.userId,
    transactionId: await openPayment(client, packageId),
    ...(await bookTrial(client, consultant)),
    token: await deadLink(client),
    holdId: await holdSlot(client, consultant),
    messageId: await someMessage(tenant),
    ...(await someAbsence(tenant, consultant)),
    code: await someCode(tenant, slug),
    ...(await subscribe(world, client)),
  };
  return { tenant, client, consultant, tokens, things };
}

/** What an admin sees of everything that the attacks aim at. */
export async function snapshot({ tenant, things }: Side): Promise<unknown[]> {
  const paths = [
    `/api/admin/packages/${things['packageId']}`,
    `/api/consultants/${things['consultantId']}`,
    `/api/consultants/${things['consultantId']}/availability`,
    `/api/consultations/${things['consultationId']}`,
    `/api/billing/transactions/${things['transactionId']}`,
    `/api/admin/clients/${things['clientId']}`,
    '/api/admin/tenant',
  ];
  return Promise.all(paths.map(async (path) => dataOf<unknown>(await tenant.admin.api.get(path))));
}

async function accessToken(world: World, tenant: string, email: string): Promise<string> {
  const answer = await world.api.post('/api/auth/sign-in', { tenant, email, password: PASSWORD });
  return dataOf<{ accessToken: string }>(answer).accessToken;
}

async function openPayment(client: Person, packageId: string): Promise<string> {
  return eventually(
    async () => {
      const answer = await client.api.post('/api/billing/payments/intent', {
        packageId,
        amount: 20000,
        currency: 'USD',
      });
      return dataOf<{ transactionId: string }>(answer).transactionId;
    },
    { withinMs: SETTLE_MS },
  );
}

async function bookTrial(
  client: Person,
  consultant: Person,
): Promise<{ consultationId: string; deliverableId: string }> {
  await eventually(async () => expect((await balanceOf(client)).freeTrial.eligible).toBe(true), {
    withinMs: SETTLE_MS,
  });
  const trial = await book(client, {
    consultantId: consultant.userId,
    title: 'Trial',
    type: 'review',
    scheduledStart: '2025-01-20T10:00:00Z',
    scheduledEnd: '2025-01-20T10:15:00Z',
    useFreeTrial: true,
  });
  const { consultationId } = trial;
  const path = `/api/consultations/${consultationId}/deliverables`;
  const { deliverableId } = dataOf<{ deliverableId: string }>(await consultant.api.post(path, { title: 'Plan' }), 201);
  return { consultationId, deliverableId };
}

/** A feed is for whoever has its link: only one that was made anew leads nowhere. */
async function deadLink({ api }: Person): Promise<string> {
  const make = async () => dataOf<{ url: string }>(await api.post('/api/me/calendar-link'), 201).url;
  const first = await make();
  await make();
  return first.split('/').at(-1) ?? '';
}

async function holdSlot(client: Person, consultant: Person): Promise<string> {
  const held = await client.api.post('/api/slots/hold', {
    consultantId: consultant.userId,
    title: 'Held',
    type: 'review',
    scheduledStart: '2025-01-23T10:00:00Z',
    scheduledEnd: '2025-01-23T10:30:00Z',
  });
  return dataOf<{ holdId: string }>(held, 201).holdId;
}

/** A time off and an override, on days on which nobody books. */
async function someAbsence({ admin }: Tenant, { userId }: Person): Promise<{ timeOffId: string; date: string }> {
  const date = '2025-05-01';
  const path = `/api/consultants/${userId}`;
  dataOf(await admin.api.post(`${path}/overrides`, { date, hours: [] }), 201);
  const off = await admin.api.post(`${path}/time-off`, { from: '2025-05-02', to: '2025-05-03' });
  return { ...dataOf<{ timeOffId: string }>(off, 201), date };
}

async function someCode({ admin }: Tenant, slug: string): Promise<string> {
  const code = `${slug.toUpperCase()}10`;
  return dataOf<{ code: string }>(await admin.api.post('/api/admin/promotion-codes', { code, percentOff: 10 }), 201)
    .code;
}

/** The card that paid is kept with the subscription. */
async function subscribe(world: World, client: Person): Promise<{ subscriptionId: string; paymentMethodId: string }> {
  await buy(world, client, PLAN.name);
  return eventually(
    async () => {
      const [subscription] = dataOf<{ subscriptionId: string; status: string }[]>(
        await client.api.get('/api/billing/subscriptions'),
      );
      const [card] = dataOf<{ paymentMethodId: string }[]>(await client.api.get('/api/billing/payment-methods'));
      if (subscription?.status !== 'active' || card === undefined) throw new Error('no subscription yet');
      return { subscriptionId: subscription.subscriptionId, paymentMethodId: card.paymentMethodId };
    },
    { withinMs: SETTLE_MS },
  );
}

async function someMessage({ admin }: Tenant): Promise<string> {
  return eventually(
    async () => {
      const [message] = dataOf<{ messageId: string }[]>(await admin.api.get('/api/admin/messages'));
      if (message === undefined) throw new Error('no message yet');
      return message.messageId;
    },
    { withinMs: SETTLE_MS },
  );
}
