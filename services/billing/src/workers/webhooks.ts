import type { Worker } from '@consult/runtime/worker';
import type { Deps } from '../operations/deps.ts';
import { followNextHeard } from '../operations/follow-heard.ts';
import { waitingHeard } from '../store/webhook-inbox.ts';

/** Events worked on at once by one process: bounded by what Stripe lets us ask. */
const AT_ONCE_MAX = 8;
const BATCH_MAX = 100;
const STOP_WAIT_MS = 10_000;

/** Works through the webhook inbox: at once when nudged, and by a tick for what was left behind or put off. */
export interface WebhookWorker extends Worker {
  /** There is a new event. Never waits, never throws. */
  nudge(): void;
  /** Nothing waits to be worked on, and nothing is in hand. */
  idle(): Promise<boolean>;
  /** Events worked on since the start. */
  followed(): number;
  start(): void;
  /** Begins no more and waits, within a bound, for what is in hand. */
  stop(): Promise<void>;
}

export function webhookWorker(deps: Deps): WebhookWorker {
  const running = new Set<Promise<number>>();
  let followed = 0;
  let stopped = false;

  async function drain(): Promise<number> {
    let done = 0;
    while (!stopped && done < BATCH_MAX && (await followNextHeard(deps))) {
      done += 1;
      followed += 1;
    }
    return done;
  }

  function run(): Promise<number> {
    const work = drain().finally(() => running.delete(work));
    running.add(work);
    return work;
  }

  return {
    name: 'webhooks',
    tick: () => run(),
    nudge() {
      // Those that run will come to it: each asks for the next one until there is none.
      if (stopped || running.size >= AT_ONCE_MAX) return;
      run().catch((error: unknown) => deps.logger.error({ err: error }, 'webhook inbox not worked on'));
    },
    idle: async () => running.size === 0 && (await waitingHeard(deps.inbox)) === 0,
    followed: () => followed,
    start() {
      stopped = false;
    },
    async stop() {
      stopped = true;
      const bound = new Promise((resolve) => setTimeout(resolve, STOP_WAIT_MS).unref());
      await Promise.race([Promise.allSettled(running), bound]);
    },
  };
}
