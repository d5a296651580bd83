import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { eventually } from '@consult/testing/eventually';

const UP_WITHIN_MS = 30_000;

/** A part of the system as an image runs it: nothing in its environment but what it is given. */
export interface Part {
  /** Everything it has written. */
  output(): string;
  /** Exit code, or the signal that ended it. */
  ended: Promise<number | string>;
  /** Where its HTTP is, once it is up. */
  url(): Promise<string>;
  stop(): Promise<void>;
}

/** Starts a part from its sources; `entry` is its folder. */
export function startPart(entry: string, env: Record<string, string>): Part {
  const main = fileURLToPath(new URL(`../../${entry}/src/main.ts`, import.meta.url));
  const child = spawn(process.execPath, ['--conditions=source', main], {
    env: { PATH: process.env['PATH'] ?? '', NODE_ENV: 'production', NODE_NO_WARNINGS: '1', ...env },
    stdio: 'pipe',
  });
  const output = outputOf(child);
  const ended = once(child, 'close').then(([code, signal]) => (code ?? signal) as number | string);
  return {
    output,
    ended,
    url: () => eventually(() => urlIn(output()), { withinMs: UP_WITHIN_MS }),
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function outputOf(child: ChildProcess): () => string {
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return () => output;
}

/** A service says where it listens when it is up. */
function urlIn(output: string): string {
  const port = /"httpPort":(\d+),"msg":"\w+ is up"/.exec(output)?.[1];
  if (port === undefined) throw new Error(`not up yet:\n${output}`);
  return `http://127.0.0.1:${port}`;
}
