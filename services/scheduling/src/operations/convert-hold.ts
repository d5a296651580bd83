import type { Caller } from '@consult/runtime/caller';
import { refuse } from '@consult/runtime/errors';
import type { Consultation } from '../domain/consultation.ts';
import type { Hold } from '../domain/hold.ts';
import type { Deps } from './deps.ts';
import { placeHeld } from './place-held.ts';
import { findHeld, planHeld } from './plan-held.ts';
import { checkBookingQuote } from './quote-booking.ts';

/** How often a hold may change while it is turned into its booking. */
const CONVERT_ATTEMPTS = 5;

export interface HeldWish {
  holdId: string;
  clientId: string;
  quoteId?: string | undefined;
  /** Refuses a hold that was made for something else. */
  check?: (found: Hold | Consultation) => void;
}

/**
 * Turns a hold into the booking it was made for: a credit is reserved under its id, then one update of the same document at its
 * version makes it a consultation. One that has lapsed is still turned where its time is free. Twice is once.
 * Refusals: not_found (unknown, another's, released or given up), conflict (its credit is being settled), those of a booking.
 */
export async function convertHold(deps: Deps, caller: Caller, wish: HeldWish): Promise<Consultation> {
  const { holdId, clientId, quoteId } = wish;
  for (let attempt = 1; attempt <= CONVERT_ATTEMPTS; attempt += 1) {
    const found = await findHeld(deps, caller, { holdId, clientId });
    wish.check?.(found);
    if ('status' in found) return found;
    const plan = await planHeld(deps, caller, found);
    if (quoteId !== undefined) await checkBookingQuote(deps, caller, plan, quoteId);
    const placed = await placeHeld(deps, caller, found, plan);
    if (placed !== 'again') return placed;
  }
  return refuse('conflict', { holdId });
}
