import { dueWorker } from '@consult/runtime/due-worker';
import type { Worker } from '@consult/runtime/worker';
import type { Deps } from '../operations/deps.ts';
import { repairLink } from '../operations/repair-link.ts';
import { uncheckedSince } from '../store/package-links.ts';

const BATCH_MAX = 10;
/** Technical time between two looks at the same package. */
const CHECK_EVERY_MS = 6 * 60 * 60_000;

/** Holds the products and prices of what is on sale against Stripe, a few at a time, each a few times a day. */
export function priceDrift(deps: Deps): Worker {
  const before = () => new Date(deps.clock.wallNow().getTime() - CHECK_EVERY_MS);
  return dueWorker({
    name: 'price-drift',
    batch: BATCH_MAX,
    logger: deps.logger,
    find: (page) => uncheckedSince(deps.packageLinks, before(), page),
    idOf: ({ _id }) => _id,
    settle: (link) => repairLink(deps, link),
  });
}
