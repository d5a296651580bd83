import type { DataOf } from '@consult/contracts/envelope';
import type { PaymentSucceeded } from '@consult/contracts/events/billing';
import type { Policies } from '@consult/contracts/events/identity';
import type { Caller } from '@consult/runtime/caller';
import { derivedId } from '@consult/runtime/ids';
import { decideGrant, type GrantCommand } from '../domain/grant.ts';
import type { Lot } from '../domain/lot.ts';
import { changeAccount } from './change-account.ts';
import type { Deps } from './deps.ts';
import { tenantPolicies } from './tenant-policies.ts';

export type Payment = DataOf<typeof PaymentSucceeded>;

/** The id of the lot a transaction bought: one payment, one lot, however often it is told. */
export function lotIdOf(tenantId: string, transactionId: string): string {
  return derivedId('lot', tenantId, transactionId);
}

/** Adds the lot that a payment bought, on the terms of the package as sold. Refusals: idempotency_key_reused. */
export async function grantCredits(deps: Deps, caller: Caller, payment: Payment): Promise<Lot> {
  const policies = await tenantPolicies(deps, caller.tenantId);
  const command = grantCommand(caller.tenantId, payment, policies);
  const lot = await changeAccount(deps, caller, {
    clientId: payment.clientId,
    movementIds: [],
    lotIds: [command.lotId],
    decide: (account, _known, context) => decideGrant(account, command, context),
  });
  const { lotId, transactionId } = lot;
  deps.logger.info({ lotId, transactionId, credits: lot.added }, 'credits granted');
  return lot;
}

function grantCommand(tenantId: string, payment: Payment, policies: Policies): GrantCommand {
  const { transactionId, subscription, holdId } = payment;
  const { packageId, version, details, credits } = payment.package;
  const fairUse = credits.total > 0 ? credits.total : policies.unlimitedFairUse;
  return {
    lotId: lotIdOf(tenantId, transactionId),
    transactionId,
    packageId,
    packageName: details.name,
    termsVersion: version,
    credits: credits.unlimited ? fairUse : credits.total,
    unlimited: credits.unlimited,
    sessionTypes: credits.sessionTypes,
    ...(credits.duration === undefined ? {} : { durationMinutes: credits.duration.minutes }),
    chargeByDuration: credits.chargeByDuration,
    expiryBasis: credits.expiryBasis,
    expiresAfterDays: credits.expiresAfterDays,
    activates: credits.activates ?? 'purchase',
    ...(credits.rollover === undefined ? {} : { rollover: credits.rollover }),
    priority: credits.priority,
    paidMinor: payment.amount.gross,
    currency: payment.currency,
    paidAt: new Date(payment.paidAt),
    ...(subscription === undefined ? {} : { period: periodOf(subscription) }),
    ...(subscription?.reason === 'cycle' ? { renewal: true } : {}),
    ...(holdId === undefined ? {} : { holdId }),
    renewalGraceHours: policies.renewalGraceHours,
  };
}

function periodOf(paid: NonNullable<Payment['subscription']>): NonNullable<GrantCommand['period']> {
  const { subscriptionId, periodStart, periodEnd, reason } = paid;
  return { subscriptionId, start: new Date(periodStart), end: new Date(periodEnd), replaces: reason === 'update' };
}
