import { AppError } from '@consult/runtime/errors';

/** Waits for the work at most this long, then throws `deadline_exceeded`. The work itself is not stopped. */
export async function within<T>(limitMs: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new AppError('deadline_exceeded', { limitMs })), limitMs);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** A wait that can be cut short. */
export interface Pause {
  for(ms: number): Promise<void>;
  /** Ends the wait at hand and all later ones. */
  end(): void;
}

export function createPause(): Pause {
  const ended = new AbortController();
  return {
    for: (ms) =>
      new Promise((resolve) => {
        if (ended.signal.aborted) return resolve();
        const finish = () => {
          clearTimeout(timer);
          ended.signal.removeEventListener('abort', finish);
          resolve();
        };
        const timer = setTimeout(finish, ms);
        ended.signal.addEventListener('abort', finish);
      }),
    end: () => ended.abort(),
  };
}
