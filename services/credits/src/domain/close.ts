import { CreditsConsumed, CreditsRestored, FreeTrialUsed } from '@consult/contracts/events/credits';
import { type Account, type Chain, chainKey, type Payment } from './account.ts';
import {
  begin,
  change,
  changed,
  changeLot,
  type Context,
  type Decision,
  type Draft,
  happening,
  lotOf,
  move,
  publish,
  same,
} from './decision.ts';
import { lapse } from './expire.ts';
import { type GraceBatch, liveUntil } from './lot.ts';
import { bookingMovementIds, type Movement } from './movement.ts';
import { bookingData, type Known } from './reserve.ts';

const DAY_MS = 24 * 3_600_000;

/** Whose chain it is, and why it moves. */
export interface BookingCommand {
  bookingId: string;
  revision: number;
  /** booking, completion, no_show, cancellation, fence, … */
  cause: string;
  reason: string;
}

/** What became of the chain: `nothing` when there is none, or there was none. */
export interface ChainOutcome {
  outcome: 'reserved' | 'held' | 'used' | 'released' | 'nothing';
  credits: number;
}

/** The consultation stands: the reservation needs no deadline any more. A chain already closed stays closed. */
export function decideHold(
  account: Account,
  command: BookingCommand,
  known: Known,
  context: Context,
): Decision<ChainOutcome> {
  const chain = account.bookings[chainKey(command)];
  if (!chain) return same(closedOutcome(command, known));
  if (chain.state === 'held') return same({ outcome: 'held', credits: creditsOf(chain.payment) });
  const { deadline: _deadline, ...rest } = chain;
  const held = record(begin(account, context), chain, command, 'held');
  const bookings = { ...held.account.bookings, [chainKey(chain)]: { ...rest, state: 'held' as const } };
  return changed(tellTrialUsed(change(held, { bookings }), chain), {
    outcome: 'held',
    credits: creditsOf(chain.payment),
  });
}

/** The session took place, or its credit is forfeited: used for good. */
export function decideUse(
  account: Account,
  command: BookingCommand & { consultation: boolean },
  known: Known,
  context: Context,
): Decision<ChainOutcome> {
  const chain = account.bookings[chainKey(command)];
  if (!chain) return same(closedOutcome(command, known));
  const credits = creditsOf(chain.payment);
  let draft = record(begin(account, context), chain, command, 'used', { consultation: command.consultation });
  const { lifetime } = draft.account;
  draft = change(closed(draft, chain), {
    lifetime: {
      ...lifetime,
      totalConsultations: lifetime.totalConsultations + Number(command.consultation),
      creditsUsed: lifetime.creditsUsed + credits,
    },
  });
  const event = { ...bookingData(account, chain), reason: command.cause };
  return changed(publish(tellTrialUsed(draft, chain), happening(CreditsConsumed, event)), { outcome: 'used', credits });
}

/** Gives the credits back to their lot; where nothing was ever reserved, leaves a tombstone against a late reserve. */
export function decideRelease(
  account: Account,
  command: BookingCommand & { returnGraceDays: number },
  known: Known,
  context: Context,
): Decision<ChainOutcome> {
  const chain = account.bookings[chainKey(command)];
  if (!chain) {
    const earlier = closedOutcome(command, known);
    if (earlier.outcome !== 'nothing' || known.has(bookingMovementIds(chainKey(command)).release)) return same(earlier);
    const movementId = bookingMovementIds(chainKey(command)).release;
    const { bookingId, revision, cause, reason } = command;
    const draft = move(begin(account, context), { movementId, kind: 'tombstone', cause, reason, bookingId, revision });
    return changed(draft, earlier);
  }
  const credits = creditsOf(chain.payment);
  const draft = closed(giveBack(begin(account, context), chain, command), chain);
  const event = { ...bookingData(account, chain), reason: command.reason || command.cause };
  return changed(publish(draft, happening(CreditsRestored, event)), { outcome: 'released', credits });
}

function giveBack(draft: Draft, chain: Chain, command: BookingCommand & { returnGraceDays: number }): Draft {
  const { payment } = chain;
  if (payment.method === 'free_trial') return record(returnTrial(draft, chain), chain, command, 'released');
  const { now } = draft.context;
  const lot = lotOf(draft.account, payment.lotId);
  if (now < liveUntil(lot)) return record(draft, chain, command, 'released');
  // What lapsed with the lot stays lapsed; only this credit lives on: 7 days (tenant's setting), once.
  const until = payment.graceUntil ?? new Date(now.getTime() + command.returnGraceDays * DAY_MS);
  const back = record(lapse(draft, lot.lotId), chain, command, 'released', { graceUntil: until });
  const batch: GraceBatch = { credits: payment.credits, until };
  const account = changeLot(back.account, lot.lotId, (one) => ({ ...one, returned: [...one.returned, batch] }));
  return until > now ? change(back, account) : lapse(change(back, account), lot.lotId);
}

function returnTrial(draft: Draft, chain: Chain): Draft {
  const { freeTrial } = draft.account;
  if (freeTrial.state !== 'used' || freeTrial.bookingId !== chain.bookingId) return draft;
  return change(draft, { freeTrial: { state: 'eligible', expiresAt: freeTrial.expiresAt } });
}

function record(
  draft: Draft,
  chain: Chain,
  command: BookingCommand,
  to: 'held' | 'used' | 'released',
  more: Partial<Pick<Movement, 'consultation' | 'graceUntil'>> = {},
): Draft {
  const { bookingId, revision, payment } = chain;
  const ids = bookingMovementIds(chainKey(chain));
  const movementId = { held: ids.hold, used: ids.use, released: ids.release }[to];
  const { cause, reason } = command;
  const base = { movementId, cause, reason, bookingId, revision, from: chain.state, ...more };
  if (payment.method === 'free_trial') return move(draft, { ...base, kind: `trial_${to}` });
  const { lotId, credits } = payment;
  const { transactionId } = lotOf(draft.account, lotId);
  return move(draft, { ...base, kind: to, lotId, credits, transactionId });
}

function closed(draft: Draft, chain: Chain): Draft {
  const { [chainKey(chain)]: _closed, ...bookings } = draft.account.bookings;
  return change(draft, { bookings });
}

/** The trial is told as used when its session stands, not at a reservation that may still fall. */
function tellTrialUsed(draft: Draft, chain: Chain): Draft {
  const { freeTrial, clientId } = draft.account;
  if (chain.state !== 'reserved' || chain.payment.method !== 'free_trial' || freeTrial.state !== 'used') return draft;
  const { bookingId, usedAt } = freeTrial;
  return publish(draft, happening(FreeTrialUsed, { clientId, bookingId, usedAt: usedAt.toISOString() }));
}

function closedOutcome(command: BookingCommand, known: Known): ChainOutcome {
  const ids = bookingMovementIds(chainKey(command));
  const used = known.get(ids.use);
  if (used) return { outcome: 'used', credits: used.credits };
  const released = known.get(ids.release);
  if (released && released.kind !== 'tombstone') return { outcome: 'released', credits: released.credits };
  return { outcome: 'nothing', credits: 0 };
}

function creditsOf(payment: Payment): number {
  return payment.method === 'free_trial' ? 0 : payment.credits;
}
