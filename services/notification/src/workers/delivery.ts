import { type LaneWorker, laneWorker } from '@consult/runtime/lane-worker';
import { deliver, MESSAGE_LEASE_MS } from '../operations/deliver.ts';
import type { SendingDeps } from '../operations/deps.ts';
import { claimDue, type MessageDocument } from '../store/messages.ts';

/** Mails sent at once by one process. */
const AT_ONCE_MAX = 4;
const BATCH_MAX = 32;
const WAIT_MAX_MS = 20_000;

/** Sends what is queued, some mails at a time. */
export function deliveryWorker(deps: SendingDeps): LaneWorker<MessageDocument> {
  return laneWorker({
    name: 'delivery',
    lanes: AT_ONCE_MAX,
    batch: BATCH_MAX,
    waitMaxMs: WAIT_MAX_MS,
    async take(limit) {
      const now = deps.clock.wallNow();
      return claimDue(deps.messages, { now, until: new Date(now.getTime() + MESSAGE_LEASE_MS), limit });
    },
    async work(messages) {
      for (const message of messages) await deliver(deps, message);
    },
    logger: deps.logger,
  });
}
