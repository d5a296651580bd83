import { chainKey, type Lifetime } from './account.ts';
import type { Counters, LotTerms } from './lot.ts';
import { applyMovement, type Movement, type MovementKind, NO_CREDITS } from './movement.ts';

/** A lot as its movements make it. */
export interface ReplayedLot {
  counters: Counters;
  /** Of its first grant. */
  terms?: LotTerms;
  /** Of the last extension or activation. */
  expiryDate?: Date;
}

/** An open chain as its movements make it. */
export interface ReplayedChain {
  state: 'reserved' | 'held';
  reserved: Movement;
  /** All that the session costs. */
  credits: number;
}

/** An account as its movements make it. */
export interface Replayed {
  lots: Map<string, ReplayedLot>;
  chains: Map<string, ReplayedChain>;
  /** Credits that went from a revision to its successor, by the revision's key. */
  moved: Map<string, number>;
  lifetime: Lifetime;
  /** Trials taken, less those given back or moved along. */
  trials: number;
  trialTaken?: Movement;
  movements: number;
  lastSequence: number;
}

export function newReplay(): Replayed {
  return {
    lots: new Map(),
    chains: new Map(),
    moved: new Map(),
    lifetime: { totalConsultations: 0, creditsPurchased: 0, creditsUsed: 0 },
    trials: 0,
    movements: 0,
    lastSequence: 0,
  };
}

/** Takes one more movement in, in the order of their sequence; the replay is changed in place. */
export function replay(replayed: Replayed, movement: Movement): void {
  replayed.movements += 1;
  replayed.lastSequence = movement.sequence;
  if (movement.lotId !== '') replayLot(replayed, movement);
  replayChain(replayed, movement);
  replayLifetime(replayed.lifetime, movement);
}

function replayLot({ lots }: Replayed, movement: Movement): void {
  const lot = lots.get(movement.lotId) ?? { counters: NO_CREDITS };
  lots.set(movement.lotId, {
    ...lot,
    counters: applyMovement(lot.counters, movement),
    ...(movement.terms === undefined ? {} : { terms: movement.terms }),
    ...(movement.until === undefined ? {} : { expiryDate: movement.until }),
  });
}

/** Movements of a booking open, hold and close its chain; all others leave chains alone. */
const CHAIN_STEPS: Partial<Record<MovementKind, (replayed: Replayed, movement: Movement) => void>> = {
  reserved: open,
  trial_reserved: open,
  held: hold,
  trial_held: hold,
  moved(replayed, movement) {
    replayed.moved.set(chainKey(movement), movement.credits);
    close(replayed, movement);
  },
  trial_moved: close,
  used: close,
  trial_used: close,
  released: close,
  trial_released: close,
};
/** What each does to the number of trials taken. */
const TRIALS: Partial<Record<MovementKind, number>> = {
  trial_reserved: 1,
  trial_released: -1,
  trial_moved: -1,
  trial_reversed: -1,
};

function replayChain(replayed: Replayed, movement: Movement): void {
  replayed.trials += TRIALS[movement.kind] ?? 0;
  CHAIN_STEPS[movement.kind]?.(replayed, movement);
}

function open(replayed: Replayed, movement: Movement): void {
  const credits = movement.credits + (movement.takesOver?.credits ?? 0);
  replayed.chains.set(chainKey(movement), { state: 'reserved', reserved: movement, credits });
  if (movement.kind === 'trial_reserved') replayed.trialTaken = movement;
}

function hold({ chains, moved }: Replayed, movement: Movement): void {
  const key = chainKey(movement);
  const chain = chains.get(key);
  if (!chain) return;
  const from = chain.reserved.takesOver?.revision;
  const taken = from === undefined ? 0 : (moved.get(chainKey({ ...movement, revision: from })) ?? 0);
  chains.set(key, { ...chain, state: 'held', credits: movement.credits + taken });
}

function close({ chains }: Replayed, movement: Movement): void {
  chains.delete(chainKey(movement));
}

function replayLifetime(lifetime: Lifetime, { kind, credits, consultation, paid }: Movement): void {
  if (consultation) lifetime.totalConsultations += 1;
  if (kind === 'granted' && paid) lifetime.creditsPurchased += credits;
  if (kind === 'used') lifetime.creditsUsed += credits;
  if (kind === 'used_reversed') lifetime.creditsUsed -= credits;
}
