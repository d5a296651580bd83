/** How often each race is run: a few times in `npm test`, more in a proof. */
export const ROUNDS = Number(process.env['PROOF_ROUNDS'] ?? 1);

export const times = (count: number) => Array.from({ length: count }, (_, index) => index);
export const rounds = times(ROUNDS);

/** Calls that all start at the same moment; who got through, and how the others were refused. */
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
