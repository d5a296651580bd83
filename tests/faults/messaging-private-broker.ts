import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { eventually } from '@consult/testing/eventually';
import { connect } from 'amqplib';

/** Debian's own script changes user and folders; the one behind it does what it is told. */
const SERVER_SCRIPTS = ['/usr/lib/rabbitmq/bin/rabbitmq-server', '/usr/lib/rabbitmq/sbin/rabbitmq-server'];
const script = SERVER_SCRIPTS.find((path) => existsSync(path));
const UP_WITHIN_MS = 45_000;

/** Whether this machine can start a broker of its own to be killed. */
export const canStartBroker = script !== undefined;

export interface PrivateBroker {
  url: string;
  /** Starts it, also again with what it had on disk. */
  start(): Promise<void>;
  /** SIGKILL: no farewell to anybody. */
  kill(): Promise<void>;
  /** Kills it and removes its data. */
  remove(): Promise<void>;
}

/** A broker with its own name, ports and folder, that may be killed without harm to others. Not started yet. */
export async function createPrivateBroker(): Promise<PrivateBroker> {
  const home = mkdtempSync(join(tmpdir(), 'consult-broker-'));
  const [port, distribution, mapper] = [await freePort(), await freePort(), await freePort()];
  const url = `amqp://guest:guest@127.0.0.1:${port}`;
  writeFileSync(join(home, 'rabbitmq.conf'), `listeners.tcp.1 = 127.0.0.1:${port}\n`);
  writeFileSync(join(home, 'enabled_plugins'), '[].\n');
  let server: ChildProcess | undefined;

  const kill = async () => {
    if (server === undefined || server.exitCode !== null || server.signalCode !== null) return;
    const gone = new Promise((resolve) => server?.once('exit', resolve));
    server.kill('SIGKILL');
    await gone;
  };
  return {
    url,
    kill,
    start: async () => {
      server = spawn(script ?? '', [], { env: settings(home, distribution, mapper), stdio: 'ignore' });
      await eventually(async () => (await connect(url)).close(), { withinMs: UP_WITHIN_MS });
    },
    remove: async () => {
      await kill();
      // The Erlang port mapper makes itself a daemon; this one is on a port of its own.
      await promisify(execFile)('epmd', ['-port', String(mapper), '-kill']).catch(() => {});
      rmSync(home, { recursive: true, force: true });
    },
  };
}

function settings(home: string, distribution: number, mapper: number) {
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: home,
    // The script then becomes the server itself, so that the process we kill is the broker.
    RUNNING_UNDER_SYSTEMD: 'true',
    RABBITMQ_NODENAME: `faults-${mapper}@localhost`,
    RABBITMQ_DIST_PORT: String(distribution),
    ERL_EPMD_PORT: String(mapper),
    ERL_EPMD_ADDRESS: '127.0.0.1',
    RABBITMQ_MNESIA_BASE: join(home, 'mnesia'),
    RABBITMQ_LOG_BASE: join(home, 'log'),
    RABBITMQ_ENABLED_PLUGINS_FILE: join(home, 'enabled_plugins'),
    RABBITMQ_CONFIG_FILE: join(home, 'rabbitmq'),
    RABBITMQ_CONF_ENV_FILE: '/dev/null',
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
