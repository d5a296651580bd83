import type { Envelope } from '@consult/contracts/envelope';
import type { App } from '@consult/runtime/app';
import { sandboxClock, type SandboxClock } from '@consult/runtime/clock';
import { createGrpcClient, type GrpcClient } from '@consult/runtime/grpc-client';
import { createLogger } from '@consult/runtime/logger';
import { createSandbox } from '@consult/sandbox/app';
import { testConfig } from '@consult/testing/config';
import { publishEvent } from '@consult/testing/events';
import { eventually } from '@consult/testing/eventually';
import { dropNamespace, testNamespace } from '@consult/testing/namespace';
import mongoose, { type Connection } from 'mongoose';
import { createApp as createBilling } from '../../services/billing/src/app.ts';
import { openWebhookDoor } from '../../services/billing/test/support/webhook-door.ts';
import { createApp as createCredits } from '../../services/credits/src/app.ts';
import { nobody } from './callers.ts';
import { askStripe, brokerOf, command, sandboxConfig, type StripeAnswer, stripeConfig } from './parts.ts';
import { type StandIns, startStandIns } from './standins.ts';

const DEADLINE_MS = 30_000;
const HOUR_MS = 3_600_000;
/** The sandbox gives an instant 20 s to come to rest; a loaded machine may need more. */
const REST_WITHIN_MS = 60_000;

/** Billing, credits and the Stripe sandbox as they run, with real messages and calls between them, in this process. */
export interface MoneyWorld {
  mongoUri: string;
  namespace: string;
  billing: GrpcClient<'billing'>;
  /** Credits as scheduling calls it. */
  credits: GrpcClient<'credits'>;
  standIns: StandIns;
  /** Billing's own database, seen raw. */
  database: Connection;
  publish(event: Envelope): Promise<void>;
  /** Stripe's API as a browser or the seller of this account sees it. */
  stripe(
    method: string,
    path: string,
    given: { account: string; form?: Record<string, string> },
  ): Promise<StripeAnswer>;
  /** How Stripe's webhooks, or calls to it, go wrong from now on. */
  misbehave(what: 'webhooks' | 'faults', how: object): Promise<void>;
  dispute(given: object): Promise<void>;
  /** Business time; answers when everybody has followed and is at rest. */
  advance(hours: number): Promise<void>;
  now(): Date;
  /** Technical time of everybody: leases, back-offs, sweeps. */
  pass(minutes: number): Promise<void>;
  stop(): Promise<void>;
}

export async function startMoneyWorld(): Promise<MoneyWorld> {
  const namespace = testNamespace();
  const config = testConfig({ namespace });
  const { CALL_TOKEN_SECRET: callTokenSecret, MONGODB_URI: mongoUri } = config;
  const logger = createLogger({ service: 'money-test', level: process.env['TEST_LOG_LEVEL'] ?? 'silent' });
  let passedMs = 0;
  const wallNow = () => new Date(Date.now() + passedMs);
  const door = await openWebhookDoor();
  const sandbox = await createSandbox(sandboxConfig(namespace, mongoUri, door.url), { logger, wallNow });
  await sandbox.start();
  const ports = sandbox.ports();
  const control = `http://127.0.0.1:${ports.control}`;
  const clockOf = (name: string): SandboxClock => ({
    ...sandboxClock({ url: control, name, instanceId: `${name}-${namespace}`, logger }),
    wallNow,
  });
  const standIns = await startStandIns({ callTokenSecret, logger });
  const creditsApp: App = await createCredits({ ...config, ...standIns.urls }, { logger, clock: clockOf('credits') });
  await creditsApp.start();
  const urls = { ...standIns.urls, CREDITS_GRPC_URL: `127.0.0.1:${creditsApp.grpcPort}` };
  const clock = clockOf('billing');
  const billingApp: App = await createBilling({ ...config, ...urls, ...stripeConfig(ports.stripe) }, { logger, clock });
  await billingApp.start();
  const broker = await brokerOf(namespace, config.AMQP_URL, logger);
  const calls = { callTokenSecret, deadlineMs: DEADLINE_MS };
  const billing = createGrpcClient('billing', { ...calls, url: `127.0.0.1:${billingApp.grpcPort}`, from: 'gateway' });
  const credits = createGrpcClient('credits', { ...calls, url: urls.CREDITS_GRPC_URL, from: 'scheduling' });
  door.forward = (body, signature) => billing.receiveWebhook(nobody(), { body, signature });
  const database = await mongoose.createConnection(mongoUri, { dbName: `${namespace}_billing` }).asPromise();
  const participants = Object.entries({ billing: billingApp, credits: creditsApp }).map(([name, { httpPort }]) => ({
    name,
    instanceId: `${name}-${namespace}`,
    url: `http://127.0.0.1:${httpPort}`,
  }));

  return {
    mongoUri,
    namespace,
    billing,
    credits,
    standIns,
    database,
    publish: (event) => publishEvent(broker, event),
    stripe: (method, path, given) => askStripe(`http://127.0.0.1:${ports.stripe}${path}`, method, given),
    misbehave: (what, how) => command(`${control}/sandbox/${what}`, 'PUT', how),
    dispute: (given) => command(`${control}/sandbox/disputes`, 'POST', given),
    async advance(hours) {
      const to = new Date(clock.now().getTime() + hours * HOUR_MS).toISOString();
      await eventually(() => command(`${control}/sandbox/clock/advance`, 'POST', { to }), { withinMs: REST_WITHIN_MS });
    },
    now: () => clock.now(),
    async pass(minutes) {
      passedMs += minutes * 60_000;
      // By the new time nobody has been heard of for minutes.
      for (const participant of participants) await command(`${control}/participants`, 'POST', participant);
    },
    async stop() {
      billing.close();
      credits.close();
      await billingApp.stop();
      await creditsApp.stop();
      await sandbox.stop();
      await Promise.all([standIns.close(), broker.close(), database.close(), door.close()]);
      await dropNamespace(namespace);
    },
  };
}
