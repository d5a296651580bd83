import { setTimeout as delay } from 'node:timers/promises';

/** Has those who come within `ms` of the first go on together: for what nobody waits for, and what is cheaper done for many. */
export function gather(ms: number): () => Promise<void> {
  let together: Promise<void> | undefined;
  async function wait(): Promise<void> {
    await delay(ms);
    together = undefined;
  }
  return () => (together ??= wait());
}
