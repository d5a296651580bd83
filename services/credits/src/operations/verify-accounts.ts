import { type Difference, differences } from '../domain/rebuild.ts';
import { accountsAfter } from '../store/account-queries.ts';
import { type AccountKey, readAccountById } from '../store/accounts.ts';
import { allMovements } from '../store/ledger.ts';
import type { Deps } from './deps.ts';

const ACCOUNTS_PER_PAGE = 100;

/** An account that says otherwise than its movements. */
export interface Finding extends AccountKey {
  clientId: string;
  differences: Difference[];
}

/** Proves the balances: rebuilds every account of all tenants from the ledger and the movements on their way there. */
export async function verifyAccounts(
  deps: Pick<Deps, 'accounts' | 'ledger'>,
): Promise<{ accounts: number; findings: Finding[] }> {
  const findings: Finding[] = [];
  let accounts = 0;
  for (let after = ''; ; ) {
    const page = await accountsAfter(deps.accounts, after, ACCOUNTS_PER_PAGE);
    for (const { tenantId, clientId, accountId } of page) {
      const found = await verifyAccount(deps, { tenantId, accountId });
      if (found.length > 0) findings.push({ tenantId, accountId, clientId, differences: found });
    }
    accounts += page.length;
    const last = page.at(-1);
    if (last === undefined || page.length < ACCOUNTS_PER_PAGE) return { accounts, findings };
    after = last.accountId;
  }
}

async function verifyAccount(deps: Pick<Deps, 'accounts' | 'ledger'>, key: AccountKey): Promise<Difference[]> {
  const stored = await readAccountById(deps.accounts, key);
  if (stored === undefined) return [];
  const { account, pending } = stored;
  // What was recorded after the account was read is not part of it yet.
  const flushed = (await allMovements(deps.ledger, key)).filter(({ sequence }) => sequence <= account.sequence);
  const bySequence = new Map([...flushed, ...pending].map((movement) => [movement.sequence, movement]));
  return differences(
    account,
    [...bySequence.values()].sort((a, b) => a.sequence - b.sequence),
  );
}
