import { type Broker, connectBroker } from '@consult/messaging/broker';
import type { Logger } from '@consult/runtime/logger';

const START = '2025-01-01T09:00:00Z';
const WEBHOOK_SECRET = 'whsec_of_the_money';

/** What Stripe's API answers. */
export interface StripeAnswer {
  status: number;
  body: Record<string, unknown>;
}

/** The sandbox on free ports, with its webhooks to this address. */
export const sandboxConfig = (namespace: string, mongoUri: string, webhooks: string) => ({
  CONSULT_MODE: 'sandbox' as const,
  CONSULT_NAMESPACE: namespace,
  MONGODB_URI: mongoUri,
  LISTEN_HOST: '127.0.0.1' as const,
  LOG_LEVEL: 'silent' as const,
  SANDBOX_PORT: 0,
  STRIPE_SANDBOX_PORT: 0,
  SMTP_PORT: 0,
  MAILBOX_PORT: 0,
  STRIPE_WEBHOOK_URL: webhooks,
  STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET,
  STRIPE_REAL: false,
  CONSULT_CLOCK_START: START,
});

/** Billing's way to it. */
export const stripeConfig = (port: number) => ({
  STRIPE_SECRET_KEY: 'sk_test_money',
  STRIPE_PUBLISHABLE_KEY: 'pk_test_money',
  STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET,
  STRIPE_API_HOST: '127.0.0.1',
  STRIPE_API_PORT: port,
  STRIPE_API_PROTOCOL: 'http' as const,
  PLATFORM_STRIPE_ACCOUNT: 'acct_platform',
});

/** The broker as scheduling has it, whose sessions a test tells of. What those would hear who are not here is heard by nobody. */
export async function brokerOf(namespace: string, url: string, logger: Logger): Promise<Broker> {
  const broker = await connectBroker({ url, namespace, service: 'scheduling', logger });
  const { topology } = broker;
  const channel = await broker.openChannel();
  for (const service of topology.consumers)
    if (service !== 'billing' && service !== 'credits')
      await channel.consume(topology.queueOf(service), () => undefined, { noAck: true });
  return broker;
}

/** Calls Stripe's API with the seller's key. */
export async function askStripe(
  url: string,
  method: string,
  { account, form }: { account: string; form?: Record<string, string> },
): Promise<StripeAnswer> {
  const answer = await fetch(url, {
    method,
    headers: {
      authorization: 'Bearer sk_test_money',
      'content-type': 'application/x-www-form-urlencoded',
      'stripe-account': account,
    },
    ...(form === undefined ? {} : { body: new URLSearchParams(form).toString() }),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

/** Tells the sandbox something; throws unless it does it. */
export async function command(url: string, method: string, body: object): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(url, { method, headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${method} ${url} answered ${answer.status}: ${await answer.text()}`);
}
