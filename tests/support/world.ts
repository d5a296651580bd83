import { randomUUID } from 'node:crypto';
import { eventually } from '@consult/testing/eventually';
import { fetch } from 'undici';
import { operatorToken } from '@consult/local/operator-token';
import { startStack, type Stack } from '@consult/local/stack';
import { type Api, api, dataOf } from './api.ts';

/** How long an effect may take to cross services, business clock standing still. */
export const SETTLE_MS = 20_000;
const PASSWORD = 'a-long-password';

export interface Person {
  userId: string;
  email: string;
  name: string;
  api: Api;
}

export interface Tenant {
  slug: string;
  tenantId: string;
  admin: Person;
}

export interface Mail {
  id: string;
  to: string[];
  subject: string;
  text: string;
  html: string;
  attachments: { filename: string; contentType: string; content: string }[];
}

export interface World {
  stack: Stack;
  api: Api;
  stop(): Promise<void>;
}

/** A whole system of its own: every service a process, on free ports and a namespace nobody else has. */
export async function startWorld(options: { clockStart?: string; env?: Record<string, string> } = {}): Promise<World> {
  const stack = await startStack({
    namespace: `t${randomUUID().slice(0, 8)}`,
    ...(options.clockStart === undefined ? {} : { clockStart: options.clockStart }),
    ...(options.env === undefined ? {} : { env: options.env }),
  });
  return { stack, api: api(stack.urls.gateway), stop: () => stack.stop({ wipe: true }) };
}

/** A new tenant with its first admin, signed in. */
export async function createTenant(world: World, slug: string, stripeAccountId?: string): Promise<Tenant> {
  const operator = world.api.as(await operatorToken(world.stack.operatorSecret));
  const email = `admin@${slug}.test`;
  const tenant = dataOf<{ tenantId: string }>(
    await operator.post('/api/operator/tenants', {
      slug,
      name: slug,
      currency: 'USD',
      adminEmail: email,
      adminPassword: PASSWORD,
      ...(stripeAccountId === undefined ? {} : { stripeAccountId }),
    }),
    201,
  );
  return { slug, tenantId: tenant.tenantId, admin: await signIn(world, slug, email) };
}

async function signIn(world: World, slug: string, email: string, password = PASSWORD): Promise<Person> {
  const session = dataOf<{ accessToken: string; user: { userId: string; name: string } }>(
    await world.api.post('/api/auth/sign-in', { tenant: slug, email, password }),
  );
  return { userId: session.user.userId, name: session.user.name, email, api: world.api.as(session.accessToken) };
}

export async function registerClient(world: World, slug: string, name: string, email: string): Promise<Person> {
  const session = dataOf<{ accessToken: string; user: { userId: string } }>(
    await world.api.post('/api/auth/register', { tenant: slug, name, email, password: PASSWORD }),
    201,
  );
  return { userId: session.user.userId, name, email, api: world.api.as(session.accessToken) };
}

const EVERY_DAY = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].map((weekday) => ({
  weekday,
  hours: [{ from: '08:00', to: '20:00' }],
}));

/** A consultant, invited by mail as in life, available all seven days 08:00–20:00 UTC. */
export async function addConsultant(world: World, tenant: Tenant, name: string, email: string): Promise<Person> {
  const created = dataOf<{ consultantId: string }>(
    await tenant.admin.api.post('/api/admin/consultants', { name, email, timezone: 'UTC', expertise: ['marketing'] }),
    201,
  );
  const token = await invitationCode(world, tenant, email);
  const reset = await world.api.post('/api/auth/password/reset', { tenant: tenant.slug, token, password: PASSWORD });
  if (reset.status !== 202) throw new Error(`reset answered ${reset.status}: ${JSON.stringify(reset.body)}`);
  const url = `/api/consultants/${created.consultantId}/availability`;
  const before = dataOf<{ version: number }>(await tenant.admin.api.get(url));
  dataOf(await tenant.admin.api.put(url, { timezone: 'UTC', weekly: EVERY_DAY }, before.version));
  return signIn(world, tenant.slug, email);
}

/** The one-time code in the newest invitation by this tenant to an address, which may have others by other tenants. */
async function invitationCode(world: World, tenant: Tenant, email: string): Promise<string> {
  return eventually(
    async () => {
      const mail = (await mailsTo(world, email)).find(
        (candidate) => candidate.subject === `You are invited to ${tenant.slug}`,
      );
      const match = /code=([A-Za-z0-9_-]+)/.exec(mail?.text ?? '');
      if (!match?.[1]) throw new Error(`no invitation for ${email} yet`);
      return match[1];
    },
    { withinMs: SETTLE_MS },
  );
}

