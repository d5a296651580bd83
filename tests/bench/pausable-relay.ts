import type { Relay } from '@consult/messaging/relay';

/** A relay that can leave events in their documents for a while, as when the broker is away. */
export interface PausableRelay {
  relay: Relay;
  /** While `work` runs nothing is published at once; the relay's sweep, which leaves events alone for two seconds, finds it afterwards. */
  without<T>(work: () => Promise<T>): Promise<T>;
}

/** This relay, with its nudges held back when asked; everything else is the relay's own. */
export function pausable(relay: Relay): PausableRelay {
  let paused = false;
  return {
    relay: { ...relay, nudge: (...news) => (paused ? undefined : relay.nudge(...news)) },
    async without(work) {
      paused = true;
      try {
        return await work();
      } finally {
        paused = false;
      }
    },
  };
}
