import { isAppError } from '@consult/runtime/errors';
import type { Worker } from '@consult/runtime/worker';
import type { Deps } from '../operations/deps.ts';
import { settleOverdue } from '../operations/settle-overdue.ts';
import { clientsToFence } from '../store/account-queries.ts';

const ACCOUNTS_PER_TICK = 50;

/** Settles reservations past their deadline (technical time), whoever died before they were confirmed. */
export function fenceWorker(deps: Deps): Worker {
  return {
    name: 'fence',
    async tick() {
      let done = 0;
      for (const client of await clientsToFence(deps.accounts, deps.clock.wallNow(), ACCOUNTS_PER_TICK)) {
        try {
          done += await settleOverdue(deps, client);
        } catch (error) {
          // Without an answer nothing is known: the credits stay reserved, and the next tick asks again.
          const away = isAppError(error, 'dependency_unavailable') || isAppError(error, 'deadline_exceeded');
          deps.logger.warn({ tenantId: client.tenantId, clientId: client.clientId, err: error }, 'fence unanswered');
          if (away) return done;
        }
      }
      return done;
    },
  };
}
