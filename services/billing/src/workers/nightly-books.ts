import type { Worker } from '@consult/runtime/worker';
import type { Deps } from '../operations/deps.ts';
import { checkNightly, NIGHTLY_EVERY_MS } from '../operations/nightly-books.ts';
import { noteTurns } from '../store/reconciliation-turns.ts';
import { tenantIdsAfter } from '../store/tenants.ts';

const TENANTS_PER_LOOK = 100;
/** Technical time between two looks for new tenants. */
const LOOK_EVERY_MS = 60 * 60_000;

/** Holds each tenant's books against each other once in 24 hours of technical time, a page per tick, by one process at a time. */
export function nightlyBooks(deps: Deps): Worker {
  let lookAt = 0;
  let lookedUpTo = '';

  /** A tenant's first turn is a day after it was seen first: then there is something to look at. */
  async function lookForTenants(now: Date): Promise<void> {
    if (now.getTime() < lookAt) return;
    const tenantIds = await tenantIdsAfter(deps.tenants, lookedUpTo, TENANTS_PER_LOOK);
    await noteTurns(deps.turns, tenantIds, new Date(now.getTime() + NIGHTLY_EVERY_MS));
    lookedUpTo = tenantIds.length < TENANTS_PER_LOOK ? '' : (tenantIds.at(-1) ?? '');
    if (lookedUpTo === '') lookAt = now.getTime() + LOOK_EVERY_MS;
  }

  return {
    name: 'nightly-books',
    async tick() {
      await lookForTenants(deps.clock.wallNow());
      return Number(await checkNightly(deps));
    },
  };
}
