import type { Worker } from '@consult/runtime/worker';
import type { Deps } from '../operations/deps.ts';
import { settleDue } from '../operations/settle-due.ts';
import { dueClients, nextDueAt } from '../store/account-queries.ts';

const ACCOUNTS_PER_TICK = 100;

/** Writes lapses and warnings that business time has brought. Reads and spends do not wait for it: expiry is a predicate there. */
export function expiryWorker(deps: Deps): Worker {
  return {
    name: 'expiry',
    async tick() {
      let done = 0;
      for (const client of await dueClients(deps.accounts, deps.clock.now(), ACCOUNTS_PER_TICK)) {
        try {
          await settleDue(deps, client);
          done += 1;
        } catch (error) {
          deps.logger.error({ tenantId: client.tenantId, clientId: client.clientId, err: error }, 'expiry failed');
        }
      }
      return done;
    },
    nextDue: (until) => nextDueAt(deps.accounts, until),
  };
}
