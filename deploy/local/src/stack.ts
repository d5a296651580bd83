import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { dropDatabases, dropQueues } from '@consult/testing/namespace';
import { findMongo } from './mongo.ts';
import { DATA_DIR, ROOT } from './paths.ts';
import { freePort, nextPort } from './ports.ts';
import { createProcesses, endLeftovers, type Running } from './processes.ts';
import { findRabbit } from './rabbit.ts';
import { waitUntilReady } from './readiness.ts';
import { secretsOf } from './secrets.ts';
import {
  environmentOf,
  type PartName,
  type Ports,
  realStripe,
  SERVICES,
  type ServiceName,
  type Surroundings,
} from './services.ts';

export interface StackOptions {
  /** Keeps stacks on one MongoDB and RabbitMQ apart. */
  namespace: string;
  /** Where the stack keeps its data, logs and secrets; absent: a folder of the namespace. */
  folder?: string;
  /** Start of the test clock; absent: now. */
  clockStart?: string;
  /** More settings for every part. */
  env?: Record<string, string>;
  /** The well-known ports, or the next free ones; otherwise any. */
  wellKnownPorts?: boolean;
  /** Hears of each longer step. */
  progress?: (line: string) => void;
}

/** A running system: the sandbox and every service as its own process. */
export interface Stack {
  namespace: string;
  folder: string;
  mongoUri: string;
  amqpUrl: string;
  urls: { gateway: string; stripe: string; mailbox: string; sandbox: string };
  grpcUrl(service: ServiceName): string;
  httpUrl(service: ServiceName): string;
  operatorSecret: string;
  callTokenSecret: string;
  webhookSecret: string;
  realStripe: boolean;
  /** The process of a part as it is now. */
  part(name: PartName): Running;
  /** Starts a part that has ended, with more settings if need be, and waits until it is ready. */
  restart(name: PartName, env?: Record<string, string>): Promise<void>;
  stop(options?: { wipe?: boolean }): Promise<void>;
}

/** Starts a whole system on this machine and waits until every part is ready. Nothing is left behind when it fails. */
export async function startStack(options: StackOptions): Promise<Stack> {
  const folder = options.folder ?? join(DATA_DIR, 'stacks', options.namespace);
  mkdirSync(folder, { recursive: true });
  await endLeftovers(folder);
  const processes = createProcesses(folder);
  const parts = new Map<PartName, Running>();
  try {
    const mongoUri = await findMongo(folder, processes);
    const amqpUrl = await findRabbit(folder, processes);
    const secrets = secretsOf(folder);
    const ports = await choosePorts(options.wellKnownPorts ?? false);
    const stripe = realStripe(process.env);
    const { namespace, clockStart, env = {} } = options;
    const around: Surroundings = { namespace, mongoUri, amqpUrl, ports, secrets, stripe, clockStart, env };

    const launch = async (name: PartName, more: Record<string, string> = {}): Promise<void> => {
      const entry = name === 'sandbox' ? 'libs/sandbox/src/main.ts' : `services/${name}/src/main.ts`;
      const args = ['--conditions=source', join(ROOT, entry)];
      const running = processes.start(name, process.execPath, args, { ...environmentOf(name, around), ...more });
      parts.set(name, running);
      await waitUntilReady(running, `${name === 'sandbox' ? url(ports.sandbox) : url(ports.http[name])}/readyz`);
    };
    const stopParts = () => Promise.all([...parts.values()].map((part) => part.stop()));

    options.progress?.('Starting the sandbox and the services');
    await Promise.all([launch('sandbox'), ...SERVICES.map((name) => launch(name))]);
    return {
      namespace,
      folder,
      mongoUri,
      amqpUrl,
      urls: {
        gateway: url(ports.http.gateway),
        stripe: stripe ? 'https://api.stripe.com' : url(ports.stripe),
        mailbox: url(ports.mailbox),
        sandbox: url(ports.sandbox),
      },
      grpcUrl: (service) => `127.0.0.1:${ports.grpc[service]}`,
      httpUrl: (service) => url(ports.http[service]),
      operatorSecret: secrets.OPERATOR_SECRET,
      callTokenSecret: secrets.CALL_TOKEN_SECRET,
      webhookSecret: `whsec_${secrets.STRIPE_WEBHOOK_SECRET}`,
      realStripe: stripe !== undefined,
      part: (name) => parts.get(name) ?? unknownPart(name),
      restart: launch,
      async stop({ wipe = false } = {}) {
        await stopParts();
        if (wipe) await Promise.all([dropDatabases(namespace, mongoUri), dropQueues(namespace, amqpUrl)]);
        await processes.stopAll();
        if (wipe) rmSync(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await processes.stopAll();
    throw error;
  }
}

const DEFAULT_PORTS = { gateway: 8080, stripe: 12_111, smtp: 1_025, mailbox: 8_025 } as const;

async function choosePorts(wellKnown: boolean): Promise<Ports> {
  const choose = async (variable: string, usual: number): Promise<number> =>
    wellKnown ? nextPort(Number(process.env[variable] ?? usual)) : freePort();
  const grpc = await portPerService();
  const http = await portPerService();
  return {
    grpc,
    http: { ...http, gateway: await choose('GATEWAY_PORT', DEFAULT_PORTS.gateway) },
    sandbox: await freePort(),
    stripe: await choose('STRIPE_SANDBOX_PORT', DEFAULT_PORTS.stripe),
    smtp: await choose('SMTP_PORT', DEFAULT_PORTS.smtp),
    mailbox: await choose('MAILBOX_PORT', DEFAULT_PORTS.mailbox),
  };
}

async function portPerService(): Promise<Record<ServiceName, number>> {
  const entries: [ServiceName, number][] = [];
  for (const name of SERVICES) entries.push([name, await freePort()]);
  return Object.fromEntries(entries) as Record<ServiceName, number>;
}

const url = (port: number): string => `http://127.0.0.1:${port}`;

function unknownPart(name: string): never {
  throw new Error(`${name} was never started`);
}
