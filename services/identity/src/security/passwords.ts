import { hash, verify } from '@node-rs/argon2';
import { AppError } from '@consult/runtime/errors';
import { newSecret } from './secrets.ts';

/** OWASP's figures for argon2id (the library's default algorithm): 19 MiB, two passes. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
/** Each hash holds 19 MiB and a thread; the rest of the work needs threads too. */
const RUNNING_MAX = 2;
const WAITING_MAX = 200;

export interface Passwords {
  hash(password: string): Promise<string>;
  /** Takes as long for a missing hash as for a wrong password. */
  matches(stored: string | undefined, password: string): Promise<boolean>;
}

/** Hashing with a bound on how much runs and waits at once. Refusals: rate_limited. */
export async function createPasswords(): Promise<Passwords> {
  const run = createGate();
  // Nobody knows this password; checking against its hash costs what a real check costs.
  const nobodys = await hash(newSecret(), COST);
  return {
    hash: (password) => run(() => hash(password, COST)),
    matches: async (stored, password) => (await run(() => verify(stored ?? nobodys, password))) && stored !== undefined,
  };
}

function createGate(): <T>(work: () => Promise<T>) => Promise<T> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (running >= RUNNING_MAX) {
      if (waiting.length >= WAITING_MAX) throw new AppError('rate_limited');
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else running += 1;
    try {
      return await work();
    } finally {
      // The place goes to the next in line, or is free.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
