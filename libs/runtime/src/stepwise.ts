import type { Logger } from './logger.ts';

/** Everything stops within this time, which leaves a busy machine two of the ten seconds; no single step may take all of it. */
const STOP_TOTAL_MS = 8_000;
const STOP_STEP_MAX_MS = 5_500;

type Step = () => Promise<void> | void;

/**
 * Starts things one after another and stops what was started in reverse, each within a bound; then closes.
 * A step that fails to stop, or takes too long, is logged and does not keep the others from stopping.
 */
export function stepwise(options: { logger: Logger; close: Step }): {
  run(name: string, start: Step, stop: Step): Promise<void>;
  stop(): Promise<void>;
} {
  const { logger } = options;
  const stops: { name: string; stop: Step }[] = [];
  let stopping: Promise<void> | undefined;

  async function stopAll(): Promise<void> {
    const endsAt = performance.now() + STOP_TOTAL_MS;
    for (const { name, stop } of [{ name: 'connections', stop: options.close }, ...stops].toReversed()) {
      const withinMs = Math.max(0, Math.min(STOP_STEP_MAX_MS, endsAt - performance.now()));
      try {
        await within(withinMs, stop);
      } catch (error) {
        logger.warn({ err: error, step: name }, 'did not stop cleanly');
      }
    }
  }

  return {
    async run(name, start, stop) {
      if (stopping) throw new Error('stopped before it had started');
      // Noted first: what fails half-way is stopped too.
      stops.push({ name, stop });
      await start();
    },
    stop() {
      stopping ??= stopAll();
      return stopping;
    },
  };
}

/** Runs a step; rejects when it is not done in time. */
export async function within(ms: number, step: Step): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`not within ${ms} ms`)), ms);
  });
  try {
    await Promise.race([step(), late]);
  } finally {
    clearTimeout(timer);
  }
}
