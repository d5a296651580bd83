import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAlive } from './pids.ts';

/** Below the range from which the system gives ports to outgoing connections, so that none is lost to one of those. */
const FIRST = 14_000;
const LAST = 31_999;
const TRIES_MAX = 500;
const reservations = join(tmpdir(), 'consult-ports');
/** Given out by this process: what is not listened on yet must not be given out again. */
const given = new Set<number>();

/** A free port, reserved for this process until it ends: two stacks that start at once never get the same. */
export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < TRIES_MAX; attempt += 1) {
    const port = FIRST + Math.floor(Math.random() * (LAST - FIRST));
    if (reserve(port) && (await canListen(port))) return port;
  }
  throw new Error(`no free port between ${FIRST} and ${LAST}`);
}

/** The wanted port or the next free one after it. */
export async function nextPort(wanted: number): Promise<number> {
  for (let port = wanted; port < wanted + TRIES_MAX; port += 1) {
    if (reserve(port) && (await canListen(port))) return port;
  }
  throw new Error(`no free port from ${wanted} on`);
}

function reserve(port: number): boolean {
  if (given.has(port)) return false;
  mkdirSync(reservations, { recursive: true });
  const file = join(reservations, String(port));
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    given.add(port);
    return true;
  } catch {
    if (holds(file)) return false;
    rmSync(file, { force: true });
    return reserve(port);
  }
}

function holds(file: string): boolean {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    return pid !== process.pid && isAlive(pid);
  } catch {
    return false;
  }
}

function canListen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
