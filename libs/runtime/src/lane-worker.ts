import type { Part } from './app.ts';
import type { Logger } from './logger.ts';
import type { Worker } from './worker.ts';

/** What is in hand at the end has so long to be finished. */
const STOP_WAIT_MS = 10_000;

export interface LaneWork {
  name: string;
  /** Pieces in hand at once by one process. */
  lanes: number;
  /** Pieces a lane takes before the others of the process have their turn. */
  batch: number;
  /** Takes the next piece that is due, says so, and does it, failures included; false when there is none. */
  next(taken: () => void): Promise<boolean>;
  logger: Logger;
}

/** Works through what waits: at once when nudged, and by a tick for what was left behind or put off. */
export interface LaneWorker extends Worker, Part {
  /** There is something new. Never waits, never throws. */
  nudge(): void;
  /** Nothing is in hand. */
  resting(): boolean;
  /** Pieces done since the start. */
  done(): number;
}

/**
 * A worker whose pieces are taken one by one from a place that gives each to one taker only (a lease). A lane that finds
 * something calls another, up to `lanes`; while nothing waits, a tick asks once.
 */
export function laneWorker(work: LaneWork): LaneWorker {
  const { name, lanes, batch, logger } = work;
  const running = new Set<Promise<number>>();
  let done = 0;
  let missed = false;
  let stopped = false;

  async function lane(): Promise<number> {
    let found = 0;
    // The first piece of a lane calls the next lane while it is being done.
    while (!stopped && found < batch && (await work.next(() => found === 0 && nudge()))) {
      found += 1;
      done += 1;
    }
    if (found === batch) missed = true;
    return found;
  }

  function open(): Promise<number> {
    // Counted before it looks for work: what it finds may open the next one.
    const opened = Promise.resolve()
      .then(lane)
      .finally(() => {
        running.delete(opened);
        // What came while all lanes were busy may have come after they had looked for the last time.
        if (missed) nudge();
      });
    running.add(opened);
    return opened;
  }

  function nudge(): void {
    missed = running.size >= lanes;
    if (missed || stopped) return;
    open().catch((error: unknown) => logger.warn({ err: error, worker: name }, 'nudged work failed'));
  }

  return {
    name,
    nudge,
    async tick() {
      const found = await open();
      await Promise.allSettled(running);
      return found;
    },
    resting: () => running.size === 0,
    done: () => done,
    start() {
      stopped = false;
    },
    async stop() {
      stopped = true;
      const bound = new Promise((resolve) => setTimeout(resolve, STOP_WAIT_MS).unref());
      await Promise.race([Promise.allSettled(running), bound]);
    },
  };
}
