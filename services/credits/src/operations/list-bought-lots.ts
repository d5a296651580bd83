import type { Caller } from '@consult/runtime/caller';
import type { Lot } from '../domain/lot.ts';
import { accountsAfter } from '../store/account-queries.ts';
import { readAccountById } from '../store/accounts.ts';
import { allArchivedLots } from '../store/archived-lots.ts';
import { requireService } from './access.ts';
import type { Deps } from './deps.ts';

const ACCOUNTS_PER_PAGE = 50;

/** The lots of a tenant that payments have bought, archived ones too, a page of accounts at a time. Refusals: forbidden (billing asks). */
export async function listBoughtLots(
  deps: Pick<Deps, 'accounts' | 'archive'>,
  caller: Caller,
  cursor: string,
): Promise<{ lots: { lot: Lot; clientId: string }[]; nextCursor: string }> {
  requireService(caller, 'billing');
  const { tenantId } = caller;
  const page = await accountsAfter(deps.accounts, tenantId, { after: cursor, limit: ACCOUNTS_PER_PAGE });
  const lots: { lot: Lot; clientId: string }[] = [];
  for (const { clientId, ...key } of page) {
    const stored = await readAccountById(deps.accounts, key);
    const archived = await allArchivedLots(deps.archive, key);
    const all = new Map([...archived, ...(stored?.account.lots ?? [])].map((lot) => [lot.lotId, lot]));
    lots.push(...[...all.values()].filter(isBought).map((lot) => ({ lot, clientId })));
  }
  const last = page.at(-1);
  return { lots, nextCursor: page.length < ACCOUNTS_PER_PAGE || last === undefined ? '' : last.accountId };
}

/** What rolled over was paid with the period before, what was given by hand by nobody. */
function isBought({ source }: Lot): boolean {
  return source !== 'rollover' && source !== 'manual';
}
