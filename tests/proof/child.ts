import { type ChildProcess, spawn } from 'node:child_process';

const OUTPUT_TAIL_CHARS = 20_000;

export interface Ended {
  /** Absent: it was ended from outside. */
  code: number | undefined;
  timedOut: boolean;
  /** The end of what it wrote; empty where that was shown. */
  output: string;
}

interface Call {
  args: readonly string[];
  cwd: string;
  env: NodeJS.ProcessEnv;
  withinMs: number;
  /** Its output is for the reader, as it comes. */
  shown?: boolean;
}

const running = new Set<ChildProcess>();

/** Runs Node to its end, or ends it with everything it started when the time is up. */
export async function runNode({ args, cwd, env, withinMs, shown = false }: Call): Promise<Ended> {
  const stdio = shown ? 'inherit' : 'pipe';
  // A group of its own, so that what it starts ends with it.
  const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', stdio, stdio], detached: true });
  running.add(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output = (output + text).slice(-OUTPUT_TAIL_CHARS);
    });
  let timedOut = false;
  const bound = setTimeout(() => {
    timedOut = true;
    endGroup(child);
  }, withinMs);
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    });
    return { code: code ?? undefined, timedOut, output };
  } finally {
    clearTimeout(bound);
    running.delete(child);
  }
}

/** Ends everything that still runs. */
export function endChildren(): void {
  for (const child of running) endGroup(child);
}

function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    // It has just ended by itself.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
