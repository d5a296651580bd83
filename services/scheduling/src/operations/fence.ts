import type { Caller } from '@consult/runtime/caller';
import { refuse } from '@consult/runtime/errors';
import type { Consultation } from '../domain/consultation.ts';
import { findBooking, insertTombstone, saveFence } from '../store/consultations.ts';
import type { Deps } from './deps.ts';

/** How often the question is put anew because the booking changed while it was answered. */
const FENCE_ATTEMPTS = 5;

export interface Fenced {
  /** What becomes of the credits of the asked revision; absent: it does not stand and never will. */
  state: 'absent' | 'standing' | 'completed' | 'released' | 'used';
  /** The revision that stands; the asked one where nothing does. */
  revision: number;
}

/**
 * Tells credits whether a revision of a booking stands, and makes the answer final: where nothing exists a tombstone makes a
 * late insert fail; a revision above the present one (of a slot hold: any) is written down as fenced at the version that was read, so that a late
 * reschedule fails on its version. Asking again answers the same. Refusals: forbidden (only credits asks), conflict.
 */
export async function fence(
  deps: Pick<Deps, 'consultations' | 'logger'>,
  caller: Caller,
  input: { bookingId: string; revision: number },
): Promise<Fenced> {
  if (caller.service !== 'credits') return refuse('forbidden');
  const { tenantId } = caller;
  const { bookingId, revision } = input;
  for (let attempt = 1; attempt <= FENCE_ATTEMPTS; attempt += 1) {
    const found = await findBooking(deps.consultations, { tenantId, bookingId });
    if (found === 'tombstone') return { state: 'absent', revision };
    if (found === undefined) {
      const left = await insertTombstone(deps.consultations, { tenantId, bookingId });
      if (left === 'duplicate') continue;
      deps.logger.info({ bookingId, revision }, 'fenced: nothing stands');
      return { state: 'absent', revision };
    }
    if ('status' in found && revision <= found.revision) return { state: moneyState(found), revision: found.revision };
    if (await saveFence(deps.consultations, found, revision)) {
      deps.logger.info({ bookingId, revision }, 'fenced: at most an earlier revision stands');
      return { state: 'absent', revision: 'status' in found ? found.revision : revision };
    }
  }
  return refuse('conflict', { bookingId });
}

/** What has to become of the credits of a consultation as it stands. */
export function moneyState({ status }: Consultation): Fenced['state'] {
  switch (status.current) {
    case 'scheduled':
    case 'confirmed':
    case 'in_progress':
      return 'standing';
    case 'completed':
      // An admin may have given back what it used.
      return status.creditEffect === 'return' ? 'released' : 'completed';
    case 'cancelled':
    case 'no_show':
      return status.creditEffect === 'return' ? 'released' : 'used';
  }
}
