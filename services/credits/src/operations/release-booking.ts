import type { Caller } from '@consult/runtime/caller';
import type { ChainOutcome } from '../domain/close.ts';
import { requireService } from './access.ts';
import type { Deps } from './deps.ts';
import { releaseCredits, useCredits } from './settle-booking.ts';

export interface ReleaseInput {
  bookingId: string;
  revision: number;
  clientId: string;
  reason: string;
  /** The credits are used up instead of given back. */
  forfeit: boolean;
  /** It stood once: what it has replaced is over too. Not so for a reschedule that failed. */
  stood: boolean;
}

/** Scheduling gives a booking up: its credits go back, or are forfeited. Its event is the backstop. Refusals: forbidden. */
export async function releaseBooking(deps: Deps, caller: Caller, input: ReleaseInput): Promise<ChainOutcome> {
  requireService(caller, 'scheduling');
  const { forfeit, stood, ...booking } = input;
  const command = { ...booking, cause: 'cancellation' };
  if (forfeit) return useCredits(deps, caller, { ...command, consultation: false });
  return releaseCredits(deps, caller, { ...command, stood });
}
