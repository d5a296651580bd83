/** Runs work of one key one after another, work of different keys side by side. */
export type InTurn = <T>(key: string, work: () => Promise<T>) => Promise<T>;

/**
 * Lines for the commands of one process: those of one account would only make each other lose at the version check.
 * Correctness does not rest on it: other replicas have lines of their own.
 */
export function createLines(): InTurn {
  /** The last in line per key. */
  const lines = new Map<string, Promise<void>>();

  return async (key, work) => {
    const before = lines.get(key) ?? Promise.resolve();
    const mine = before.then(work);
    const settled = mine.then(nothing, nothing);
    lines.set(key, settled);
    try {
      return await mine;
    } finally {
      if (lines.get(key) === settled) lines.delete(key);
    }
  };
}

function nothing(): void {}
