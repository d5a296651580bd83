import type { Logger } from './logger.ts';

/** Work that is looked for: expiries, reminders, sweeps. Time comes from the clock its service was built with. */
export interface Worker {
  name: string;
  /** Does one bounded batch of what is due now; answers how much it did, 0 when nothing was left. */
  tick(): Promise<number>;
  /** The earliest instant of business time up to `until` at which there is something to do; workers on technical time leave it out. */
  nextDue?(until: Date): Promise<Date | undefined>;
}

export interface Workers {
  start(): void;
  /** No new tick begins; answers when the running ones have ended. */
  stop(): Promise<void>;
  /** The earliest due instant of all workers, up to `until`. */
  nextDue(until: Date): Promise<Date | undefined>;
  /** Ticks all workers until none finds anything to do; answers how much was done. */
  runDue(): Promise<number>;
  /** True while a tick is running. */
  busy(): boolean;
  /** How much has been done since the start. */
  worked(): number;
}

/** Enough for any real backlog; a worker that never says 0 is a mistake, and is logged. */
const RUN_DUE_ROUNDS_MAX = 1_000;

/** Ticks each worker every `intervalMs`, at once again while there is more. Ticks of one worker never overlap; a failure waits for the next tick. */
export function createWorkers(workers: Worker[], options: { logger: Logger; intervalMs: number }): Workers {
  const { logger } = options;
  const loops = workers.map((worker) => createLoop(worker, options));
  const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);

  return {
    start: () => loops.forEach((loop) => loop.start()),
    stop: async () => {
      await Promise.all(loops.map((loop) => loop.stop()));
    },
    async nextDue(until) {
      const instants = await Promise.all(workers.map(async (worker) => worker.nextDue?.(until)));
      return instants.reduce(
        (first, next) => (first === undefined || (next !== undefined && next < first) ? next : first),
        undefined,
      );
    },
    async runDue() {
      let total = 0;
      for (let round = 0; round < RUN_DUE_ROUNDS_MAX; round += 1) {
        const done = sum(await Promise.all(loops.map((loop) => loop.tick())));
        if (done === 0) return total;
        total += done;
      }
      logger.error({ rounds: RUN_DUE_ROUNDS_MAX }, 'workers did not come to an end');
      return total;
    },
    busy: () => loops.some((loop) => loop.busy()),
    worked: () => sum(loops.map((loop) => loop.worked())),
  };
}

function createLoop(worker: Worker, { logger, intervalMs }: { logger: Logger; intervalMs: number }) {
  let last: Promise<number> = Promise.resolve(0);
  let waiting = 0;
  let worked = 0;
  let timer: NodeJS.Timeout | undefined;
  let started = false;

  async function once(): Promise<number> {
    try {
      const done = await worker.tick();
      worked += done;
      return done;
    } catch (error) {
      logger.error({ err: error, worker: worker.name }, 'tick failed');
      return 0;
    } finally {
      waiting -= 1;
    }
  }

  /** Waits for its turn: a tick that runs already may have missed what has just become due. */
  function next(): Promise<number> {
    waiting += 1;
    last = last.then(once);
    return last;
  }

  function loopIn(ms: number): void {
    timer = setTimeout(() => void loop(), ms);
  }

  async function loop(): Promise<void> {
    const done = await next();
    if (started) loopIn(done > 0 ? 0 : intervalMs);
  }

  return {
    start(): void {
      if (started) return;
      started = true;
      loopIn(intervalMs);
    },
    async stop(): Promise<void> {
      started = false;
      clearTimeout(timer);
      await last;
    },
    tick: next,
    busy: () => waiting > 0,
    worked: () => worked,
  };
}
