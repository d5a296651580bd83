import type { Counters } from './lot.ts';

type LotMovementKind = 'granted' | 'reserved' | 'held' | 'used' | 'released' | 'expired' | 'revoked';
type TrialMovementKind = 'trial_reserved' | 'trial_held' | 'trial_used' | 'trial_released';
/** `tombstone`: a release that found nothing, so that a late reserve of that id is refused. */
export type MovementKind = LotMovementKind | TrialMovementKind | 'tombstone';

/** One line of the append-only ledger. The id comes from the cause, so that a second arrival is the same movement. */
export interface Movement {
  movementId: string;
  kind: MovementKind;
  /** Empty for the trial. */
  lotId: string;
  credits: number;
  /** Which counter a used or released credit left. */
  from?: 'reserved' | 'held';
  /** Business time. */
  at: Date;
  /** Technical time; what `idsCompleteSince` compares. */
  recordedAt: Date;
  /** Grows by one with each movement of the account. */
  sequence: number;
  /** purchase, booking, completion, no_show, cancellation, fence, expiry, … */
  cause: string;
  actor: string;
  reason: string;
  bookingId: string;
  revision: number;
  transactionId: string;
  /** A session took place: it counts in the lifetime total. */
  consultation: boolean;
  /** Of a grant: it counts as purchased. */
  paid: boolean;
  fingerprint: string;
  /** Of a reservation: what its answer said was left. */
  availableAfter: number;
  /** Of a returned credit whose lot has expired. */
  graceUntil?: Date;
}

export const NO_CREDITS: Counters = { added: 0, remaining: 0, reserved: 0, held: 0, used: 0, expired: 0, revoked: 0 };

/** What a movement does to its lot's counters: commands and the rebuild from the ledger share it. */
export function applyMovement(counters: Counters, movement: Pick<Movement, 'kind' | 'credits' | 'from'>): Counters {
  const { kind, credits, from } = movement;
  switch (kind) {
    case 'granted':
      return { ...counters, added: counters.added + credits, remaining: counters.remaining + credits };
    case 'reserved':
      return move(counters, 'remaining', 'reserved', credits);
    case 'held':
      return move(counters, 'reserved', 'held', credits);
    case 'used':
      return move(counters, from ?? 'held', 'used', credits);
    case 'released':
      return move(counters, from ?? 'held', 'remaining', credits);
    case 'expired':
      return move(counters, 'remaining', 'expired', credits);
    case 'revoked':
      return move(counters, 'remaining', 'revoked', credits);
    case 'trial_reserved':
    case 'trial_held':
    case 'trial_used':
    case 'trial_released':
    case 'tombstone':
      return counters;
  }
}

function move(counters: Counters, from: keyof Counters, to: keyof Counters, credits: number): Counters {
  return { ...counters, [from]: counters[from] - credits, [to]: counters[to] + credits };
}

/** Ids of the movements a booking can have; `use` and `release` end it. */
export function bookingMovementIds(key: string): { reserve: string; hold: string; use: string; release: string } {
  return { reserve: `${key}:reserve`, hold: `${key}:hold`, use: `${key}:use`, release: `${key}:release` };
}
