import { CreditsRevoked } from '@consult/contracts/events/credits';
import type { DataOf } from '@consult/contracts/envelope';
import { type Draft, happening, lotOf, type MovementInput, publish } from './decision.ts';
import { lapse } from './expire.ts';
import { take } from './take.ts';

interface Revocation extends Pick<MovementInput, 'movementId' | 'refundId' | 'refundedMinor' | 'fingerprint'> {
  cause: DataOf<typeof CreditsRevoked>['cause'];
  reason: string;
}

/** Takes unused credits away and tells of it; what has lapsed by now lapses first. Never more than is left. */
export function revoke(draft: Draft, lotId: string, credits: number, why: Revocation): Draft {
  const lapsed = lapse(draft, lotId);
  const lot = lotOf(lapsed.account, lotId);
  const taken = Math.min(credits, lot.remaining);
  const input = { ...why, kind: 'revoked' as const, lotId, credits: taken, transactionId: lot.transactionId };
  const after = take(lapsed, input).draft;
  const kept = lot.reserved + lot.held + lot.used;
  const needsReview = kept > 0 && (why.cause === 'refund' || why.cause === 'dispute');
  if (taken === 0 && !needsReview) return after;
  const { transactionId, packageName, expiryDate } = lot;
  return publish(
    after,
    happening(CreditsRevoked, {
      lotId,
      clientId: draft.account.clientId,
      packageName,
      credits: taken,
      expiryDate: expiryDate.toISOString(),
      ...(transactionId === '' ? {} : { transactionId }),
      cause: why.cause,
      creditsKept: kept,
      needsReview,
      reason: why.reason,
    }),
  );
}

/** Takes everything unused away; nothing left: nothing is written. */
export function revokeLeft(draft: Draft, lotId: string, why: Revocation): Draft {
  const lapsed = lapse(draft, lotId);
  const { remaining } = lotOf(lapsed.account, lotId);
  return remaining === 0 ? lapsed : revoke(lapsed, lotId, remaining, why);
}
