import type { Envelope } from '@consult/contracts/envelope';
import { connectBroker } from '@consult/messaging/broker';
import type { App } from '@consult/runtime/app';
import type { Caller } from '@consult/runtime/caller';
import { sandboxClock } from '@consult/runtime/clock';
import { createGrpcClient, type GrpcClient } from '@consult/runtime/grpc-client';
import { createLogger } from '@consult/runtime/logger';
import { createSandbox } from '@consult/sandbox/app';
import { testCaller } from '@consult/testing/call';
import { testConfig } from '@consult/testing/config';
import { listenForEvents, publishEvent } from '@consult/testing/events';
import { eventually } from '@consult/testing/eventually';
import { dropNamespace, testNamespace } from '@consult/testing/namespace';
import mongoose, { type Connection } from 'mongoose';
import { createApp } from '../../src/app.ts';
import { type Neighbours, startNeighbours } from './neighbours.ts';
import { openWay } from './way.ts';
import { openWebhookDoor } from './webhook-door.ts';

export const TENANT = '100001';
export const OTHER_TENANT = '100002';
export const OTHER_ACCOUNT = 'acct_other';
export const START = '2025-01-01T09:00:00Z';
export const WEBHOOK_SECRET = 'whsec_of_this_test';
export const OLD_WEBHOOK_SECRET = 'whsec_before_the_rotation';
const DEADLINE_MS = 20_000;
const SETTLE_MS = 15_000;

type Billing = GrpcClient<'billing'>;
export type Transaction = Awaited<ReturnType<Billing['getTransaction']>>;

/** Billing as it runs, on the Stripe sandbox, with stand-ins where it calls others. */
export interface World {
  billing: Billing;
  /** A second instance beside it, on the same database and queues. */
  another(): Promise<Billing>;
  neighbours: Neighbours;
  /** The service's own database, seen raw. */
  database: Connection;
  /** Everything billing has published, in the order it arrived. */
  published: Envelope[];
  publish(event: Envelope): Promise<void>;
  /** Stripe's API as a browser or the seller sees it. */
  stripe: (
    method: 'GET' | 'POST',
    path: string,
    form?: Record<string, string>,
    account?: string,
  ) => Promise<StripeAnswer>;
  /** How Stripe's webhooks misbehave from now on. */
  misbehave(switches: object): Promise<void>;
  /** How calls to Stripe's API go wrong from now on; instead of those planned before. */
  failing(faults: object[]): Promise<void>;
  /** Resolves when all that was planned to go wrong has begun to. */
  failed(): Promise<void>;
  /** A buyer goes to their bank over a charge. */
  dispute(given: { charge: string; amount?: number }): Promise<void>;
  advanceTo(instant: string): Promise<void>;
  /** Cuts the way from billing to Stripe, or opens it again. */
  stripeAway(away: boolean): Promise<void>;
  /** Moves technical time of billing on, from now. */
  shiftWall(ms: number): void;
  stop(): Promise<void>;
}
export interface StripeAnswer {
  status: number;
  body: Record<string, unknown>;
}

export async function startWorld(): Promise<World> {
  const namespace = testNamespace();
  const config = testConfig({ namespace });
  const logger = createLogger({ service: 'billing-test', level: process.env['TEST_LOG_LEVEL'] ?? 'silent' });
  const { CALL_TOKEN_SECRET: callTokenSecret, MONGODB_URI } = config;
  const door = await openWebhookDoor();
  const sandbox = await createSandbox(
    {
      CONSULT_MODE: 'sandbox',
      CONSULT_NAMESPACE: namespace,
      MONGODB_URI,
      LISTEN_HOST: '127.0.0.1',
      LOG_LEVEL: 'silent',
      SANDBOX_PORT: 0,
      STRIPE_SANDBOX_PORT: 0,
      SMTP_PORT: 0,
      MAILBOX_PORT: 0,
      STRIPE_WEBHOOK_URL: door.url,
      STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET,
      STRIPE_REAL: false,
      CONSULT_CLOCK_START: START,
    },
    { logger, wallNow: () => new Date() },
  );
  await sandbox.start();
  const ports = sandbox.ports();
  const way = await openWay(ports.stripe);
  const neighbours = await startNeighbours({ callTokenSecret, logger });
  let shiftMs = 0;
  const stripeConfig = {
    STRIPE_SECRET_KEY: 'sk_test_billing',
    STRIPE_PUBLISHABLE_KEY: 'pk_test_billing',
    STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET,
    STRIPE_WEBHOOK_SECRET_PREVIOUS: OLD_WEBHOOK_SECRET,
    STRIPE_API_HOST: '127.0.0.1',
    STRIPE_API_PORT: way.port,
    STRIPE_API_PROTOCOL: 'http' as const,
    PLATFORM_STRIPE_ACCOUNT: 'acct_platform',
  };
  const appOf = (instanceId: string): Promise<App> => {
    const url = `http://127.0.0.1:${ports.control}`;
    const clock = {
      ...sandboxClock({ url, name: 'billing', instanceId, logger }),
      wallNow: () => new Date(Date.now() + shiftMs),
    };
    return createApp({ ...config, ...neighbours.urls, ...stripeConfig }, { logger, clock });
  };
  const clientOf = ({ grpcPort }: App): Billing =>
    createGrpcClient('billing', {
      url: `127.0.0.1:${grpcPort}`,
      callTokenSecret,
      from: 'gateway',
      deadlineMs: DEADLINE_MS,
    });
  const app = await appOf(namespace);
  const broker = await connectBroker({ url: config.AMQP_URL, namespace, service: 'notification', logger });
  const published = await listenForEvents(broker, 'billing.#');
  await app.start();
  const billing = clientOf(app);
  const others: { app: App; client: Billing }[] = [];
  door.forward = (body, signature) => billing.receiveWebhook(nobody(), { body, signature });
  const database = await mongoose.createConnection(MONGODB_URI, { dbName: `${namespace}_billing` }).asPromise();
  return {
    billing,
    async another() {
      const second = await appOf(`${namespace}-${others.length + 2}`);
      await second.start();
      const client = clientOf(second);
      others.push({ app: second, client });
      return client;
    },
    neighbours,
    database,
    published,
    publish: (event) => publishEvent(broker, event),
    stripe: (method, path, form, account) => ask(`http://127.0.0.1:${ports.stripe}${path}`, { method, form, account }),
    misbehave: (switches) => control(ports.control, 'PUT', '/sandbox/webhooks', switches),
    failing: (faults) => control(ports.control, 'PUT', '/sandbox/faults', faults),
    failed: () =>
      eventually(async () => {
        const left = await fetch(`http://127.0.0.1:${ports.control}/sandbox/faults`);
        if (((await left.json()) as unknown[]).length > 0) throw new Error('there are faults to come');
      }),
    dispute: (given) => control(ports.control, 'POST', '/sandbox/disputes', given),
    advanceTo: (to) => control(ports.control, 'POST', '/sandbox/clock/advance', { to }),
    stripeAway: async (away) => way.cut(away),
    shiftWall: (ms) => {
      shiftMs = ms;
    },
    async stop() {
      billing.close();
      for (const other of others) {
        other.client.close();
        await other.app.stop();
      }
      await app.stop();
      await sandbox.stop();
      await Promise.all([neighbours.close(), broker.close(), database.close(), door.close(), way.close()]);
      await dropNamespace(namespace);
    },
  };
}

