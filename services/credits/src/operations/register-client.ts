import { type Caller, systemCaller } from '@consult/runtime/caller';
import { isAppError } from '@consult/runtime/errors';
import { decideRegistration } from '../domain/client.ts';
import { changeAccount } from './change-account.ts';
import type { Deps } from './deps.ts';
import { tenantPolicies } from './tenant-policies.ts';

/** A client signed up: opens the account, and the free trial for the tenant's number of days. */
export async function registerClient(
  deps: Deps,
  caller: Caller,
  client: { clientId: string; registeredAt: Date },
): Promise<void> {
  const { freeTrialDays } = await tenantPolicies(deps, caller.tenantId);
  const { clientId, registeredAt } = client;
  await changeAccount(deps, caller, {
    clientId,
    movementIds: [],
    decide: (account, _known, context) => decideRegistration(account, { registeredAt, freeTrialDays }, context),
  });
}

/**
 * Opens the account of a client whose registration has not been heard of yet, as identity tells it.
 * Answers false when there is no such client. Refusals: dependency_unavailable, deadline_exceeded.
 */
export async function registerOnDemand(deps: Deps, tenantId: string, clientId: string): Promise<boolean> {
  const system = systemCaller(tenantId, 'credits');
  try {
    const user = await deps.identity.getUser(system, { userId: clientId });
    if (!user.roles.includes('client')) return false;
    await registerClient(deps, system, { clientId, registeredAt: new Date(user.createdAt) });
    return true;
  } catch (error) {
    if (isAppError(error, 'not_found')) return false;
    throw error;
  }
}
