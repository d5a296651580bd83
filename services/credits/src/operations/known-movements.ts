import type { Movement } from '../domain/movement.ts';
import type { StoredAccount } from '../store/accounts.ts';
import { findMovements, type Ledger } from '../store/ledger.ts';
import { recentIdsOf } from '../store/recent-ids.ts';

/** Movements found under the ids a command asked for. */
export type Known = ReadonlyMap<string, Movement>;

/** Clocks of two hosts differ by less than this; an id must be newer by as much to count as fresh. */
const CLOCK_SKEW_MAX_MS = 60_000;
const UUID_V7 = /^([0-9a-f]{8})-([0-9a-f]{4})-7/;

/**
 * The movements that exist under these ids. They are looked for on the account, and in the ledger only where the account
 * cannot know. The account must have been read before this, and be written at that version: then nothing slips between.
 */
export async function knownMovements(
  ledger: Ledger,
  stored: StoredAccount,
  movementIds: ReadonlySet<string>,
): Promise<Known> {
  const known = new Map<string, Movement>();
  for (const movement of stored.pending)
    if (movementIds.has(movement.movementId)) known.set(movement.movementId, movement);
  // Made when it is first needed: ids that do not say when they were made mostly need the ledger anyway.
  let recent: ((id: string) => boolean) | undefined;
  const isRecent = (id: string) => (recent ??= recentIdsOf(stored.recentIds))(id);
  const unsure = [...movementIds].filter((id) => !known.has(id) && !isFresh(stored, id, isRecent));
  for (const movement of await findMovements(ledger, stored.account.tenantId, unsure)) {
    if (movement.accountId === stored.account._id) known.set(movement.movementId, movement);
  }
  return known;
}

/** Whether there can be no movement of this id but in `pending`: the account still remembers every id that could be this one. */
function isFresh(stored: StoredAccount, movementId: string, isRecent: (id: string) => boolean): boolean {
  const completeSince = stored.idsCompleteSince.getTime();
  if (completeSince !== 0 && madeAt(movementId) <= completeSince + CLOCK_SKEW_MAX_MS) return false;
  return !isRecent(movementId);
}

/** Technical time (epoch ms) at which the id's UUIDv7 was made; −∞ for ids that do not say. */
function madeAt(movementId: string): number {
  const [, high, low] = UUID_V7.exec(movementId) ?? [];
  return high === undefined || low === undefined ? Number.NEGATIVE_INFINITY : Number.parseInt(high + low, 16);
}
