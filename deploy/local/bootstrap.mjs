/**
 * What a fresh machine needs before any of our own code can run: Node 24, pnpm and the packages of the lockfile.
 * Plain JavaScript for any Node ≥ 18, no dependencies. Every step says in one line what it does, and how to help when it fails.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const cache = join(root, '.cache');
const NODE_MAJOR = 24;
/** A registry that stalls is asked again: what has arrived is kept, so that a second try is short. */
const TRY_WITHIN_MS = 180_000;
const TRIES_MAX = 3;

/** Runs one of our scripts under Node 24 with everything installed; ends this process with its exit code. */
export function runPrepared(script, args) {
  const { node, env } = prepare();
  follow(node, ['--conditions=source', join(root, script), ...args], env);
}

/** Runs any command with Node 24, pnpm and the workspace's tools on the PATH. */
export function runCommand([command, ...args]) {
  if (command === undefined) fail('Name a command, for example: npm run with -- pnpm lint', '');
  follow(command, args, prepare().env);
}

function prepare() {
  const node = findNode();
  const pnpm = findPnpm();
  const bins = [join(cache, 'bin'), join(root, 'node_modules', '.bin'), join(node, '..')];
  const env = { ...process.env, PATH: [...bins, process.env.PATH].join(delimiter), NODE_NO_WARNINGS: '1' };
  linkPnpm(pnpm, node);
  install(node, pnpm, env);
  return { node, env };
}

function findNode() {
  if (Number(process.versions.node.split('.')[0]) >= NODE_MAJOR) return process.execPath;
  // The package of the platform carries the binary itself and needs no install script.
  const prefix = process.platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node';
  const name = `${prefix}-${process.platform}-${process.arch}`;
  const node = join(cache, 'node', 'node_modules', name, 'bin', 'node');
  if (!existsSync(node)) {
    say(`Getting Node ${NODE_MAJOR} (this is ${process.version})`);
    npmInstall(
      'node',
      `${name}@${NODE_MAJOR}`,
      `Install Node ${NODE_MAJOR} from https://nodejs.org and run this again.`,
    );
  }
  return node;
}

function findPnpm() {
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const pnpm = join(cache, 'pnpm', 'node_modules', 'pnpm', 'bin', 'pnpm.mjs');
  const installed = join(cache, 'pnpm', 'node_modules', 'pnpm', 'package.json');
  const version = packageManager.split('@')[1];
  if (!existsSync(installed) || JSON.parse(readFileSync(installed, 'utf8')).version !== version) {
    say(`Getting ${packageManager}`);
    npmInstall('pnpm', packageManager, 'Check that npm reaches its registry: npm ping');
  }
  return pnpm;
}

/** A `pnpm` on the PATH that is the pinned one, under the right Node. Put there whole, and once: another run may be using it. */
function linkPnpm(pnpm, node) {
  const file = join(cache, 'bin', 'pnpm');
  const script = `#!/bin/sh\nexec "${node}" "${pnpm}" "$@"\n`;
  if (existsSync(file) && readFileSync(file, 'utf8') === script) return;
  mkdirSync(join(cache, 'bin'), { recursive: true });
  writeFileSync(`${file}.${process.pid}`, script, { mode: 0o755 });
  renameSync(`${file}.${process.pid}`, file);
}

/** Installs from the lockfile, and only when it has changed since the last time. */
function install(node, pnpm, env) {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'pnpm-lock.yaml')))
    .digest('hex');
  const stamp = join(root, 'node_modules', '.consult-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  say('Installing packages from the lockfile');
  // Nobody is asked: a node_modules made with other settings is made anew.
  const flags = [
    '--frozen-lockfile',
    '--config.confirmModulesPurge=false',
    '--reporter=append-only',
    '--loglevel=warn',
  ];
  const args = [pnpm, 'install', ...flags];
  if (!tried(node, args, env))
    fail('pnpm install failed', 'Read its message above, or run: npm run with -- pnpm install');
  writeFileSync(stamp, lock);
}

function npmInstall(folder, wanted, fix) {
  const target = join(cache, folder);
  mkdirSync(target, { recursive: true });
  const flags = [
    '--no-audit',
    '--no-fund',
    '--no-save',
    '--ignore-scripts',
    '--no-update-notifier',
    '--loglevel=error',
  ];
  const args = ['install', '--prefix', target, ...flags, wanted];
  if (!tried('npm', args, process.env)) fail(`npm install ${wanted} failed`, fix);
}

/** Runs a command that fetches, some times within a bound each; what it warns of is shown. */
function tried(command, args, env) {
  for (let attempt = 1; attempt <= TRIES_MAX; attempt += 1) {
    const { status, error } = spawnSync(command, args, {
      cwd: root,
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
      timeout: TRY_WITHIN_MS,
      killSignal: 'SIGKILL',
    });
    if (status === 0) return true;
    say(`That did not work (${error?.message ?? `exit ${status}`}), attempt ${attempt} of ${TRIES_MAX}`);
  }
  return false;
}

/** Runs to the end; signals of the terminal reach the child by itself, those sent to us are passed on. */
function follow(command, args, env) {
  const child = spawn(command, args, { cwd: root, env, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => fail(error.message, ''));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
}

function say(line) {
  console.log(`• ${line}`);
}

function fail(what, fix) {
  console.error(`✗ ${what}${fix ? `\n  Fix: ${fix}` : ''}`);
  process.exit(1);
}
