import { type Account, chainKey } from './account.ts';
import { closedOutcome } from './close.ts';
import type { Known } from './decision.ts';
import { bookingMovementIds } from './movement.ts';
import { creditsOf } from './stand.ts';

/** Where a booking's credits are: on their way, gone for good, back, or never taken. */
export interface BookingState {
  state: 'reserved' | 'held' | 'moved' | 'used' | 'reversed' | 'released' | 'nothing';
  credits: number;
}

/** Movements that tell what has become of a booking whose chain is closed. */
export function closingMovementIds(booking: { bookingId: string; revision: number }): string[] {
  const { move, use, release, reverse } = bookingMovementIds(chainKey(booking));
  return [move, use, release, reverse];
}

/** Where the credits of a revision of a booking are; `known`: the movements found under its closing ids. */
export function bookingState(
  account: Account,
  booking: { bookingId: string; revision: number },
  known: Known,
): BookingState {
  const open = account.bookings[chainKey(booking)];
  if (open) return { state: open.state, credits: creditsOf(open.payment) };
  const { outcome: state, credits } = closedOutcome(booking, known);
  const isReversed = known.has(bookingMovementIds(chainKey(booking)).reverse);
  return { state: state === 'used' && isReversed ? 'reversed' : state, credits };
}
