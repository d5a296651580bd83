import { type Caller, systemCaller } from '@consult/runtime/caller';
import { refuse } from '@consult/runtime/errors';
import type { Chain } from '../domain/account.ts';
import type { ChainOutcome } from '../domain/close.ts';
import { type ClientKey, readAccount } from '../store/accounts.ts';
import type { Deps } from './deps.ts';
import { holdCredits, releaseCredits, type SettleInput, useCredits } from './settle-booking.ts';

/**
 * Settles a client's reservations past their deadline as scheduling says: it fences the booking, so that its answer stays true.
 * Answers how many were settled. One that cannot be settled does not keep the others from it; then the first failure is thrown.
 * Refusals: dependency_unavailable, deadline_exceeded: unknown, to be asked again later.
 */
export async function settleOverdue(deps: Deps, client: ClientKey): Promise<number> {
  const { account } = await readAccount(deps.accounts, client);
  const wallNow = deps.clock.wallNow();
  const overdue = Object.values(account.bookings).filter(
    (chain) => chain.state === 'reserved' && chain.deadline <= wallNow,
  );
  const failures: unknown[] = [];
  for (const chain of overdue) await settleByFence(deps, client, chain).catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw failures[0];
  return overdue.length;
}

/** Has scheduling say for good what stands of a booking, and does it. Refusals: dependency_unavailable, deadline_exceeded. */
export async function settleByFence(deps: Deps, { tenantId, clientId }: ClientKey, chain: Chain): Promise<void> {
  const { bookingId, revision } = chain;
  const system = systemCaller(tenantId, 'credits');
  const answer = await deps.scheduling.fence(system, { bookingId, revision, clientId });
  // Of a booking that has moved on the later revision is settled, which ends this one if it was the one that moved.
  const standing = answer.state === 'absent' ? revision : answer.revision;
  const input: SettleInput = { clientId, bookingId, revision: standing, cause: 'fence', reason: answer.state };
  const { outcome } = await carryOut(deps, system, input, answer.state);
  // Else it was an attempt that failed beside the later one: both went on from the same revision, and this one never stood.
  if (standing > revision && outcome !== 'nothing' && chain.state === 'reserved' && chain.takesOver)
    await releaseCredits(deps, system, { ...input, revision, reason: 'absent', stood: false });
  deps.logger.info({ bookingId, revision, state: answer.state }, 'reservation settled by fence');
}

async function carryOut(deps: Deps, system: Caller, input: SettleInput, state: string): Promise<ChainOutcome> {
  switch (state) {
    case 'standing':
      return holdCredits(deps, system, input);
    case 'completed':
      return useCredits(deps, system, { ...input, consultation: true });
    case 'used':
      return useCredits(deps, system, { ...input, consultation: false });
    case 'absent':
      return releaseCredits(deps, system, { ...input, stood: false });
    case 'released':
      return releaseCredits(deps, system, { ...input, stood: true });
    default:
      return refuse('internal', { detail: `fence answered ${state}` });
  }
}
