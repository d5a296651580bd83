import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DATA_DIR } from './paths.ts';
import { isOurs } from './pids.ts';
import { isRunning, logTail } from './processes.ts';
import { die, step } from './say.ts';
import { seed } from './seed.ts';
import { CLIENT, CONSULTANTS, DEMO, DEMO_PASSWORD, FINANCE, SECOND } from './seed-data.ts';
import { SERVICES } from './services.ts';
import { type Stack, startStack } from './stack.ts';
import { table } from './table.ts';

/** A service that ends by itself is started again so often; after that it has a fault that starting does not cure. */
const RESTARTS_MAX = 5;
const WATCH_MS = 1_000;
/** Settings that reach every part as they are. */
const PASSED_ON = ['LOG_LEVEL', 'OTLP_URL'];
const noteFile = join(DATA_DIR, 'stack.json');
const MARK = 'deploy/local/src/start.ts';

const started = Date.now();
let stopping = false;
main().catch(die);

async function main(): Promise<void> {
  refuseSecondLauncher();
  mkdirSync(DATA_DIR, { recursive: true });
  step('Starting Consult in sandbox mode, on this machine only');
  const stack = await startStack({
    namespace: process.env['CONSULT_NAMESPACE'] ?? 'consult',
    folder: DATA_DIR,
    wellKnownPorts: true,
    progress: step,
    env: passedOn(process.env),
    ...(process.env['CONSULT_CLOCK_START'] === undefined ? {} : { clockStart: process.env['CONSULT_CLOCK_START'] }),
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(stack));
  const watch = setInterval(() => revive(stack), WATCH_MS);
  watch.unref();
  try {
    step('Making sure of the demo tenants, people and packages');
    await seed(stack);
  } catch (error) {
    await stack.stop();
    throw error;
  }
  if (stopping) return;
  const overview = overviewOf(stack);
  note(stack, overview);
  console.log(
    `\n${overview}\n\nReady in ${Math.round((Date.now() - started) / 1_000)} s. Logs: ${join(DATA_DIR, 'logs')}. Ctrl-C ends it; npm run reset wipes its data.`,
  );
  // The watch alone must not keep us, the running stack must.
  watch.ref();
}

function passedOn(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(PASSED_ON.map((name) => [name, env[name] ?? '']).filter(([, value]) => value !== ''));
}

/** Two launchers on one data folder would fight over it. */
function refuseSecondLauncher(): void {
  if (!existsSync(noteFile)) return;
  const running = JSON.parse(readFileSync(noteFile, 'utf8')) as { pid: number; overview: string };
  if (!isOurs(running.pid, MARK)) return;
  console.log(`Consult is running already (process ${running.pid}):\n\n${running.overview}`);
  process.exit(0);
}

/** What the operator's commands need to find this stack. */
function note(stack: Stack, overview: string): void {
  const { namespace, mongoUri, amqpUrl, urls } = stack;
  const reach = {
    identityGrpc: stack.grpcUrl('identity'),
    creditsGrpc: stack.grpcUrl('credits'),
    billingGrpc: stack.grpcUrl('billing'),
  };
  writeFileSync(
    noteFile,
    JSON.stringify({ pid: process.pid, namespace, mongoUri, amqpUrl, urls, ...reach, overview }, undefined, 2),
    { mode: 0o600 },
  );
}

async function stop(stack: Stack): Promise<void> {
  if (stopping) return;
  stopping = true;
  console.log('\n• Stopping');
  await stack.stop().catch(die);
  console.log('• Stopped; everything is kept for the next start');
  process.exit(0);
}

const restarts = new Map<string, number>();

/** Starts a part again that has ended by itself, and says so. */
function revive(stack: Stack): void {
  if (stopping) return;
  for (const name of ['sandbox', ...SERVICES] as const) {
    const part = stack.part(name);
    const times = (restarts.get(name) ?? 0) + 1;
    if (isRunning(part) || times > RESTARTS_MAX) continue;
    restarts.set(name, times);
    console.error(`✗ ${name} ended by itself; its last lines (${part.logFile}):\n${logTail(part.logFile)}`);
    if (times === RESTARTS_MAX) console.error(`✗ ${name} is started for the last time (${times} of ${RESTARTS_MAX})`);
    stack.restart(name).then(
      () => step(`${name} runs again`),
      (error: unknown) => console.error(`✗ ${String(error)}`),
    );
  }
}

function overviewOf(stack: Stack): string {
  const { gateway, stripe, mailbox } = stack.urls;
  const urls = [
    ['API', gateway],
    ['API reference', `${gateway}/docs`],
    ['Mailbox', mailbox],
    [stack.realStripe ? 'Stripe' : 'Stripe sandbox', stripe],
    ['Test clock', stack.realStripe ? 'real time (Stripe keys are set)' : `${gateway}/sandbox/clock`],
  ];
  const logins = [
    [DEMO.slug, 'admin', DEMO.adminEmail],
    [DEMO.slug, 'finance', FINANCE.email],
    ...CONSULTANTS.map(({ email }) => [DEMO.slug, 'consultant', email]),
    [DEMO.slug, 'client', CLIENT.email],
    ...(stack.realStripe ? [] : [[SECOND.slug, 'admin', SECOND.adminEmail]]),
  ];
  return `${table(['What', 'Where'], urls)}\n\n${table(['Tenant', 'Role', `E-mail (password ${DEMO_PASSWORD})`], logins)}`;
}
