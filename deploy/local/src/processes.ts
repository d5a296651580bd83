import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { endProcess, isOurs } from './pids.ts';

/** A service has this long to end by itself before it is made to; its own bound is shorter. */
const GRACE_MS = 12_000;
const LOG_TAIL_LINES = 25;

export interface Running {
  name: string;
  child: ChildProcess;
  logFile: string;
  /** Ends the process and waits for it. Ending twice is fine. */
  stop(): Promise<void>;
}

interface Noted {
  pid: number;
  mark: string;
}

/** The processes of one stack. They are noted in a file, so that the next start can end what a killed launcher left behind. */
export interface Processes {
  start(name: string, file: string, args: string[], env: Record<string, string>): Running;
  /** What has to be done after the last process has ended. */
  afterStop(fn: () => Promise<void>): void;
  stopAll(): Promise<void>;
}

/** Keeps processes under `folder`: their logs in `logs/`, their ids in `processes.json`. */
export function createProcesses(folder: string): Processes {
  mkdirSync(join(folder, 'logs'), { recursive: true });
  const running: Running[] = [];
  const noted: Noted[] = [];
  const after: (() => Promise<void>)[] = [];
  return {
    afterStop: (fn) => after.push(fn),
    start(name, file, args, env) {
      const logFile = join(folder, 'logs', `${name}.log`);
      const log = openSync(logFile, 'a');
      // A group of its own: Ctrl-C reaches the launcher only, which then ends everything in order.
      const child = spawn(file, args, { env, stdio: ['ignore', log, log], detached: true });
      closeSync(log);
      if (child.pid !== undefined) noted.push({ pid: child.pid, mark: args.at(-1) ?? file });
      writeFileSync(notesOf(folder), JSON.stringify(noted));
      const one = { name, child, logFile, stop: () => stop(child) };
      running.push(one);
      return one;
    },
    async stopAll() {
      // Last started, first ended: nothing loses what it needs while it ends.
      for (const one of running.toReversed()) await one.stop();
      for (const fn of after) await fn();
      writeFileSync(notesOf(folder), '[]');
    },
  };
}

/** Ends what an earlier, killed launcher left running. Answers how many processes that were. */
export async function endLeftovers(folder: string): Promise<number> {
  if (!existsSync(notesOf(folder))) return 0;
  const noted = JSON.parse(readFileSync(notesOf(folder), 'utf8')) as Noted[];
  const left = noted.toReversed().filter(({ pid, mark }) => isOurs(pid, mark));
  await Promise.all(left.map(({ pid }) => endProcess(pid, GRACE_MS)));
  writeFileSync(notesOf(folder), '[]');
  return left.length;
}

/** Folders below this one in which processes were noted. */
export function stacksUnder(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .filter((path) => existsSync(notesOf(path)));
}

/** The last lines a process has written. */
export function logTail(logFile: string): string {
  if (!existsSync(logFile)) return '';
  return readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-LOG_TAIL_LINES).join('\n');
}

/** True while the process runs. */
export function isRunning({ child }: Running): boolean {
  return child.exitCode === null && child.signalCode === null;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const exited = new Promise((resolve) => child.once('exit', resolve));
  await Promise.all([exited, endProcess(child.pid, GRACE_MS)]);
}

const notesOf = (folder: string): string => join(folder, 'processes.json');
