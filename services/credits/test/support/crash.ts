import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Envelope, EventDefinition } from '@consult/contracts/envelope';
import { type Broker, connectBroker } from '@consult/messaging/broker';
import { newEvent } from '@consult/messaging/event';
import { systemClock } from '@consult/runtime/clock';
import { createGrpcClient, type GrpcClient } from '@consult/runtime/grpc-client';
import { createLogger } from '@consult/runtime/logger';
import { connectMongo } from '@consult/runtime/mongo';
import { testConfig } from '@consult/testing/config';
import { listenForEvents, publishEvent } from '@consult/testing/events';
import { dropNamespace, testNamespace } from '@consult/testing/namespace';
import type { Static, TSchema } from 'typebox';
import { createApp } from '../../src/app.ts';
import { type Accounts, accountsOn } from '../../src/store/account-document.ts';
import { type Archive, archiveOn } from '../../src/store/archived-lots.ts';
import { type Ledger, ledgerOn } from '../../src/store/ledger.ts';
import { at, START } from './bench.ts';
import { startFakes } from './fakes.ts';
import { TENANT } from './service.ts';

const SERVICE_ROOT = fileURLToPath(new URL('../..', import.meta.url));
const DEADLINE_MS = 10_000;

/** Credits as its neighbours see it, by the name of who calls. */
export type Doors = Record<'scheduling' | 'billing', GrpcClient<'credits'>>;

/** A database and queues of their own for a service that lives and dies. */
export interface CrashWorld {
  accounts: Accounts;
  ledger: Ledger;
  archive: Archive;
  /** All that credits has published. */
  heard: Envelope[];
  publish<T extends TSchema>(definition: EventDefinition<T>, data: Static<T>): Promise<void>;
  /** Has a service up and well while `work` goes on. */
  whileWell<T>(work: (doors: Doors) => Promise<T>): Promise<T>;
  /** Starts the service as a process of its own that kills itself at the fault point, and waits until it has: by then `work` was going on, if it came to that. */
  dieAt(faultPoint: string, work?: (doors: Doors) => Promise<unknown>): Promise<NodeJS.Signals | null>;
  stop(): Promise<void>;
}

export async function startCrashWorld(): Promise<CrashWorld> {
  const namespace = testNamespace();
  const logger = createLogger({ service: 'credits', level: 'silent' });
  const base = testConfig({ namespace });
  const { CALL_TOKEN_SECRET: callTokenSecret } = base;
  const fakes = await startFakes({ callTokenSecret, logger });
  const config = { ...base, IDENTITY_GRPC_URL: fakes.identityUrl, SCHEDULING_GRPC_URL: fakes.schedulingUrl };
  const connection = await connectMongo({ uri: config.MONGODB_URI, database: `${namespace}_credits` });
  const broker: Broker = await connectBroker({ url: config.AMQP_URL, namespace, service: 'billing', logger });
  const heard = await listenForEvents(broker, 'credits.#');
  const compiled = await compiledOnce();

  async function through<T>(grpcPort: number, work: (doors: Doors) => Promise<T>): Promise<T> {
    const door = (from: string) =>
      createGrpcClient('credits', { url: `127.0.0.1:${grpcPort}`, callTokenSecret, from, deadlineMs: DEADLINE_MS });
    const doors = { scheduling: door('scheduling'), billing: door('billing') };
    try {
      return await work(doors);
    } finally {
      for (const one of Object.values(doors)) one.close();
    }
  }

  return {
    accounts: accountsOn(connection),
    ledger: ledgerOn(connection),
    archive: archiveOn(connection),
    heard,
    async publish(definition, data) {
      const fields = { tenantId: TENANT, subject: 'subject', version: 1, time: at(START), data };
      await publishEvent(broker, newEvent(definition, fields));
    },
    async whileWell(work) {
      const app = await createApp(config, { logger, clock: systemClock() });
      await app.start();
      try {
        return await through(app.grpcPort, work);
      } finally {
        await app.stop();
      }
    },
    async dieAt(faultPoint, work) {
      const child = startProcess({
        ...config,
        LOG_LEVEL: 'info',
        FAULT_POINT: faultPoint,
        NODE_COMPILE_CACHE: compiled,
      });
      const ended = once(child, 'exit');
      try {
        if (work) {
          const grpcPort = await portOf(child);
          await through(grpcPort, (doors) => Promise.allSettled([work(doors)]));
        }
        const [, signal] = await ended;
        return signal;
      } finally {
        if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
      }
    },
    async stop() {
      await fakes.close();
      await broker.close();
      await connection.close();
      await dropNamespace(namespace);
      await rm(compiled, { recursive: true, force: true });
    },
  };
}

/** A cache of the compiled sources: who dies keeps nothing of its own, and the next one would compile all again. */
async function compiledOnce(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'consult-credits-'));
  const load = ['--input-type=module', '--eval', "await import('./src/app.ts'); process.exit(0);"];
  await once(node(load, { NODE_COMPILE_CACHE: folder }), 'exit');
  return folder;
}

function startProcess(config: Record<string, string | number>): ChildProcess {
  const own = Object.fromEntries(Object.entries(config).map(([name, value]) => [name, String(value)]));
  return node(['src/main.ts'], own);
}

function node(args: string[], env: Record<string, string>): ChildProcess {
  return spawn(process.execPath, ['--conditions=source', ...args], {
    cwd: SERVICE_ROOT,
    env: { ...process.env, ...env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** The port a service says it listens on. */
async function portOf({ stdout }: ChildProcess): Promise<number> {
  if (stdout === null) throw new Error('the service says nothing');
  for await (const line of createInterface({ input: stdout })) {
    const said: unknown = JSON.parse(line);
    if (typeof said === 'object' && said !== null && 'grpcPort' in said) {
      stdout.resume();
      return Number(said.grpcPort);
    }
  }
  throw new Error('the service ended before it was up');
}
