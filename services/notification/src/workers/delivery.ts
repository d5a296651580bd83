import type { Part } from '@consult/runtime/app';
import type { Logger } from '@consult/runtime/logger';
import type { Worker } from '@consult/runtime/worker';
import { deliverNext } from '../operations/deliver.ts';
import type { Deps } from '../operations/deps.ts';

const DELIVERY_BATCH_MAX = 48;
const LANES = 4;

/** Sends what is queued, some mails at a time. */
export function delivery(deps: Deps): Worker {
  const lane = async () => {
    let done = 0;
    while (done < DELIVERY_BATCH_MAX / LANES && (await deliverNext(deps))) done += 1;
    return done;
  };
  return {
    name: 'delivery',
    async tick() {
      const lanes = await Promise.all(Array.from({ length: LANES }, lane));
      return lanes.reduce((total, done) => total + done, 0);
    },
  };
}

/** Runs a worker's tick when told rather than at its next interval; told twice while it runs, it runs once more. */
export function tickSoon(worker: () => Worker, logger: Logger): Part & { nudge(): void } {
  let wanted = false;
  let running: Promise<void> | undefined;
  let stopped = false;

  async function run(): Promise<void> {
    while (wanted && !stopped) {
      wanted = false;
      // What a failed tick leaves is found by the next one.
      await worker()
        .tick()
        .catch((error: unknown) => logger.warn({ err: error, worker: worker().name }, 'nudged tick failed'));
    }
    running = undefined;
  }

  return {
    nudge() {
      wanted = true;
      if (!stopped) running ??= run();
    },
    start: () => {},
    async stop() {
      stopped = true;
      await running;
    },
  };
}
