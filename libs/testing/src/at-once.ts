/** Calls that all start at the same moment; what those who got through have, and how the others were refused. */
export async function atOnce<T>(calls: readonly (() => Promise<T>)[]): Promise<{ won: T[]; lost: unknown[] }> {
  let start = () => {};
  const started = new Promise<void>((resolve) => {
    start = resolve;
  });
  const running = calls.map((call) => started.then(call));
  start();
  const outcomes = await Promise.allSettled(running);
  return {
    won: outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : [])),
    lost: outcomes.flatMap((outcome): unknown[] => (outcome.status === 'rejected' ? [outcome.reason] : [])),
  };
}
