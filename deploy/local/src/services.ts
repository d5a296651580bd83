import { join } from 'node:path';
import { CACHE_DIR } from './paths.ts';
import type { Secrets } from './secrets.ts';

export const SERVICES = ['identity', 'catalog', 'billing', 'credits', 'scheduling', 'notification', 'gateway'] as const;
export type ServiceName = (typeof SERVICES)[number];
export type PartName = ServiceName | 'sandbox';

/** Addresses of one stack. */
export interface Ports {
  grpc: Record<ServiceName, number>;
  http: Record<ServiceName, number>;
  sandbox: number;
  stripe: number;
  smtp: number;
  mailbox: number;
}

export interface Surroundings {
  namespace: string;
  mongoUri: string;
  amqpUrl: string;
  ports: Ports;
  secrets: Secrets;
  /** Real Stripe keys, when the environment has them. */
  stripe: Record<string, string> | undefined;
  /** Start of the test clock; absent: now. */
  clockStart?: string | undefined;
  /** More settings for every part: log level, trace collector. */
  env: Record<string, string>;
}

const HOST = '127.0.0.1';
const local = (port: number): string => `http://${HOST}:${port}`;

/** What a part of the system reads from its environment; a secret goes only to those who use it. */
export function environmentOf(part: PartName, around: Surroundings): Record<string, string> {
  const { namespace, mongoUri, amqpUrl, secrets, env } = around;
  const common = {
    CONSULT_MODE: 'sandbox',
    CONSULT_NAMESPACE: namespace,
    MONGODB_URI: mongoUri,
    LISTEN_HOST: HOST,
    LOG_LEVEL: 'info',
  };
  const node = { NODE_NO_WARNINGS: '1', NODE_COMPILE_CACHE: join(CACHE_DIR, 'compiled') };
  const base = { PATH: process.env['PATH'] ?? '', ...node, ...common, ...env };
  if (part === 'sandbox') return { ...base, ...sandboxEnvironment(around) };
  return {
    ...base,
    AMQP_URL: amqpUrl,
    CALL_TOKEN_SECRET: secrets.CALL_TOKEN_SECRET,
    ...addresses(part, around),
    ...ownEnvironment(part, around),
  };
}

function addresses(service: ServiceName, { ports, stripe }: Surroundings): Record<string, string> {
  const urls = SERVICES.map((name) => [`${name.toUpperCase()}_GRPC_URL`, `${HOST}:${ports.grpc[name]}`]);
  return {
    ...Object.fromEntries(urls),
    GRPC_PORT: String(ports.grpc[service]),
    HTTP_PORT: String(ports.http[service]),
    // With real Stripe keys business time is the wall clock; only the gateway then still shows the mailbox.
    ...(stripe === undefined || service === 'gateway' ? { SANDBOX_URL: local(ports.sandbox) } : {}),
  };
}

function ownEnvironment(service: ServiceName, { ports, secrets, stripe }: Surroundings): Record<string, string> {
  switch (service) {
    case 'identity':
      return { KEY_ENCRYPTION_SECRET: secrets.KEY_ENCRYPTION_SECRET, PUBLIC_URL: local(ports.http.gateway) };
    case 'billing':
      return stripe ?? sandboxStripe(ports, secrets);
    case 'notification':
      return {
        SMTP_URL: process.env['SMTP_URL'] ?? `smtp://${HOST}:${ports.smtp}`,
        PUBLIC_URL: local(ports.http.gateway),
      };
    case 'gateway':
      return {
        OPERATOR_SECRET: secrets.OPERATOR_SECRET,
        IDENTITY_JWKS_URL: `${local(ports.http.identity)}/.well-known/jwks.json`,
      };
    case 'catalog':
    case 'credits':
    case 'scheduling':
      return {};
  }
}

function sandboxStripe(ports: Ports, secrets: Secrets): Record<string, string> {
  return {
    STRIPE_SECRET_KEY: 'sk_test_sandbox',
    STRIPE_PUBLISHABLE_KEY: 'pk_test_sandbox',
    STRIPE_WEBHOOK_SECRET: `whsec_${secrets.STRIPE_WEBHOOK_SECRET}`,
    STRIPE_API_HOST: HOST,
    STRIPE_API_PORT: String(ports.stripe),
    STRIPE_API_PROTOCOL: 'http',
  };
}

function sandboxEnvironment({ ports, secrets, clockStart, stripe }: Surroundings): Record<string, string> {
  return {
    SANDBOX_PORT: String(ports.sandbox),
    STRIPE_SANDBOX_PORT: String(ports.stripe),
    SMTP_PORT: String(ports.smtp),
    MAILBOX_PORT: String(ports.mailbox),
    STRIPE_WEBHOOK_URL: `${local(ports.http.gateway)}/webhooks/stripe`,
    STRIPE_WEBHOOK_SECRET: `whsec_${secrets.STRIPE_WEBHOOK_SECRET}`,
    STRIPE_REAL: String(stripe !== undefined),
    ...(clockStart === undefined ? {} : { CONSULT_CLOCK_START: clockStart }),
  };
}

const STRIPE_KEYS = ['STRIPE_SECRET_KEY', 'STRIPE_PUBLISHABLE_KEY', 'STRIPE_WEBHOOK_SECRET'] as const;

/** The real Stripe keys of the environment: all three or none. */
export function realStripe(env: NodeJS.ProcessEnv): Record<string, string> | undefined {
  if ((env['STRIPE_SECRET_KEY'] ?? '') === '') return undefined;
  const missing = STRIPE_KEYS.filter((name) => (env[name] ?? '') === '');
  if (missing.length > 0)
    throw new Error(
      `STRIPE_SECRET_KEY is set, ${missing.join(' and ')} is not: set all three, or none for the sandbox`,
    );
  return Object.fromEntries(STRIPE_KEYS.map((name) => [name, env[name] ?? '']));
}
