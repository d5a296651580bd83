import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
/** Longest a helper command may take: a download of some tens of megabytes on a slow line. */
const COMMAND_TIMEOUT_MS = 300_000;
const OUTPUT_MAX_BYTES = 16 * 1024 * 1024;

/** Runs a helper command to its end; rejects with the last line it wrote when it fails. */
export async function command(file: string, args: string[], env: NodeJS.ProcessEnv = process.env): Promise<string> {
  try {
    const { stdout } = await run(file, args, { env, timeout: COMMAND_TIMEOUT_MS, maxBuffer: OUTPUT_MAX_BYTES });
    return stdout;
  } catch (error) {
    const stderr = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
    throw new Error(stderr.split('\n').at(-1) || (error instanceof Error ? error.message : String(error)), {
      cause: error,
    });
  }
}

/** Where a program is on the PATH, if it is. */
export function onPath(program: string): string | undefined {
  const { status, stdout } = spawnSync('sh', ['-c', `command -v ${program}`], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}
