import { type Caller, hasRole, isSystem } from '@consult/runtime/caller';
import { refuse } from '@consult/runtime/errors';
import { derivedId } from '@consult/runtime/ids';
import type { Account } from '../domain/account.ts';
import type { Context, Decision, Known } from '../domain/decision.ts';
import { type Lot, NEVER } from '../domain/lot.ts';
import { decideAdjust, decideExtend, decideGrantByHand, decideVoid, manualMovementId } from '../domain/manual.ts';
import { changeAccount } from './change-account.ts';
import type { Deps } from './deps.ts';
import { registeredAccount } from './read-account.ts';

interface ByHand {
  clientId: string;
  /** Of the caller: the same command again changes nothing. */
  commandId: string;
  reason: string;
}

/** Gives a client credits, without a payment. Refusals: forbidden, not_found (no such client), rule_refused, idempotency_key_reused. */
export async function grantByHand(
  deps: Deps,
  caller: Caller,
  input: ByHand & { credits: number; expiryDate?: Date },
): Promise<Lot> {
  requireAdmin(caller);
  const { clientId, expiryDate = NEVER, ...command } = input;
  await requireClient(deps, caller, clientId);
  const { tenantId } = caller;
  const lotId = derivedId('lot', tenantId, 'manual', clientId, command.commandId);
  const { currency } = await deps.identity.getTenant(caller, { tenantId });
  return change(deps, caller, { ...input, lotId }, (account, known, context) =>
    decideGrantByHand(account, { ...command, lotId, expiryDate, currency }, known, context),
  );
}

/** Adds credits to a lot, or takes unused ones. Refusals: forbidden, not_found, rule_refused (below_zero, lot_expired, too_many_credits), idempotency_key_reused. */
export async function adjustCredits(
  deps: Deps,
  caller: Caller,
  input: ByHand & { lotId: string; credits: number },
): Promise<Lot> {
  return change(deps, caller, input, (account, known, context) => decideAdjust(account, input, known, context));
}

/** Takes all that is unused of a lot. Refusals: forbidden, not_found, rule_refused (nothing_left), idempotency_key_reused. */
export async function voidLot(deps: Deps, caller: Caller, input: ByHand & { lotId: string }): Promise<Lot> {
  return change(deps, caller, input, (account, known, context) => decideVoid(account, input, known, context));
}

/** Puts the expiry of a lot off. Refusals: forbidden, not_found, rule_refused (not_later), idempotency_key_reused. */
export async function extendLot(
  deps: Deps,
  caller: Caller,
  input: ByHand & { lotId: string; expiryDate: Date },
): Promise<Lot> {
  return change(deps, caller, input, (account, known, context) => decideExtend(account, input, known, context));
}

async function change(
  deps: Deps,
  caller: Caller,
  input: ByHand & { lotId: string },
  decide: (account: Account, known: Known, context: Context) => Decision<Lot>,
): Promise<Lot> {
  requireAdmin(caller);
  const { clientId, commandId, lotId } = input;
  const lot = await changeAccount(deps, caller, {
    clientId,
    movementIds: [manualMovementId(commandId)],
    lotIds: [lotId],
    decide,
  });
  deps.logger.info({ lotId, movementId: manualMovementId(commandId), by: caller.userId }, 'credits changed by hand');
  return lot;
}

function requireAdmin(caller: Caller): void {
  if (caller.tenantId === '' || isSystem(caller) || !hasRole(caller, 'admin')) refuse('forbidden');
}

/** Credits for somebody who is not a client of the tenant would be lost. That an account exists says nothing: a release of something never heard of makes one. */
async function requireClient(deps: Deps, { tenantId }: Caller, clientId: string): Promise<void> {
  const account = await registeredAccount(deps, { tenantId, clientId });
  if (account.freeTrial.state === 'unknown' && account.lots.length === 0) refuse('not_found', { clientId });
}
