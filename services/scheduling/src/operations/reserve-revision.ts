import type { Caller } from '@consult/runtime/caller';
import { isAppError, refuse } from '@consult/runtime/errors';
import type { Billing } from '../domain/consultation.ts';
import type { Deps } from './deps.ts';
import { type CreditWish, reserveCredit } from './reserve-credit.ts';

/** Revisions that attempts before this one may have used up without a trace on the document: they died before they could leave one. */
const REVISION_TRIES = 10;

/**
 * Reserves under the first revision from `wish.revision` on that is not used up. `unsettled`: credits knows another revision of
 * this booking than the document does, for the moment. Refusals: those of credits; conflict.
 */
export async function reserveRevision(
  deps: Deps,
  caller: Caller,
  wish: CreditWish,
): Promise<{ revision: number; billing: Billing } | 'unsettled'> {
  const end = wish.revision + REVISION_TRIES;
  for (let revision = wish.revision; revision < end; revision += 1) {
    const billing = await reserveCredit(deps, caller, { ...wish, revision }).catch(otherWish);
    if (billing === 'unsettled') return billing;
    if (billing !== 'fenced' && billing !== 'other_wish') return { revision, billing };
  }
  return refuse('conflict', { bookingId: wish.bookingId });
}

/** The revision is reserved for another time, by an attempt whose end is not known. */
function otherWish(error: unknown): 'other_wish' {
  if (isAppError(error, 'idempotency_key_reused')) return 'other_wish';
  throw error;
}
