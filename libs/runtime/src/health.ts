/** A dependency that has not answered by then counts as not ready. */
const CHECK_TIMEOUT_MS = 2_000;

export type Checks = Record<string, () => Promise<void>>;

/** Runs all readiness checks at once; each has its own bound. */
export async function runChecks(checks: Checks): Promise<{ ready: boolean; results: Record<string, string> }> {
  const results = await Promise.all(
    Object.entries(checks).map(async ([name, check]) => [name, await outcome(check)] as const),
  );
  return { ready: results.every(([, result]) => result === 'ok'), results: Object.fromEntries(results) };
}

async function outcome(check: () => Promise<void>): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve('timeout'), CHECK_TIMEOUT_MS);
  });
  const run = check().then(
    () => 'ok',
    () => 'failed',
  );
  return Promise.race([run, timeout]).finally(() => clearTimeout(timer));
}
