import { dueWorker } from '@consult/runtime/due-worker';
import type { Worker } from '@consult/runtime/worker';
import type { Deps } from '../operations/deps.ts';
import { settleDue } from '../operations/settle-due.ts';
import { dueClients, nextDueAt } from '../store/account-queries.ts';

const ACCOUNTS_PER_TICK = 100;

/** Writes lapses and warnings that business time has brought. Reads and spends do not wait for it: expiry is a predicate there. */
export function expiryWorker(deps: Deps): Worker {
  return dueWorker({
    name: 'expiry',
    batch: ACCOUNTS_PER_TICK,
    logger: deps.logger,
    find: (page) => dueClients(deps.accounts, deps.clock.now(), page),
    idOf: ({ accountId }) => accountId,
    async settle(client) {
      await settleDue(deps, client);
      return true;
    },
    nextDue: (until) => nextDueAt(deps.accounts, until),
  });
}
