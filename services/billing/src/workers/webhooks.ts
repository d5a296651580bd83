import { type LaneWorker, laneWorker } from '@consult/runtime/lane-worker';
import type { Deps } from '../operations/deps.ts';
import { followNextHeard } from '../operations/follow-heard.ts';

/** Events worked on at once by one process: bounded by what Stripe lets us ask. */
const AT_ONCE_MAX = 8;
const BATCH_MAX = 100;

/** Works through the webhook inbox: at once when nudged, and by a tick for what was left behind or put off. */
export function webhookWorker(deps: Deps): LaneWorker {
  return laneWorker({
    name: 'webhooks',
    lanes: AT_ONCE_MAX,
    batch: BATCH_MAX,
    next: (taken) => followNextHeard(deps, taken),
    logger: deps.logger,
  });
}
