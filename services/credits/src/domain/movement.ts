import type { Counters, LotTerms } from './lot.ts';

type ChainMovementKind = 'reserved' | 'held' | 'moved' | 'used' | 'released' | 'used_reversed';
type TrialMovementKind =
  | 'trial_reserved'
  | 'trial_held'
  | 'trial_moved'
  | 'trial_used'
  | 'trial_released'
  | 'trial_reversed';
type LotMovementKind =
  | 'granted'
  | 'expired'
  | 'rolled_over'
  | 'reinstated'
  | 'revoked'
  | 'restored'
  | 'extended'
  | 'activated'
  | 'frozen'
  | 'thawed';
/**
 * `tombstone`: a release that found nothing, so that a late reserve of that id is refused.
 * `rebuilt`: the account was set to what its movements say.
 */
export type MovementKind = ChainMovementKind | TrialMovementKind | LotMovementKind | 'tombstone' | 'rebuilt';

/** One line of the append-only ledger. The id comes from the cause, so that a second arrival is the same movement. */
export interface Movement {
  movementId: string;
  kind: MovementKind;
  /** Empty for the trial. */
  lotId: string;
  credits: number;
  /** Which counter a used, moved or released credit left. */
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
  /** Of a returned credit whose lot has expired; of a used one: that it lived on borrowed time. */
  graceUntil?: Date;
  /** Of an extension or activation: the new expiry. */
  until?: Date;
  /** Of the first grant of a lot: all that is needed to make it again. */
  terms?: LotTerms;
  /** Of a reservation. */
  sessionStart?: Date;
  takesOver?: { revision: number; credits: number };
  /** Of a revocation or restoration by a refund. */
  refundId?: string;
  /** Of a refund of an unlimited lot, or its failure: what has gone back in all by then; minor units. */
  refundedMinor?: number;
  /** What it recognises as earned and adds to what is owed (less than zero: takes off); minor units of `currency`. */
  recognisedMinor?: number;
  deferredMinor?: number;
  packageId?: string;
  currency?: string;
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
    case 'moved':
      return move(counters, from ?? 'held', 'held', credits);
    case 'used':
      return move(counters, from ?? 'held', 'used', credits);
    case 'released':
      return move(counters, from ?? 'held', 'remaining', credits);
    case 'used_reversed':
      return move(counters, 'used', 'remaining', credits);
    case 'expired':
    case 'rolled_over':
      return move(counters, 'remaining', 'expired', credits);
    case 'reinstated':
      return move(counters, 'expired', 'remaining', credits);
    case 'revoked':
      return move(counters, 'remaining', 'revoked', credits);
    case 'restored':
      return move(counters, 'revoked', 'remaining', credits);
    case 'extended':
    case 'activated':
    case 'frozen':
    case 'thawed':
    case 'trial_reserved':
    case 'trial_held':
    case 'trial_moved':
    case 'trial_used':
    case 'trial_released':
    case 'trial_reversed':
    case 'tombstone':
    case 'rebuilt':
      return counters;
  }
}

function move(counters: Counters, from: keyof Counters, to: keyof Counters, credits: number): Counters {
  if (from === to) return counters;
  return { ...counters, [from]: counters[from] - credits, [to]: counters[to] + credits };
}

/** Ids of the movements a booking's revision can have; `use`, `release` and `move` (to its successor) end it. */
export function bookingMovementIds(key: string) {
  return {
    reserve: `${key}:reserve`,
    hold: `${key}:hold`,
    move: `${key}:move`,
    use: `${key}:use`,
    release: `${key}:release`,
    reverse: `${key}:reverse`,
  };
}
