/** What a closed loop has done. */
export interface Round {
  opsPerSecond: number;
  p50Ms: number;
  p99Ms: number;
}

/** So many lanes, each doing one operation after another for this long; what is under way at the end is waited for and counted. */
export async function closedLoop(
  lanes: number,
  durationMs: number,
  operation: (lane: number) => Promise<unknown>,
): Promise<Round> {
  const latencies: number[] = [];
  const started = performance.now();
  const run = async (_: unknown, lane: number) => {
    while (performance.now() - started < durationMs) {
      const begun = performance.now();
      await operation(lane);
      latencies.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: lanes }, run));
  return roundOf(latencies, performance.now() - started);
}

/** So many operations, this many at a time; answers how long each took, in ms. */
export async function fixedCount(lanes: number, count: number, operation: () => Promise<unknown>): Promise<number[]> {
  const latencies: number[] = [];
  let left = count;
  const lane = async () => {
    while (left > 0) {
      left -= 1;
      const begun = performance.now();
      await operation();
      latencies.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return latencies;
}

/** What these latencies make, in so many milliseconds. */
export function roundOf(latencies: number[], tookMs: number): Round {
  const sorted = [...latencies].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { opsPerSecond: (latencies.length / tookMs) * 1_000, p50Ms: at(0.5), p99Ms: at(0.99) };
}

/** The middle one; of an even number, between the middle two. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low = Number.NaN, high = low] = sorted.slice(Math.ceil(middle) - 1, Math.floor(middle) + 1);
  return (low + high) / 2;
}

/** The median of each figure over all rounds. */
export function medianRound(rounds: readonly Round[]): Round {
  const of = (figure: keyof Round) => median(rounds.map((round) => round[figure]));
  return { opsPerSecond: of('opsPerSecond'), p50Ms: of('p50Ms'), p99Ms: of('p99Ms') };
}
