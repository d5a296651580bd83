import { isAppError } from './errors.ts';
import type { Logger } from './logger.ts';
import type { Worker } from './worker.ts';

/** Documents stood aside at a time; beyond it all of them are tried again. */
const ASIDE_MAX = 1_000;

/** Which documents a tick asks for: at most `limit`, without these ids. */
export interface DuePage {
  except: string[];
  limit: number;
}

export interface DueWork<T> {
  name: string;
  /** Documents per tick. */
  batch: number;
  /** What is due now, the longest due first. */
  find(page: DuePage): Promise<T[]>;
  idOf(found: T): string;
  /** Does what is due of one document; answers how much, or whether anything. */
  settle(found: T): Promise<number | boolean>;
  nextDue?: NonNullable<Worker['nextDue']>;
  logger: Logger;
}

/**
 * A worker for documents that say themselves when they are due. One that fails stays due, but stands aside until the others
 * have had their turn: however many fail for good, none holds up what can be done. While somebody it asks is away, a tick ends
 * with its first failure.
 */
export function dueWorker<T>(work: DueWork<T>): Worker {
  const { name, batch, logger, nextDue } = work;
  const aside = new Set<string>();

  async function settleAll(due: T[]): Promise<{ done: number; isAway: boolean }> {
    let done = 0;
    for (const one of due) {
      try {
        done += Number(await work.settle(one));
      } catch (error) {
        const id = work.idOf(one);
        aside.add(id);
        const isAway = isAppError(error, 'dependency_unavailable') || isAppError(error, 'deadline_exceeded');
        logger[isAway ? 'warn' : 'error']({ worker: name, id, err: error }, 'due work failed; it is tried again');
        if (isAway) return { done, isAway };
      }
    }
    return { done, isAway: false };
  }

  return {
    name,
    async tick() {
      const due = await work.find({ except: [...aside], limit: batch });
      const { done, isAway } = await settleAll(due);
      // Once around: those that stood aside are due like any other again.
      if ((due.length < batch && !isAway) || aside.size >= ASIDE_MAX) aside.clear();
      return done;
    },
    ...(nextDue === undefined ? {} : { nextDue }),
  };
}
