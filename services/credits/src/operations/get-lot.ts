import type { Caller } from '@consult/runtime/caller';
import { refuse } from '@consult/runtime/errors';
import type { Lot } from '../domain/lot.ts';
import { readAccount } from '../store/accounts.ts';
import { findArchivedLots } from '../store/archived-lots.ts';
import { requireService } from './access.ts';
import type { Deps } from './deps.ts';
import { lotIdOf } from './grant-credits.ts';

/** What a payment's lot has left; what billing quotes a refund on. Refusals: forbidden, not_found. */
export async function getLot(
  deps: Deps,
  caller: Caller,
  input: { clientId: string; transactionId: string },
): Promise<Lot> {
  requireService(caller, 'billing');
  const { tenantId } = caller;
  const { clientId, transactionId } = input;
  const lotId = lotIdOf(tenantId, transactionId);
  const { account } = await readAccount(deps.accounts, { tenantId, clientId });
  const own = account.lots.find((lot) => lot.lotId === lotId);
  if (own) return own;
  const [archived] = await findArchivedLots(deps.archive, { tenantId, accountId: account._id }, [lotId]);
  return archived ?? refuse('not_found', { transactionId });
}
