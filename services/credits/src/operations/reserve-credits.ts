import type { Caller } from '@consult/runtime/caller';
import { isAppError } from '@consult/runtime/errors';
import { chainKey } from '../domain/account.ts';
import { bookingMovementIds } from '../domain/movement.ts';
import { decideReserve, type Reservation, type ReserveCommand } from '../domain/reserve.ts';
import { readAccount } from '../store/accounts.ts';
import { requireService } from './access.ts';
import { changeAccount } from './change-account.ts';
import type { Deps } from './deps.ts';
import { registerOnDemand } from './register-client.ts';
import { tenantPolicies } from './tenant-policies.ts';

export interface ReserveInput extends Omit<ReserveCommand, 'deadline' | 'returnGraceDays'> {
  clientId: string;
  /** From now, technical time. */
  deadlineSeconds: number;
}

/**
 * Sets a session's credits aside until the deadline; the same booking and revision again has the first answer.
 * Refusals: forbidden, credits_required (+ why, balance), rule_refused, idempotency_key_reused, invalid_transition (fenced).
 */
export async function reserveCredits(deps: Deps, caller: Caller, input: ReserveInput): Promise<Reservation> {
  requireService(caller, 'scheduling');
  const { clientId, deadlineSeconds, ...session } = input;
  const deadline = new Date(deps.clock.wallNow().getTime() + deadlineSeconds * 1_000);
  const ids = bookingMovementIds(chainKey(input));
  // What a reschedule leaves over may go back to a lot that has expired.
  const policies = input.predecessorRevision > 0 ? await tenantPolicies(deps, caller.tenantId) : { returnGraceDays: 0 };
  const command = { ...session, deadline, returnGraceDays: policies.returnGraceDays };
  const reserve = () =>
    changeAccount(deps, caller, {
      clientId,
      movementIds: [ids.reserve, ids.move, ids.use, ids.release],
      decide: (account, known, context) => decideReserve(account, command, known, context),
    });
  try {
    return await reserve();
  } catch (error) {
    if (!isAppError(error, 'credits_required')) throw error;
    // The no may only mean that the registration has not arrived here yet.
    const { account } = await readAccount(deps.accounts, { tenantId: caller.tenantId, clientId });
    if (account.freeTrial.state !== 'unknown') throw error;
    if (!(await registerOnDemand(deps, caller.tenantId, clientId))) throw error;
    return reserve();
  }
}
