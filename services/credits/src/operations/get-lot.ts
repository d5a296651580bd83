import type { Caller } from '@consult/runtime/caller';
import { refuse } from '@consult/runtime/errors';
import type { Lot } from '../domain/lot.ts';
import { family } from '../domain/refund.ts';
import { readAccount } from '../store/accounts.ts';
import { findArchivedLots } from '../store/archived-lots.ts';
import { requireService } from './access.ts';
import type { Deps } from './deps.ts';
import { lotIdOf } from './grant-credits.ts';

/** A payment's lot, and where the credits are that have gone on into later periods. */
export interface PaidLot {
  lot: Lot;
  rolledRemaining: number;
  rolledRevoked: number;
}

/** What a payment's lot has left; what billing quotes a refund on. Refusals: forbidden, not_found. */
export async function getLot(
  deps: Deps,
  caller: Caller,
  input: { clientId: string; transactionId: string },
): Promise<PaidLot> {
  requireService(caller, 'billing');
  const { tenantId } = caller;
  const { clientId, transactionId } = input;
  const lotId = lotIdOf(tenantId, transactionId);
  const { account } = await readAccount(deps.accounts, { tenantId, clientId });
  const onAccount = family(account, lotId);
  const own = onAccount.find((lot) => lot.lotId === lotId);
  const archived = own ? [] : await findArchivedLots(deps.archive, { tenantId, accountId: account._id }, [lotId]);
  // What has left the account is spent: nothing of it is unused.
  const rolled = onAccount.filter((lot) => lot.lotId !== lotId);
  return {
    lot: own ?? archived[0] ?? refuse('not_found', { transactionId }),
    rolledRemaining: rolled.reduce((sum, { remaining }) => sum + remaining, 0),
    rolledRevoked: rolled.reduce((sum, { revoked }) => sum + revoked, 0),
  };
}
