import { systemCaller } from '@consult/runtime/caller';
import { decideDue } from '../domain/expire.ts';
import type { ClientKey } from '../store/accounts.ts';
import { changeAccount } from './change-account.ts';
import type { Deps } from './deps.ts';

/** Writes down what business time has done to a client's lots: lapses, and warnings of lapses to come. */
export async function settleDue(deps: Deps, { tenantId, clientId }: ClientKey): Promise<void> {
  await changeAccount(deps, systemCaller(tenantId, 'credits'), {
    clientId,
    movementIds: [],
    decide: (account, _known, context) => decideDue(account, context),
  });
}
