import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { dropDatabases, dropQueues } from '@consult/testing/namespace';
import { DATA_DIR } from './paths.ts';
import { isOurs } from './pids.ts';
import { endLeftovers } from './processes.ts';
import { die, reasonOf, step } from './say.ts';

interface Note {
  pid: number;
  namespace: string;
  mongoUri: string;
  amqpUrl: string;
}

main().catch(die);

/** Wipes the local stack's data, also what it has on a MongoDB or RabbitMQ that is not its own. */
async function main(): Promise<void> {
  const noteFile = join(DATA_DIR, 'stack.json');
  if (existsSync(noteFile)) {
    const note = JSON.parse(readFileSync(noteFile, 'utf8')) as Note;
    if (isOurs(note.pid, 'deploy/local/src/start.ts'))
      die(`Consult is running (process ${note.pid}): end it first, with Ctrl-C`);
    await endLeftovers(DATA_DIR);
    await wipeElsewhere(note);
  }
  rmSync(DATA_DIR, { recursive: true, force: true });
  step(`Wiped ${DATA_DIR}`);
}

/** Servers of our own have ended, and their data are in the folder; others still have our databases and queues. */
async function wipeElsewhere({ namespace, mongoUri, amqpUrl }: Note): Promise<void> {
  for (const [what, own, drop] of [
    ['databases', 'mongodb', () => dropDatabases(namespace, mongoUri)],
    ['queues', 'rabbitmq', () => dropQueues(namespace, amqpUrl)],
  ] as const) {
    if (existsSync(join(DATA_DIR, own))) continue;
    await drop().then(
      () => step(`Removed the ${what} of ${namespace}`),
      (error: unknown) => step(`The ${what} of ${namespace} are left: ${reasonOf(error)}`),
    );
  }
}
