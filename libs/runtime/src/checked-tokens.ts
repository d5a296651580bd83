import { systemClock } from './clock.ts';

const REMEMBERED_MS = 20_000;
const REMEMBERED_MAX = 1_000;
/** Tokens are technical time. */
const wallClock = systemClock();

/** What a token says, and until when (technical time, epoch ms). */
export interface Checked<T> {
  says: T;
  endsAtMs: number;
}

/**
 * Checks a token once for all calls of the next 20 s, and never beyond its end: a signature costs more than most of what a call
 * does. What is refused is not remembered. Throws what `check` throws.
 */
export function checkedOnce<T>(check: (token: string) => Promise<Checked<T>>): (token: string) => Promise<T> {
  const remembered = new Map<string, { says: T; until: number }>();
  return async (token) => {
    const known = remembered.get(token);
    if (known !== undefined && known.until > performance.now()) return known.says;
    const { says, endsAtMs } = await check(token);
    const leftMs = Math.min(REMEMBERED_MS, endsAtMs - wallClock.wallNow().getTime());
    if (remembered.size >= REMEMBERED_MAX) remembered.clear();
    remembered.set(token, { says, until: performance.now() + leftMs });
    return says;
  };
}
