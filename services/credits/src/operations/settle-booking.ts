import type { Caller } from '@consult/runtime/caller';
import { chainKey } from '../domain/account.ts';
import { type BookingCommand, type ChainOutcome, decideHold, decideRelease, decideUse } from '../domain/close.ts';
import { bookingMovementIds } from '../domain/movement.ts';
import { changeAccount } from './change-account.ts';
import type { Deps } from './deps.ts';
import { tenantPolicies } from './tenant-policies.ts';

export interface SettleInput extends BookingCommand {
  clientId: string;
}

/** The consultation stands: its reservation becomes a hold. Closed already: stays closed. */
export async function holdCredits(deps: Deps, caller: Caller, input: SettleInput): Promise<ChainOutcome> {
  const { clientId, ...command } = input;
  const outcome = await changeAccount(deps, caller, {
    clientId,
    movementIds: closingIds(command),
    decide: (account, known, context) => decideHold(account, command, known, context),
  });
  return told(deps, input, outcome);
}

/** The session's credits are used for good; `consultation`: it took place, rather than was forfeited. */
export async function useCredits(
  deps: Deps,
  caller: Caller,
  input: SettleInput & { consultation: boolean },
): Promise<ChainOutcome> {
  const { clientId, ...command } = input;
  const outcome = await changeAccount(deps, caller, {
    clientId,
    movementIds: closingIds(command),
    decide: (account, known, context) => decideUse(account, command, known, context),
  });
  return told(deps, input, outcome);
}

/** The session's credits go back to their lot; a booking never heard of leaves a tombstone that refuses a late reserve. */
export async function releaseCredits(deps: Deps, caller: Caller, input: SettleInput): Promise<ChainOutcome> {
  const { returnGraceDays } = await tenantPolicies(deps, caller.tenantId);
  const { clientId, ...command } = input;
  return changeAccount(deps, caller, {
    clientId,
    movementIds: closingIds(command),
    decide: (account, known, context) => decideRelease(account, { ...command, returnGraceDays }, known, context),
  });
}

/** Movements that end a chain: whether one exists tells a closed chain from one that never was. */
function closingIds(command: BookingCommand): string[] {
  const { use, release } = bookingMovementIds(chainKey(command));
  return [use, release];
}

/** A consultation without a reservation must not be; nothing here can mend it, so it is said aloud. */
function told(deps: Deps, { bookingId, revision, cause }: SettleInput, outcome: ChainOutcome): ChainOutcome {
  if (outcome.outcome === 'nothing')
    deps.logger.error({ bookingId, revision, cause }, 'no reservation for this booking');
  return outcome;
}
