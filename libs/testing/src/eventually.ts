const FIRST_WAIT_MS = 10;
const WAIT_MAX_MS = 200;
const WITHIN_MS = 10_000;

/** Tries until fn no longer throws, and answers what it answers; throws its last error when the time is over. */
export async function eventually<T>(fn: () => Promise<T> | T, { withinMs = WITHIN_MS } = {}): Promise<T> {
  const endsAt = performance.now() + withinMs;
  for (let waitMs = FIRST_WAIT_MS; ; waitMs = Math.min(waitMs * 2, WAIT_MAX_MS)) {
    try {
      return await fn();
    } catch (error) {
      if (performance.now() + waitMs > endsAt) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, waitMs));
  }
}
