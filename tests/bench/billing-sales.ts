import { randomUUID } from 'node:crypto';
import { createGrpcClient } from '@consult/runtime/grpc-client';
import { testCaller } from '@consult/testing/call';
import { eventually } from '@consult/testing/eventually';
import { fetch } from 'undici';
import { api } from '../support/api.ts';
import { inParallel } from '../support/parallel.ts';
import { createPackage, createTenant, registerClient, type World } from '../support/world.ts';
import type { BillingStack } from './billing-stack.ts';

const LANES = 8;
const DEADLINE_MS = 30_000;
const AMOUNT = 29_700;

/** A payment Stripe has taken, and nobody has heard of. */
export interface Sale {
  transactionId: string;
  intent: Record<string, unknown>;
}

/** So many purchases, paid at Stripe by many clients, whose webhooks are all lost; billing will not ask about them for a day. */
export async function unheardSales({ stack, database }: BillingStack, count: number): Promise<Sale[]> {
  const world: World = { stack, api: api(stack.urls.gateway), stop: async () => {} };
  await switchWebhooks(stack.urls.sandbox, { drop: ['*'] });
  const slug = `bench-${randomUUID().slice(0, 8)}`;
  const tenant = await createTenant(world, slug);
  const perClient = Math.ceil(Math.sqrt(count / 2));
  const clients = Math.ceil(count / perClient);
  const packages = await inParallel(Array.from({ length: perClient }), LANES, (_, index) =>
    createPackage(tenant, {
      details: { name: `Bundle ${index}`, type: 'consultation_bundle' },
      credits: { total: 3 },
      pricing: { amount: AMOUNT },
    }),
  );
  const buyers = await inParallel(Array.from({ length: clients }), LANES, (_, index) =>
    registerClient(world, slug, `Client ${index}`, `client-${index}@${slug}.test`),
  );
  const { callTokenSecret } = stack;
  const billing = createGrpcClient('billing', {
    url: stack.grpcUrl('billing'),
    callTokenSecret,
    from: 'gateway',
    deadlineMs: DEADLINE_MS,
  });
  const wanted = packages.flatMap((packageId) => buyers.map(({ userId }) => ({ userId, packageId }))).slice(0, count);
  try {
    return await inParallel(wanted, LANES, async ({ userId, packageId }) => {
      const caller = testCaller({ tenantId: tenant.tenantId, userId });
      const terms = { packageId, amount: AMOUNT, currency: 'USD', requestId: '' };
      // Whoever buys for the first time twice at once is told to come back.
      const { clientSecret, transactionId } = await eventually(() => billing.createPaymentIntent(caller, terms));
      const tomorrow = new Date(Date.now() + 24 * 3_600_000);
      await database.collection('transactions').updateOne({ transactionId }, { $set: { checkAt: tomorrow } });
      return { transactionId, intent: await paidIntent(stack.urls.stripe, clientSecret) };
    });
  } finally {
    billing.close();
  }
}

/** The intent as Stripe would tell of it. */
async function paidIntent(stripe: string, clientSecret: string): Promise<Record<string, unknown>> {
  const [id] = clientSecret.split('_secret_');
  const answer = await fetch(`${stripe}/v1/payment_intents/${id}/confirm`, {
    method: 'POST',
    headers: { authorization: 'Bearer sk_test_sandbox', 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ payment_method: 'pm_card_visa' }).toString(),
  });
  if (!answer.ok) throw new Error(`a payment was answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as Record<string, unknown>;
}

async function switchWebhooks(sandbox: string, switches: object): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${sandbox}/sandbox/webhooks`, { method: 'PUT', headers, body: JSON.stringify(switches) });
  if (!answer.ok) throw new Error(`the sandbox answered ${answer.status}`);
}
