import { dueWorker } from '@consult/runtime/due-worker';
import type { Worker } from '@consult/runtime/worker';
import type { Deps } from '../operations/deps.ts';
import { settleOverdue } from '../operations/settle-overdue.ts';
import { clientsToFence } from '../store/account-queries.ts';

const ACCOUNTS_PER_TICK = 50;

/**
 * Settles reservations past their deadline (technical time), whoever died before they were confirmed. Without an answer nothing
 * is known: the credits stay reserved, and a later tick asks again.
 */
export function fenceWorker(deps: Deps): Worker {
  return dueWorker({
    name: 'fence',
    batch: ACCOUNTS_PER_TICK,
    logger: deps.logger,
    find: (page) => clientsToFence(deps.accounts, deps.clock.wallNow(), page),
    idOf: ({ accountId }) => accountId,
    settle: (client) => settleOverdue(deps, client),
  });
}
