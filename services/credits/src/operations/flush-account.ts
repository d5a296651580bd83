import { faultPoint } from '@consult/runtime/fault';
import type { Logger } from '@consult/runtime/logger';
import type { Accounts } from '../store/account-document.ts';
import {
  type AccountKey,
  forgetFlushed,
  RECENT_IDS_MAX,
  readAccountById,
  type StoredAccount,
} from '../store/accounts.ts';
import { appendMovements, findMovements, type Ledger } from '../store/ledger.ts';

/** Movements one flush takes along. */
const FLUSH_MOVEMENTS_MAX = 500;

interface FlushAccountDeps {
  accounts: Accounts;
  ledger: Ledger;
  logger: Logger;
}

/**
 * Writes an account's pending movements into the ledger, then takes them off the account. Whoever dies in between, or races
 * with another flush, leaves movements in both places, which is harmless: they have the same id. Answers how many moved.
 */
export async function flushAccount(deps: FlushAccountDeps, key: AccountKey): Promise<number> {
  const stored = await readAccountById(deps.accounts, key);
  if (stored === undefined || stored.pending.length === 0) return 0;
  const movements = stored.pending.slice(0, FLUSH_MOVEMENTS_MAX);
  faultPoint('credits.before-ledger');
  const ids = await appendMovements(deps.ledger, key, movements);
  faultPoint('credits.after-ledger');
  if (ids.length < movements.length)
    deps.logger.error(
      { accountId: key.accountId, movements: movements.length - ids.length },
      'movement ids taken elsewhere',
    );
  const idsCompleteSince = await completeSince(deps.ledger, stored, ids);
  return (await forgetFlushed(deps.accounts, stored, { ids, idsCompleteSince })) ? ids.length : 0;
}

/** The instant after which every recorded movement is still remembered by id: the newest of those that are forgotten now. */
async function completeSince(ledger: Ledger, stored: StoredAccount, ids: string[]): Promise<Date> {
  const forgotten = [...stored.recentIds, ...ids].slice(0, -RECENT_IDS_MAX);
  const rows = await findMovements(ledger, stored.account.tenantId, forgotten);
  const times = rows.map((row) => row.recordedAt.getTime());
  return new Date(Math.max(stored.idsCompleteSince.getTime(), ...times));
}
