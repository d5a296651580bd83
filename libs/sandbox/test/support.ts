import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createLogger } from '@consult/runtime/logger';
import { dropDatabases, testNamespace } from '@consult/testing/namespace';
import { Stripe } from 'stripe';
import { createSandbox, type Sandbox } from '../src/app.ts';
import type { SandboxConfig } from '../src/config.ts';

export const WEBHOOK_SECRET = 'whsec_test';
const MONGODB_URI = process.env['MONGODB_URI'] ?? '';

export interface Running {
  sandbox: Sandbox;
  namespace: string;
  stripe: Stripe;
  /** The SDK on another account, or with another key. */
  client: (options?: { account?: string; key?: string }) => Stripe;
  control: (path: string, init?: { method: string; body: unknown }) => Promise<{ status: number; body: unknown }>;
  /** Stripe's API as a browser calls it. */
  browser: (
    path: string,
    form: Record<string, string>,
    key?: string,
  ) => Promise<{ status: number; body: Record<string, unknown> }>;
  advance: (target: { days?: number; hours?: number; to?: string }) => Promise<string>;
  stop: (options?: { keepData: boolean }) => Promise<void>;
}

/** A sandbox of its own on free ports. */
export async function startSandbox(given: Partial<SandboxConfig> = {}): Promise<Running> {
  const namespace = given.CONSULT_NAMESPACE ?? testNamespace();
  const config: SandboxConfig = {
    CONSULT_MODE: 'sandbox',
    CONSULT_NAMESPACE: namespace,
    MONGODB_URI,
    LISTEN_HOST: '127.0.0.1',
    LOG_LEVEL: 'silent',
    SANDBOX_PORT: 0,
    STRIPE_SANDBOX_PORT: 0,
    SMTP_PORT: 0,
    MAILBOX_PORT: 0,
    STRIPE_REAL: false,
    CONSULT_CLOCK_START: '2025-01-01T09:00:00Z',
    ...given,
  };
  const logger = createLogger({ service: 'sandbox', level: process.env['TEST_LOG_LEVEL'] ?? 'silent' });
  const sandbox = await createSandbox(config, { logger, wallNow: () => new Date() });
  await sandbox.start();
  const { stripe: port, control: controlPort } = sandbox.ports();
  const client: Running['client'] = ({ account, key = 'sk_test_sandbox' } = {}) =>
    new Stripe(key, {
      host: '127.0.0.1',
      port,
      protocol: 'http',
      maxNetworkRetries: 0,
      telemetry: false,
      ...(account === undefined ? {} : { stripeAccount: account }),
    });
  const control: Running['control'] = async (path, init) => {
    const request =
      init === undefined
        ? {}
        : { method: init.method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(init.body) };
    const answer = await fetch(`http://127.0.0.1:${controlPort}${path}`, request);
    return { status: answer.status, body: await answer.json() };
  };
  return {
    sandbox,
    namespace,
    client,
    stripe: client(),
    control,
    async browser(path, form, key = 'pk_test_sandbox') {
      const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(form).toString(),
      });
      return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
    },
    async advance(target) {
      const { status, body } = await control('/sandbox/clock/advance', { method: 'POST', body: target });
      if (status !== 200) throw new Error(`advance answered ${status}: ${JSON.stringify(body)}`);
      return (body as { now: string }).now;
    },
    async stop({ keepData } = { keepData: false }) {
      await sandbox.stop();
      if (!keepData) await dropDatabases(namespace, MONGODB_URI);
    },
  };
}

export interface Receiver {
  url: string;
  /** The events taken, verified by the SDK, in the order of their arrival. */
  events: Stripe.Event[];
  /** What the next requests are answered with; 200 when empty. */
  answers: number[];
  requests: number;
  onEvent: (event: Stripe.Event) => void;
  stop(): Promise<void>;
}

/** A webhook endpoint as a shop has it: verifies the signature over the raw body with the official SDK. */
export async function startReceiver(onPort = 0): Promise<Receiver> {
  const taken = {
    events: [] as Stripe.Event[],
    answers: [] as number[],
    requests: 0,
    onEvent: (_event: Stripe.Event): void => undefined,
  };
  const sdk = new Stripe('sk_test_receiver');
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      taken.requests += 1;
      const signature = request.headers['stripe-signature'];
      const status = taken.answers.shift() ?? 200;
      if (status === 200) {
        try {
          const event = sdk.webhooks.constructEvent(Buffer.concat(chunks), String(signature), WEBHOOK_SECRET);
          taken.events.push(event);
          taken.onEvent(event);
        } catch {
          response.writeHead(400).end();
          return;
        }
      }
      response.writeHead(status).end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(onPort, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(taken, {
    url: `http://127.0.0.1:${port}/webhooks/stripe`,
    stop: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  });
}

/** The error a call to Stripe must end with. */
export async function stripeError(call: Promise<unknown>): Promise<InstanceType<typeof Stripe.errors.StripeError>> {
  try {
    await call;
  } catch (error) {
    if (error instanceof Stripe.errors.StripeError) return error;
    throw error;
  }
  throw new Error('the call succeeded, an error was expected');
}

/** The id of what may come as an id or expanded. */
export function idOf(reference: string | { id: string } | null | undefined): string {
  if (reference === null || reference === undefined) throw new Error('there is no reference');
  return typeof reference === 'string' ? reference : reference.id;
}
