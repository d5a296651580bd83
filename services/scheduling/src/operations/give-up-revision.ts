import type { Caller } from '@consult/runtime/caller';
import { hasStood, type Consultation } from '../domain/consultation.ts';
import type { Hold } from '../domain/hold.ts';
import { findBooking, saveFence } from '../store/consultations.ts';
import type { Deps } from './deps.ts';
import { releaseCredit } from './reserve-credit.ts';

/** How often the document may change while a revision of it is given up. */
const GIVE_UP_ATTEMPTS = 5;

/**
 * Gives up a revision that has a reservation and did not come to stand: first on the document, so that no other arrival of the same
 * wish can still use the reservation, then in credits. Answers `stands` where another arrival has used it already.
 */
export async function giveUpRevision(
  deps: Deps,
  caller: Caller,
  given: { bookingId: string; clientId: string; revision: number; reason: string },
): Promise<'given_up' | 'stands'> {
  const { bookingId, clientId, revision, reason } = given;
  const { tenantId } = caller;
  for (let attempt = 1; attempt <= GIVE_UP_ATTEMPTS; attempt += 1) {
    const found = await findBooking(deps.consultations, { tenantId, bookingId });
    if (found === undefined || found === 'tombstone') break;
    if ('status' in found && hasStood(found, revision)) return 'stands';
    if (!isOver(found, revision) && !(await saveFence(deps.consultations, found, revision))) continue;
    await releaseCredit(deps, caller, { bookingId, clientId, revision, reason, forfeit: false, stood: false });
    return 'given_up';
  }
  deps.logger.warn({ bookingId, revision }, 'revision not given up; left to the fence');
  return 'given_up';
}

/** No write can bring this revision to stand any more. */
function isOver({ revision, fencedRevision = 0 }: Consultation | Hold, asked: number): boolean {
  return Math.max(revision, fencedRevision) >= asked;
}
