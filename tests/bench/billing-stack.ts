import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { startStack, type Stack } from '@consult/local/stack';
import { eventually } from '@consult/testing/eventually';
import mongoose, { type Connection } from 'mongoose';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SETTLED_WITHIN_MS = 120_000;

/** The whole system as it is deployed, each service a process, and billing's database seen raw. */
export interface BillingStack {
  stack: Stack;
  database: Connection;
  /** Waits until every webhook that was heard is worked off, so that nothing is left to do in the next round. */
  followed(): Promise<void>;
  stop(): Promise<void>;
}

export async function startBillingStack(namespace: string): Promise<BillingStack> {
  const stack = await startStack({ namespace, clockStart: '2025-01-01T09:00:00Z', env: { LOG_LEVEL: 'warn' } });
  const dbName = `${namespace}_billing`;
  const database = await mongoose.createConnection(stack.mongoUri, { dbName }).asPromise();
  return {
    stack,
    database,
    followed: () =>
      eventually(
        async () => {
          const waiting = await database.collection('webhook_inbox').countDocuments({ state: 'waiting' });
          if (waiting > 0) throw new Error(`${waiting} webhooks are not followed`);
        },
        { withinMs: SETTLED_WITHIN_MS },
      ),
    async stop() {
      await database.close();
      await stack.stop({ wipe: true });
    },
  };
}

/** The bare limit beside it. */
export async function startLimit({ stack }: BillingStack): Promise<{ url: string; stop(): void }> {
  const child = spawn(process.execPath, ['--conditions=source', 'tests/bench/billing-limit.ts'], {
    cwd: ROOT,
    env: {
      ...process.env,
      MONGODB_URI: stack.mongoUri,
      DATABASE: `${stack.namespace}_limit`,
      SECRET: stack.webhookSecret,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = await portOf(child);
  return { url: `http://127.0.0.1:${port}`, stop: () => void child.kill('SIGTERM') };
}

async function portOf({ stdout }: ChildProcess): Promise<number> {
  if (stdout === null) throw new Error('the limit says nothing');
  for await (const line of createInterface({ input: stdout }))
    return Number((JSON.parse(line) as { port: number }).port);
  throw new Error('the limit ended before it was up');
}
