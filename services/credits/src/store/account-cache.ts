import type { StoredAccount } from './accounts.ts';

const ACCOUNTS_MAX = 5_000;
/** Lots, open bookings, movements and marks of one account; a larger one is read each time. */
const PARTS_MAX = 2_000;

/**
 * The last known state of accounts: from majority reads, and from our own acknowledged writes. Each is as the account was at one
 * version, and consistent in itself; whether it still is at that version shows when a save names the version. What others have
 * flushed or published meanwhile it still counts, so its numbers of movements and events are upper bounds.
 */
export interface AccountCache {
  get(accountId: string): StoredAccount | undefined;
  keep(stored: StoredAccount): void;
  drop(accountId: string): void;
}

/** A bounded cache; the account longest unused goes first. */
export function createAccountCache(): AccountCache {
  const kept = new Map<string, StoredAccount>();
  return {
    get(accountId) {
      const stored = kept.get(accountId);
      if (stored === undefined) return undefined;
      kept.delete(accountId);
      kept.set(accountId, stored);
      return stored;
    },
    keep(stored) {
      const { _id: accountId } = stored.account;
      kept.delete(accountId);
      if (partsOf(stored) > PARTS_MAX) return;
      kept.set(accountId, stored);
      const [oldest] = kept.keys();
      if (kept.size > ACCOUNTS_MAX && oldest !== undefined) kept.delete(oldest);
    },
    drop: (accountId) => void kept.delete(accountId),
  };
}

function partsOf({ account, pending, recentIds }: StoredAccount): number {
  return account.lots.length + Object.keys(account.bookings).length + pending.length + recentIds.length;
}
