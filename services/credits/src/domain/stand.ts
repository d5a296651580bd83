import { FreeTrialUsed } from '@consult/contracts/events/credits';
import { type Chain, chainKey, type Payment } from './account.ts';
import { change, changeLot, type Draft, happening, lotOf, move, publish } from './decision.ts';
import { type ReturnGrace, giveBack } from './give-back.ts';
import { activeUntil, isDormant } from './lot.ts';
import { bookingMovementIds, type Movement } from './movement.ts';

/** Why a chain moves. */
export interface Why {
  cause: string;
  reason: string;
}

/**
 * The session of a reservation stands: its credits are held, and what its revision has replaced is over: the credits it goes
 * on with move, the others go back to their lot. A chain that is held already stays as it is.
 */
export function stand(draft: Draft, chain: Chain, why: Why, grace: ReturnGrace): Draft {
  if (chain.state === 'held') return draft;
  const { deadline: _deadline, takesOver, ...rest } = chain;
  const predecessor = takesOver && draft.account.bookings[chainKey({ ...chain, revision: takesOver.revision })];
  const moved = predecessor ? handOver(draft, predecessor, chain, grace) : draft;
  // Its predecessor was closed behind its back: it holds what it took itself.
  const credits = creditsOf(chain.payment) - (takesOver?.credits ?? 0);
  const lost = takesOver !== undefined && !predecessor && chain.payment.method !== 'free_trial';
  const payment = lost ? { ...chain.payment, credits } : chain.payment;
  const held = record(moved, { ...chain, payment: withCredits(payment, credits) }, why, 'held');
  const bookings = { ...held.account.bookings, [chainKey(chain)]: { ...rest, payment, state: 'held' as const } };
  return activate(tellTrialUsed(change(held, { bookings }), chain), chain);
}

function handOver(draft: Draft, from: Chain, to: Chain, grace: ReturnGrace): Draft {
  const why = { cause: 'reschedule', reason: '' };
  const credits = to.takesOver?.credits ?? 0;
  let after = draft;
  if (from.payment.method === 'free_trial') {
    const stays = to.payment.method === 'free_trial';
    after = record(stays ? moveTrial(draft, to) : returnTrial(draft, from), from, why, stays ? 'moved' : 'released');
  } else {
    if (credits > 0) after = record(after, { ...from, payment: withCredits(from.payment, credits) }, why, 'moved');
    const left = from.payment.credits - credits;
    if (left > 0) after = release(after, { ...from, payment: withCredits(from.payment, left) }, why, grace);
  }
  return closed(after, from);
}

/** Gives what a chain has set aside back to where it came from. */
export function release(draft: Draft, chain: Chain, why: Why, grace: ReturnGrace): Draft {
  const { payment } = chain;
  if (payment.method === 'free_trial') {
    // An attempt to move a session that did not come off leaves the trial with the session.
    const kept = chain.state === 'reserved' && chain.takesOver !== undefined && trialIsHeldElsewhere(draft, chain);
    return record(kept ? draft : returnTrial(draft, chain), chain, why, 'released');
  }
  const { transactionId } = lotOf(draft.account, payment.lotId);
  const { lotId, credits } = payment;
  const input = { ...movementOf(chain, why, 'released'), kind: 'released' as const, lotId, credits, transactionId };
  return giveBack(draft, input, { ...grace, graceUntil: payment.graceUntil });
}

function trialIsHeldElsewhere(draft: Draft, chain: Chain): boolean {
  const others = Object.values(draft.account.bookings).filter((other) => chainKey(other) !== chainKey(chain));
  return others.some((other) => other.bookingId === chain.bookingId && other.payment.method === 'free_trial');
}

/** The trial may be used again, if it is this booking that has used it. */
export function returnTrial(draft: Draft, chain: Pick<Chain, 'bookingId'>): Draft {
  const { freeTrial } = draft.account;
  if (freeTrial.state !== 'used' || freeTrial.bookingId !== chain.bookingId) return draft;
  return change(draft, { freeTrial: { state: 'eligible', expiresAt: freeTrial.expiresAt } });
}

function moveTrial(draft: Draft, chain: Chain): Draft {
  const { freeTrial } = draft.account;
  if (freeTrial.state !== 'used') return draft;
  return change(draft, { freeTrial: { ...freeTrial, usedAt: chain.sessionStart } });
}

/** Writes a step of a chain down. */
export function record(
  draft: Draft,
  chain: Chain,
  why: Why,
  to: 'held' | 'moved' | 'used' | 'released',
  more: Partial<Pick<Movement, 'consultation' | 'graceUntil'>> = {},
): Draft {
  const { payment } = chain;
  const base = { ...movementOf(chain, why, to), ...more };
  if (payment.method === 'free_trial') return move(draft, { ...base, kind: `trial_${to}` });
  const { lotId, credits } = payment;
  const { transactionId } = lotOf(draft.account, lotId);
  return move(draft, { ...base, kind: to, lotId, credits, transactionId });
}

function movementOf(chain: Chain, { cause, reason }: Why, to: 'held' | 'moved' | 'used' | 'released') {
  const { bookingId, revision, state: from } = chain;
  const ids = bookingMovementIds(chainKey(chain));
  const movementId = { held: ids.hold, moved: ids.move, used: ids.use, released: ids.release }[to];
  return { movementId, cause, reason, bookingId, revision, from };
}

/** The chain is over: the ledger knows it, the account forgets it. */
export function closed(draft: Draft, chain: Chain): Draft {
  const { [chainKey(chain)]: _closed, ...bookings } = draft.account.bookings;
  return change(draft, { bookings });
}

/** The days of a dormant lot begin with the first booking that stands. */
function activate(draft: Draft, chain: Chain): Draft {
  const { payment } = chain;
  if (payment.method === 'free_trial') return draft;
  const lot = lotOf(draft.account, payment.lotId);
  if (!isDormant(lot)) return draft;
  const { lotId, transactionId } = lot;
  const until = activeUntil(lot, chain.reservedAt);
  const movementId = `${lotId}:activate`;
  const told = move(draft, { movementId, kind: 'activated', cause: 'first_booking', lotId, transactionId, until });
  return change(
    told,
    changeLot(told.account, lotId, (one) => ({ ...one, expiryDate: until, activated: true })),
  );
}

/** The trial is told as used when its session stands, not at a reservation that may still fall. */
function tellTrialUsed(draft: Draft, chain: Chain): Draft {
  const { freeTrial, clientId } = draft.account;
  if (chain.state !== 'reserved' || chain.payment.method !== 'free_trial' || freeTrial.state !== 'used') return draft;
  const { bookingId, usedAt } = freeTrial;
  return publish(draft, happening(FreeTrialUsed, { clientId, bookingId, usedAt: usedAt.toISOString() }));
}

export function creditsOf(payment: Payment): number {
  return payment.method === 'free_trial' ? 0 : payment.credits;
}

/** The same payment with another number of credits. */
export function withCredits<P extends Payment>(payment: P, credits: number): P {
  return payment.method === 'free_trial' ? payment : { ...payment, credits };
}