async function ask(
  url: string,
  call: { method: string; form: Record<string, string> | undefined; account: string | undefined },
): Promise<StripeAnswer> {
  const answer = await fetch(url, {
    method: call.method,
    headers: {
      authorization: 'Bearer sk_test_billing',
      'content-type': 'application/x-www-form-urlencoded',
      ...(call.account === undefined ? {} : { 'stripe-account': call.account }),
    },
    ...(call.form === undefined ? {} : { body: new URLSearchParams(call.form).toString() }),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

async function control(port: number, method: string, path: string, body: object): Promise<void> {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
}

export const client = (userId: string, tenantId = TENANT): Caller =>
  testCaller({ tenantId, userId, roles: ['client'] });
export const finance = (tenantId = TENANT): Caller => testCaller({ tenantId, userId: 'finance-1', roles: ['finance'] });
export const nobody = (): Caller => testCaller({ tenantId: '', userId: '', roles: [] });

/** Asks for the payment of a package at its own price. */
export function open(
  world: World,
  caller: Caller,
  sold: { packageId: string; pricing: { amount: number; currency: string } },
  requestId = '',
) {
  const { amount, currency } = sold.pricing;
  return world.billing.createPaymentIntent(caller, { packageId: sold.packageId, amount, currency, requestId });
}

/** Confirms as Stripe.js does; a card that declines answers 402. */
export async function confirm(
  world: World,
  clientSecret: string,
  card = 'pm_card_visa',
  account?: string,
): Promise<StripeAnswer> {
  const [id] = clientSecret.split('_secret_');
  const form = { client_secret: clientSecret, payment_method: card };
  return world.stripe('POST', `/v1/payment_intents/${id}/confirm`, form, account);
}

/** The transaction once it is in this state. */
export function settled(world: World, caller: Caller, transactionId: string, state: string): Promise<Transaction> {
  return eventually(
    async () => {
      const transaction = await world.billing.getTransaction(caller, { transactionId });
      if (transaction.status?.current !== state)
        throw new Error(`${transactionId} is ${transaction.status?.current}, not ${state}`);
      return transaction;
    },
    { withinMs: SETTLE_MS },
  );
}

/** The events of a type about a subject, once there are as many as expected; one that is delivered twice, as any may be, is one. */
export function eventsOf(world: World, type: string, subject: string, count: number): Promise<Envelope[]> {
  return eventually(
    () => {
      const heard = world.published.filter((event) => event.type === `billing.${type}.v1` && event.subject === subject);
      const found = [...new Map(heard.map((event) => [event.id, event])).values()];
      if (found.length !== count) throw new Error(`${found.length} of ${type} about ${subject}, not ${count}`);
      return found;
    },
    { withinMs: SETTLE_MS },
  );
}

/** The refusal a call ended with. */
export async function refusal(call: Promise<unknown>): Promise<{ code: string; details: Record<string, unknown> }> {
  try {
    await call;
  } catch (error) {
    if (error instanceof Error && 'code' in error && 'details' in error)
      return { code: String(error.code), details: error.details as Record<string, unknown> };
    throw error;
  }
  throw new Error('was not refused');
}
