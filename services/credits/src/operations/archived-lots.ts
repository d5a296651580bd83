import type { Account } from '../domain/account.ts';
import type { StoredAccount } from '../store/accounts.ts';
import { type Archive, findArchivedLots } from '../store/archived-lots.ts';
import type { Known } from './known-movements.ts';

/**
 * The account with the archived lots that a command names, itself or by its known movements. The account must have been read
 * before this, and be written at that version: had a lot been archived or brought back in between, the write would be lost.
 */
export async function withArchivedLots(
  archive: Archive,
  stored: StoredAccount,
  named: { lotIds: readonly string[]; known: Known },
): Promise<StoredAccount> {
  const lotIds = new Set(named.lotIds);
  for (const { lotId } of named.known.values()) if (lotId !== '') lotIds.add(lotId);
  for (const { lotId } of stored.account.lots) lotIds.delete(lotId);
  const { account } = stored;
  const key = { tenantId: account.tenantId, accountId: account._id };
  const archived = await findArchivedLots(archive, key, [...lotIds]);
  return archived.length === 0 ? stored : { ...stored, account: { ...account, lots: [...account.lots, ...archived] } };
}

/** Leaves the archived lots that no decision has changed where they are; the others go back onto the account. */
export function withoutUntouched(
  after: Account,
  { stored, whole }: { stored: StoredAccount; whole: StoredAccount },
): Account {
  if (whole === stored) return after;
  if (after === whole.account) return stored.account;
  const untouched = new Set(whole.account.lots.slice(stored.account.lots.length));
  return { ...after, lots: after.lots.filter((lot) => !untouched.has(lot)) };
}
