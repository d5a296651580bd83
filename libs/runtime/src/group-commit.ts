import { refuse } from './errors.ts';

/** Brings single writes to the database, together where there are many. */
export interface GroupCommit<Write, Outcome> {
  /**
   * What became of this write. Throws when it failed, or when nothing is known about it. Refusals: dependency_unavailable
   * when too many wait.
   */
  commit(write: Write): Promise<Outcome>;
}

export interface GroupCommitOptions<Write, Outcome> {
  /** Carries a batch out: an outcome for each write, in their order. Throws when nothing is known of any of them. */
  writeAll: (writes: readonly Write[]) => Promise<readonly PromiseSettledResult<Outcome>[]>;
  /** Writes in one batch. */
  batchMax: number;
  /** Writes that wait for their batch; beyond it callers are told to come back. */
  waitingMax: number;
}

/** Two: while the database works on one, the next is put together. What comes at once is shared out among those that are free. */
const BATCHES_IN_FLIGHT_MAX = 2;
/**
 * A second batch leaves only with so much in it: fewer writes are done sooner when they wait for the one under way and go together,
 * since a command costs as much as several writes.
 */
const SECOND_BATCH_MIN = 8;

interface Waiting<Write, Outcome> {
  write: Write;
  resolve: (outcome: Outcome) => void;
  reject: (error: unknown) => void;
}

/**
 * Whatever is asked for while batches are under way goes into the next one: alone when there is nothing else to do, so that an
 * idle service has no wait.
 */
export function createGroupCommit<Write, Outcome>(
  options: GroupCommitOptions<Write, Outcome>,
): GroupCommit<Write, Outcome> {
  const { writeAll, batchMax, waitingMax } = options;
  const waiting: Waiting<Write, Outcome>[] = [];
  let inFlight = 0;
  let scheduled = false;

  /** After what is on this turn of the event loop: callers that a batch has just answered come back at once, all together. */
  function schedule(): void {
    if (scheduled || inFlight >= BATCHES_IN_FLIGHT_MAX || waiting.length < (inFlight === 0 ? 1 : SECOND_BATCH_MIN))
      return;
    scheduled = true;
    setImmediate(() => {
      scheduled = false;
      const share = Math.ceil(waiting.length / (BATCHES_IN_FLIGHT_MAX - inFlight));
      const size = Math.min(Math.max(share, SECOND_BATCH_MIN), batchMax);
      inFlight += 1;
      void carryOut(writeAll, waiting.splice(0, size)).finally(() => {
        inFlight -= 1;
        schedule();
      });
      schedule();
    });
  }

  return {
    commit: async (write) => {
      if (waiting.length >= waitingMax) return refuse('dependency_unavailable', { dependency: 'database' });
      return new Promise<Outcome>((resolve, reject) => {
        waiting.push({ write, resolve, reject });
        schedule();
      });
    },
  };
}

async function carryOut<Write, Outcome>(
  writeAll: GroupCommitOptions<Write, Outcome>['writeAll'],
  batch: readonly Waiting<Write, Outcome>[],
): Promise<void> {
  try {
    const outcomes = await writeAll(batch.map(({ write }) => write));
    for (const [index, { resolve, reject }] of batch.entries()) {
      const outcome = outcomes[index];
      if (outcome?.status === 'fulfilled') resolve(outcome.value);
      else reject(outcome?.reason ?? new Error('a write of the batch has no outcome'));
    }
  } catch (error) {
    for (const { reject } of batch) reject(error);
  }
}