/** The mails an address got, newest first. */
export async function mailsTo(world: World, email: string): Promise<Mail[]> {
  const answer = await world.api.get<Mail[]>(`/sandbox/mail?to=${encodeURIComponent(email)}`);
  return answer.body.filter((mail) => mail.to.some((address) => address.includes(email)));
}

export async function createPackage(tenant: Tenant, input: Record<string, unknown>): Promise<string> {
  return dataOf<{ packageId: string }>(await tenant.admin.api.post('/api/admin/packages', input), 201).packageId;
}

/** Confirms a payment as Stripe.js does: with the client secret and a publishable key. */
export async function confirmPayment(
  world: World,
  clientSecret: string,
  paymentMethod = 'pm_card_visa',
): Promise<{ status: number; body: unknown }> {
  const id = clientSecret.split('_secret_')[0];
  const answer = await fetch(`${world.stack.urls.stripe}/v1/payment_intents/${id}/confirm`, {
    method: 'POST',
    headers: { authorization: 'Bearer pk_test_sandbox', 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ client_secret: clientSecret, payment_method: paymentMethod }).toString(),
  });
  return { status: answer.status, body: await answer.json() };
}

export interface Package {
  packageId: string;
  details: { name: string };
  pricing: { amount: number; currency: string; pricePerCredit?: number };
  credits: { total: number; expiresAfterDays: number };
}

/**
 * Buys a package with a card that works, for a slot that is held if one is named, and waits until its credits have come. Answers
 * the transaction id.
 */
export async function buy(
  world: World,
  client: Person,
  packageName: string,
  more: { holdId?: string } = {},
): Promise<string> {
  const packages = dataOf<Package[]>(await client.api.get('/api/billing/packages'));
  const chosen = packages.find((one) => one.details.name === packageName);
  if (!chosen) throw new Error(`${packageName} is not on sale: ${packages.map((one) => one.details.name).join(', ')}`);
  const intent = await client.api.post<{ clientSecret: string; transactionId: string }>(
    '/api/billing/payments/intent',
    {
      packageId: chosen.packageId,
      amount: chosen.pricing.amount,
      currency: chosen.pricing.currency,
      ...more,
    },
  );
  if (intent.status !== 200) throw new Error(`intent answered ${intent.status}: ${JSON.stringify(intent.body)}`);
  const { clientSecret, transactionId } = intent.body;
  const paid = await confirmPayment(world, clientSecret);
  if (paid.status !== 200) throw new Error(`confirm answered ${paid.status}: ${JSON.stringify(paid.body)}`);
  await eventually(
    async () => {
      const balance = await balanceOf(client);
      if (!balance.activeCredits.some((lot) => lot.billingId === transactionId)) throw new Error('no credits yet');
    },
    { withinMs: SETTLE_MS },
  );
  return transactionId;
}

export interface Balance {
  availableCredits: number;
  unlimited: boolean;
  freeTrial: { eligible: boolean; used: boolean; usedAt: string | null; expiresAt: string | null };
  activeCredits: {
    lotId: string;
    billingId: string;
    packageName: string;
    creditsAdded: number;
    creditsUsed: number;
    creditsRemaining: number;
    purchaseDate: string;
    expiryDate: string;
    status: string;
  }[];
  lifetime: { totalConsultations: number; creditsPurchased: number; creditsUsed: number };
}

export async function balanceOf(client: Person): Promise<Balance> {
  return dataOf<Balance>(await client.api.get('/api/billing/credits/balance'));
}

/** Moves the test clock; answers when every process has followed and every queue is empty. */
export async function advanceTo(world: World, to: string): Promise<void> {
  const answer = await world.api.post<{ now?: string }>('/sandbox/clock/advance', { to });
  if (answer.status !== 200) throw new Error(`advance answered ${answer.status}: ${JSON.stringify(answer.body)}`);
}

export interface Consultation {
  consultationId: string;
  consultant: { name: string };
  client?: { name: string };
  details: { title: string; type: string };
  schedule: {
    scheduledStart: string;
    scheduledEnd: string;
    actualStart?: string;
    actualEnd?: string;
    duration: { scheduled: number };
  };
  status: { current: string; isActive: boolean };
  billing: { billable: boolean; usedFreeTrial: boolean; transactionId?: string; credits: number };
  outcomes?: { summary: string; overallStatus: string; nextSteps: string[] };
  deliverables: { deliverableId: string; title: string; fileUrl: string; status: string }[];
  feedback?: { client?: { rating: number; comments: string }; consultant?: { notes: string } };
  history: { move: string; from: string; to: string }[];
}

/** A key no other call has. */
export const freshKey = (): string => randomUUID();

/** Books a session; the answer must be 201. */
export async function book(client: Person, input: Record<string, unknown>): Promise<Consultation> {
  return dataOf<Consultation>(await client.api.post('/api/consultations', input, freshKey()), 201);
}
