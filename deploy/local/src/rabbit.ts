import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { connect } from 'amqplib';
import { command, onPath } from './command.ts';
import { freePort } from './ports.ts';
import { isRunning, logTail, type Processes, type Running } from './processes.ts';
import { MissingPart, reasonOf, step } from './say.ts';

const DEFAULT_URL = 'amqp://guest:guest@127.0.0.1:5672';
const UP_WITHIN_MS = 90_000;
const POLL_MS = 250;
const ANSWER_WITHIN_MS = 5_000;
/** Debian's package keeps the real script here; the one on the PATH insists on its own user and folders. */
const SERVER_SCRIPTS = ['/usr/lib/rabbitmq/bin/rabbitmq-server'];

/** The URL of a RabbitMQ: the one named by AMQP_URL, one that answers on this machine, or one of our own. */
export async function findRabbit(folder: string, processes: Processes): Promise<string> {
  const given = process.env['AMQP_URL'];
  if (given !== undefined && given !== '') return given;
  const tried: string[] = [];
  try {
    await answers(DEFAULT_URL);
    step('RabbitMQ answers on 127.0.0.1:5672');
    return DEFAULT_URL;
  } catch (error) {
    tried.push(`127.0.0.1:5672 as guest: ${reasonOf(error)}`);
  }
  const script = serverScript() ?? (await install(tried));
  if (script !== undefined) return startOwn(script, folder, processes);
  const image = await fromDocker(folder, processes, tried);
  if (image !== undefined) return image;
  throw new MissingPart(
    'RabbitMQ',
    tried,
    'install rabbitmq-server (https://www.rabbitmq.com/docs/download), or set AMQP_URL.',
  );
}

function serverScript(): string | undefined {
  return SERVER_SCRIPTS.find((path) => existsSync(path)) ?? onPath('rabbitmq-server');
}

async function install(tried: string[]): Promise<string | undefined> {
  tried.push('rabbitmq-server on the PATH: not there');
  if (process.getuid?.() !== 0 || onPath('apt-get') === undefined) {
    tried.push('apt-get install rabbitmq-server: only as root on Debian or Ubuntu');
    return undefined;
  }
  try {
    step('Installing rabbitmq-server with apt-get');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
    await command('apt-get', ['update', '-qq'], env);
    await command('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'rabbitmq-server'], env);
    return serverScript();
  } catch (error) {
    tried.push(`apt-get install rabbitmq-server: ${reasonOf(error)}`);
    return undefined;
  }
}

/** A node of our own: own name, ports and folders, so that it meets no other. */
async function startOwn(script: string, folder: string, processes: Processes): Promise<string> {
  const home = join(folder, 'rabbitmq');
  mkdirSync(home, { recursive: true });
  const [port, distribution, mapper] = [await freePort(), await freePort(), await freePort()];
  // The Erlang port mapper makes itself a daemon; it is ended by its port, also after a launcher was killed.
  await endMapper(home);
  writeFileSync(join(home, 'mapper.port'), String(mapper));
  processes.afterStop(() => endMapper(home));
  writeFileSync(join(home, 'rabbitmq.conf'), `listeners.tcp.1 = 127.0.0.1:${port}\n`);
  writeFileSync(join(home, 'enabled_plugins'), '[].\n');
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: home,
    RABBITMQ_NODENAME: 'consult@localhost',
    RABBITMQ_DIST_PORT: String(distribution),
    ERL_EPMD_PORT: String(mapper),
    RABBITMQ_MNESIA_BASE: join(home, 'mnesia'),
    RABBITMQ_LOG_BASE: join(home, 'log'),
    RABBITMQ_ENABLED_PLUGINS_FILE: join(home, 'enabled_plugins'),
    RABBITMQ_CONFIG_FILE: join(home, 'rabbitmq'),
    RABBITMQ_CONF_ENV_FILE: '/dev/null',
  };
  const server = processes.start('rabbitmq', script, [], env);
  const url = `amqp://guest:guest@127.0.0.1:${port}`;
  await bringUp(server, url);
  step(`RabbitMQ answers on 127.0.0.1:${port}`);
  return url;
}

async function endMapper(home: string): Promise<void> {
  const file = join(home, 'mapper.port');
  const epmd = onPath('epmd');
  if (!existsSync(file) || epmd === undefined) return;
  await command(epmd, ['-port', readFileSync(file, 'utf8'), '-kill']).catch(() => undefined);
}

async function fromDocker(folder: string, processes: Processes, tried: string[]): Promise<string | undefined> {
  if (onPath('docker') === undefined) {
    tried.push('a Docker engine: no docker on the PATH');
    return undefined;
  }
  try {
    await command('docker', ['info']);
  } catch (error) {
    tried.push(`a Docker engine: ${reasonOf(error)}`);
    return undefined;
  }
  const port = await freePort();
  const url = `amqp://guest:guest@127.0.0.1:${port}`;
  const home = join(folder, 'rabbitmq-docker');
  mkdirSync(home, { recursive: true });
  // The host name is part of the node's name, and that of the place of its data.
  const args = [
    'run',
    '--rm',
    '--hostname',
    'consult',
    '-v',
    `${home}:/var/lib/rabbitmq`,
    '-p',
    `127.0.0.1:${port}:5672`,
    'rabbitmq:4.1',
  ];
  const server = processes.start('rabbitmq', 'docker', args, { PATH: process.env['PATH'] ?? '' });
  await bringUp(server, url);
  return url;
}

async function bringUp(server: Running, url: string): Promise<void> {
  const until = Date.now() + UP_WITHIN_MS;
  for (;;) {
    try {
      return await answers(url);
    } catch (error) {
      if (!isRunning(server))
        throw new Error(`RabbitMQ ended at once; its last lines:\n${logTail(server.logFile)}`, { cause: error });
      if (Date.now() > until) throw new Error(`RabbitMQ does not answer: ${reasonOf(error)}`, { cause: error });
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

async function answers(url: string): Promise<void> {
  const connection = await connect(url, { timeout: ANSWER_WITHIN_MS });
  await connection.close();
}
