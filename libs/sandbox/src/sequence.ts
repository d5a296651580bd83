const STEPS_PER_MS = 1_000;
let last = 0;

/**
 * A number that only grows, over restarts too. Business time stands still between advances, so that
 * "newest first" cannot be read from the `created` of what was made under the test clock.
 */
export function nextSequence(wallNow: Date): number {
  last = Math.max(last + 1, wallNow.getTime() * STEPS_PER_MS);
  return last;
}
