import { type LaneWorker, laneWorker } from '@consult/runtime/lane-worker';
import { deliverNext } from '../operations/deliver.ts';
import type { Deps } from '../operations/deps.ts';

/** Mails sent at once by one process. */
const AT_ONCE_MAX = 4;
const BATCH_MAX = 12;

/** Sends what is queued, some mails at a time. */
export function delivery(deps: Deps): LaneWorker {
  return laneWorker({
    name: 'delivery',
    lanes: AT_ONCE_MAX,
    batch: BATCH_MAX,
    next: (taken) => deliverNext(deps, taken),
    logger: deps.logger,
  });
}
