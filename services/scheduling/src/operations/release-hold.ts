import type { Caller } from '@consult/runtime/caller';
import { refuse } from '@consult/runtime/errors';
import { findBooking } from '../store/consultations.ts';
import { endHold } from '../store/holds.ts';
import { requireRole } from './access.ts';
import type { Deps } from './deps.ts';

/** How often a hold may change while it is released. */
const RELEASE_ATTEMPTS = 5;

/**
 * Gives a slot back that its client does not want any more: credits that still arrive for it stay credits. Twice is once.
 * Refusals: forbidden, not_found (another's too), already_booked (+ consultationId: it is a session by now), conflict.
 */
export async function releaseHold(deps: Deps, caller: Caller, holdId: string): Promise<void> {
  requireRole(caller, 'client');
  const { tenantId, userId } = caller;
  for (let attempt = 1; attempt <= RELEASE_ATTEMPTS; attempt += 1) {
    const found = await findBooking(deps.consultations, { tenantId, bookingId: holdId });
    if (found === undefined || found === 'tombstone' || found.clientId !== userId)
      return refuse('not_found', { holdId });
    if ('status' in found) return refuse('already_booked', { consultationId: found.consultationId });
    if (found.hold.state === 'released' || found.hold.state === 'given_up') return;
    if (await endHold(deps.consultations, found, 'released')) {
      deps.logger.info({ holdId }, 'hold released');
      return;
    }
  }
  return refuse('conflict', { holdId });
}
