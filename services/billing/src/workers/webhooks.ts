import { type LaneWorker, laneWorker } from '@consult/runtime/lane-worker';
import type { Deps } from '../operations/deps.ts';
import { aboutTheSame, followHeard, HEARD_LEASE_MS } from '../operations/follow-heard.ts';
import { claimHeard, type HeardEvent } from '../store/webhook-inbox.ts';

/** Events worked on at once by one process: bounded by what Stripe lets us ask. */
const AT_ONCE_MAX = 8;
const BATCH_MAX = 32;
const WAIT_MAX_MS = 5_000;
/** Stripe tells of one payment by several events at about the same time: one look is enough for those that are here by then. */
const GATHER_MS = 10;
/** More than one process can hear and follow at the same time. Stripe waits for the hearing only, and repeats what it gives up on. */
const FLOOD = { perSecond: 200, waitMs: 2_000 };

/** Works through the webhook inbox. Events about the same thing that came together are followed together. */
export function webhookWorker(deps: Deps): LaneWorker<HeardEvent> {
  return laneWorker({
    name: 'webhooks',
    lanes: AT_ONCE_MAX,
    batch: BATCH_MAX,
    waitMaxMs: WAIT_MAX_MS,
    gatherMs: GATHER_MS,
    flood: FLOOD,
    async take(limit) {
      const now = deps.clock.wallNow();
      return claimHeard(deps.inbox, { now, until: new Date(now.getTime() + HEARD_LEASE_MS), limit });
    },
    work: (events) => followHeard(deps, events),
    alike: aboutTheSame,
    logger: deps.logger,
  });
}
