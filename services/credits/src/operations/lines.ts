import { setImmediate as nextTurn } from 'node:timers/promises';
import { refuse } from '@consult/runtime/errors';

/** What is carried out together. */
const FOLD_MAX = 64;
/** Beyond it callers are told to come back. */
const WAITING_MAX = 1_000;

/** Lines of work by key: what waits in one line is carried out together, different lines side by side. */
export interface Lines<T> {
  /** Joins a line; whoever comes first has `carryOut` called for all that wait. It must never reject. Refusals: dependency_unavailable when the line is too long. */
  join(key: string, one: T, carryOut: (all: T[]) => Promise<void>): void;
}

/**
 * Lines for the commands of one process: those of one account would only make each other lose at the version check.
 * Correctness does not rest on it: other replicas have lines of their own.
 */
export function createLines<T>(): Lines<T> {
  const lines = new Map<string, T[]>();

  async function serve(key: string, line: T[], carryOut: (all: T[]) => Promise<void>): Promise<void> {
    while (line.length > 0) {
      await carryOut(line.splice(0, FOLD_MAX));
      // Callers that have just been answered and come back at once go together.
      await nextTurn();
    }
    lines.delete(key);
  }

  return {
    join(key, one, carryOut) {
      const line = lines.get(key);
      if (line === undefined) {
        const begun = [one];
        lines.set(key, begun);
        void serve(key, begun, carryOut);
      } else if (line.length < WAITING_MAX) line.push(one);
      else refuse('dependency_unavailable', { dependency: 'database' });
    },
  };
}
