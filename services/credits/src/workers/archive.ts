import { type DuePage, dueWorker } from '@consult/runtime/due-worker';
import type { Logger } from '@consult/runtime/logger';
import type { Worker } from '@consult/runtime/worker';
import { type ArchiveDeps, archiveSpentLots } from '../operations/archive-lots.ts';
import { accountsToArchive } from '../store/account-queries.ts';

const ACCOUNTS_PER_TICK = 20;

/** Keeps accounts small: moves their spent lots into the archive. Nobody waits for it. */
export function archiveWorker(deps: ArchiveDeps & { logger: Logger }): Worker {
  return dueWorker({
    name: 'archive',
    batch: ACCOUNTS_PER_TICK,
    logger: deps.logger,
    find: (page: DuePage) => accountsToArchive(deps.accounts, page),
    idOf: ({ accountId }) => accountId,
    settle: (key) => archiveSpentLots(deps, key),
  });
}
