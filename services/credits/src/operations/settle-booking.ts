import type { Caller } from '@consult/runtime/caller';
import { type Account, chainKey } from '../domain/account.ts';
import { type BookingCommand, type ChainOutcome, decideHold, decideRelease, decideUse } from '../domain/close.ts';
import type { Context, Decision, Known } from '../domain/decision.ts';
import { bookingMovementIds } from '../domain/movement.ts';
import { decideReverse } from '../domain/reverse.ts';
import { requireService } from './access.ts';
import { changeAccount } from './change-account.ts';
import type { Deps } from './deps.ts';
import { tenantPolicies } from './tenant-policies.ts';

export interface SettleInput extends Omit<BookingCommand, 'returnGraceDays'> {
  clientId: string;
}

type Decide = (account: Account, command: BookingCommand, known: Known, context: Context) => Decision<ChainOutcome>;

/** The consultation stands: its reservation becomes a hold, and what it replaced is over. Closed already: stays closed. */
export async function holdCredits(deps: Deps, caller: Caller, input: SettleInput): Promise<ChainOutcome> {
  return told(deps, input, await settle(deps, caller, input, decideHold, wasMoved(input)));
}

/** The session's credits are used for good; `consultation`: it took place, rather than was forfeited. */
export async function useCredits(
  deps: Deps,
  caller: Caller,
  input: SettleInput & { consultation: boolean },
): Promise<ChainOutcome> {
  const { consultation, ...booking } = input;
  const decide: Decide = (account, command, ...rest) => decideUse(account, { ...command, consultation }, ...rest);
  return told(deps, input, await settle(deps, caller, booking, decide, wasMoved(input)));
}

/**
 * The session's credits go back to their lot; a booking never heard of leaves a tombstone that refuses a late reserve.
 * `stood`: not an attempt to reschedule that failed.
 */
export async function releaseCredits(
  deps: Deps,
  caller: Caller,
  input: SettleInput & { stood: boolean },
): Promise<ChainOutcome> {
  const { stood, ...booking } = input;
  return settle(deps, caller, booking, (account, command, ...rest) =>
    decideRelease(account, { ...command, stood }, ...rest),
  );
}

/** Scheduling's admin decided that a used credit comes back. Refusals: forbidden, invalid_transition (it was not used). */
export async function reverseUse(deps: Deps, caller: Caller, input: SettleInput): Promise<ChainOutcome> {
  requireService(caller, 'scheduling');
  return settle(deps, caller, input, decideReverse);
}

/**
 * The same decision as its event tells it. What used the credit may not have been heard of yet: it is used first, so that the use and
 * its reversal come out the same in whatever order they arrive.
 */
export async function resolveCredits(
  deps: Deps,
  caller: Caller,
  input: SettleInput & { consultation: boolean },
): Promise<ChainOutcome> {
  const { consultation: _consultation, reason, ...booking } = input;
  const used = await useCredits(deps, caller, { ...input, reason: '' });
  if (used.outcome !== 'used') return used;
  return settle(deps, caller, { ...booking, reason, cause: 'reversal' }, decideReverse);
}

/** @param givesBack credits may come back to a lot that has expired: the tenant's policy says how long they live then */
async function settle(
  deps: Deps,
  caller: Caller,
  input: SettleInput,
  decide: Decide,
  givesBack = true,
): Promise<ChainOutcome> {
  const { clientId, ...booking } = input;
  const { returnGraceDays } = givesBack ? await tenantPolicies(deps, caller.tenantId) : { returnGraceDays: 0 };
  // Whether a movement exists that ended it tells a closed chain from one that never was.
  const { move, use, release, reverse } = bookingMovementIds(chainKey(booking));
  return changeAccount(deps, caller, {
    clientId,
    movementIds: [move, use, release, reverse],
    decide: (account, known, context) => decide(account, { ...booking, returnGraceDays }, known, context),
  });
}

/** A session that stands, or is used, gives something back only where it was moved: what the new time does not need. */
function wasMoved({ revision }: SettleInput): boolean {
  return revision > 1;
}

/** A consultation without a reservation must not be; nothing here can mend it, so it is said aloud. */
function told(deps: Deps, { bookingId, revision, cause }: SettleInput, outcome: ChainOutcome): ChainOutcome {
  if (outcome.outcome === 'nothing')
    deps.logger.error({ bookingId, revision, cause }, 'no reservation for this booking');
  return outcome;
}
