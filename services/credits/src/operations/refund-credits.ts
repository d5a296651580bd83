import { ROLLOVER_PERIODS_MAX } from '@consult/contracts/primitives';
import type { Caller } from '@consult/runtime/caller';
import { decideDispute } from '../domain/dispute.ts';
import type { DisputeNote } from '../domain/lot.ts';
import { decideRefund, decideRefundFailed, type Revoked } from '../domain/refund.ts';
import { requireService } from './access.ts';
import { changeAccount } from './change-account.ts';
import type { Deps } from './deps.ts';
import { lotIdOf } from './grant-credits.ts';
import { tenantPolicies } from './tenant-policies.ts';

interface OfPayment {
  clientId: string;
  transactionId: string;
}

export interface RefundInput extends OfPayment {
  refundId: string;
  amountMinor: number;
  /** A quoted full refund takes everything unused. */
  allUnused: boolean;
  reason: string;
}

/** Billing asks before it refunds at Stripe; its event is the backstop. Refusals: forbidden, idempotency_key_reused. */
export async function revokeForRefund(deps: Deps, caller: Caller, input: RefundInput): Promise<Revoked> {
  requireService(caller, 'billing');
  return refundCredits(deps, caller, input);
}

/** Takes unused credits of a refunded payment, once per refund, before or after its grant. Refusals: idempotency_key_reused. */
export async function refundCredits(deps: Deps, caller: Caller, input: RefundInput): Promise<Revoked> {
  const { clientId, transactionId, allUnused: all, ...refund } = input;
  const lotId = lotIdOf(caller.tenantId, transactionId);
  const revoked = await changeAccount(deps, caller, {
    clientId,
    movementIds: [],
    lotIds: familyIds(lotId),
    decide: (account, _known, context) => decideRefund(account, { ...refund, lotId, all }, context),
  });
  deps.logger.info({ lotId, refundId: input.refundId, credits: revoked.credits }, 'credits revoked for a refund');
  return revoked;
}

/** Gives back what a refund took that did not come off. */
export async function restoreRefunded(
  deps: Deps,
  caller: Caller,
  input: OfPayment & { refundId: string; reason: string },
): Promise<void> {
  const { clientId, transactionId, refundId, reason } = input;
  const { returnGraceDays } = await tenantPolicies(deps, caller.tenantId);
  const lotId = lotIdOf(caller.tenantId, transactionId);
  await changeAccount(deps, caller, {
    clientId,
    movementIds: [],
    lotIds: familyIds(lotId),
    decide: (account, _known, context) =>
      decideRefundFailed(account, { lotId, refundId, reason, returnGraceDays }, context),
  });
}

/** Freezes the lot of a disputed payment, thaws it when the dispute is won, revokes what is unused when it is lost. */
export async function disputeCredits(deps: Deps, caller: Caller, input: OfPayment & DisputeNote): Promise<void> {
  const { clientId, transactionId, disputeId, state } = input;
  const lotId = lotIdOf(caller.tenantId, transactionId);
  await changeAccount(deps, caller, {
    clientId,
    movementIds: [],
    lotIds: familyIds(lotId),
    decide: (account, _known, context) => decideDispute(account, { lotId, disputeId, state }, context),
  });
}

/** The lot a payment bought and those its unused credits may have gone on into: any of them may be archived. */
function familyIds(lotId: string): string[] {
  return [lotId, ...Array.from({ length: ROLLOVER_PERIODS_MAX }, (_, index) => `${lotId}-r${index + 1}`)];
}
