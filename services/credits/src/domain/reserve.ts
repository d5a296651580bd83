import assert from 'node:assert';
import { CreditsReserved } from '@consult/contracts/events/credits';
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
  refused,
  same,
} from './decision.ts';
import { type Lot, liveUntil } from './lot.ts';
import { bookingMovementIds, type Movement } from './movement.ts';
import { availableCredits, choosePayer, type Payer, type Session } from './payer.ts';

export interface ReserveCommand extends Session {
  bookingId: string;
  revision: number;
  durationMinutes: number;
  /** Technical time. */
  deadline: Date;
  /** 0: no limit. */
  maximumOpenBookings: number;
}

export interface Reservation {
  payment: Payment;
  /** The lot that pays; absent on the trial. */
  lot?: Lot;
  availableAfter: number;
}

/** Movements found under the ids a command asked for. */
export type Known = ReadonlyMap<string, Movement>;

/** Sets the session's credits aside in one lot (or the trial), until the deadline. The same command again has the first answer. */
export function decideReserve(
  account: Account,
  command: ReserveCommand,
  known: Known,
  context: Context,
): Decision<Reservation> {
  const earlier = earlierAnswer(account, command, known);
  if (earlier) return earlier;
  const others = Object.values(account.bookings);
  // Netting against the predecessor in the same lot comes with rescheduling.
  if (others.some((chain) => chain.bookingId === command.bookingId))
    return refused('not_built', { part: 'reschedule' });
  if (command.maximumOpenBookings > 0 && others.length >= command.maximumOpenBookings)
    return refused('rule_refused', { rule: 'maximum_open_bookings', maximum: command.maximumOpenBookings });

  const payer = choosePayer(account, command, context.now);
  if (payer.by === 'nobody')
    return refused('credits_required', { why: payer.why, balance: availableCredits(account, context.now) });
  return take(begin(account, context), command, payer);
}

function earlierAnswer(account: Account, command: ReserveCommand, known: Known): Decision<Reservation> | undefined {
  const key = chainKey(command);
  const ids = bookingMovementIds(key);
  const open = account.bookings[key];
  const first = open ?? known.get(ids.reserve);
  if (first && first.fingerprint !== fingerprintOf(command)) return refused('idempotency_key_reused', {});
  if (open) return same(reservationOf(account, open.payment, open.availableAfter));
  // Also a tombstone: the fence went by before this reserve arrived, so it must not take anything any more.
  if (known.has(ids.release)) return refused('invalid_transition', { from: 'released', allowed: [] });
  const reserved = known.get(ids.reserve);
  if (!reserved) return undefined;
  assert(known.has(ids.use), `reservation ${key} is neither open nor closed`);
  return same(reservationOf(account, paymentOf(account, reserved), reserved.availableAfter));
}

function take(draft: Draft, command: ReserveCommand, payer: Exclude<Payer, { by: 'nobody' }>): Decision<Reservation> {
  const key = chainKey(command);
  const { bookingId, revision, deadline } = command;
  const fingerprint = fingerprintOf(command);
  const base = { movementId: bookingMovementIds(key).reserve, cause: 'booking', bookingId, revision, fingerprint };
  const left = availableCredits(draft.account, draft.context.now);
  const credits = payer.by === 'lot' ? payer.credits : 0;
  const availableAfter = left - credits;
  let payment: Payment;
  let taken: Draft;
  if (payer.by === 'lot') {
    const { lotId, transactionId, unlimited } = payer.lot;
    const borrowed = borrow(payer.lot, credits, draft.context.now);
    payment = { method: unlimited ? 'unlimited' : 'credits', lotId, credits, ...borrowed.mark };
    taken = change(
      draft,
      changeLot(draft.account, lotId, (lot) => ({ ...lot, returned: borrowed.returned })),
    );
    taken = move(taken, { ...base, kind: 'reserved', lotId, credits, transactionId, availableAfter });
  } else {
    payment = { method: 'free_trial' };
    taken = move(takeTrial(draft, command), { ...base, kind: 'trial_reserved', availableAfter });
  }
  const chain: Chain = { state: 'reserved', deadline, bookingId, revision, payment, fingerprint, availableAfter };
  taken = change(taken, { bookings: { ...taken.account.bookings, [key]: chain } });
  const event = { ...bookingData(taken.account, chain), deadline: deadline.toISOString() };
  return changed(
    publish(taken, happening(CreditsReserved, event)),
    reservationOf(taken.account, payment, availableAfter),
  );
}

function takeTrial(draft: Draft, command: ReserveCommand): Draft {
  const { freeTrial } = draft.account;
  assert(freeTrial.state === 'eligible');
  const { scheduledStart: usedAt, bookingId } = command;
  return change(draft, { freeTrial: { state: 'used', expiresAt: freeTrial.expiresAt, usedAt, bookingId } });
}

/** Takes credits that die with the lot first, then those on borrowed time, the shortest-lived first; the chain remembers their end. */
function borrow(lot: Lot, credits: number, now: Date): Pick<Lot, 'returned'> & { mark: { graceUntil?: Date } } {
  const borrowed = lot.returned.reduce((sum, batch) => sum + batch.credits, 0);
  let missing = credits - (now < liveUntil(lot) ? Math.min(credits, lot.remaining - borrowed) : 0);
  const ends: Date[] = [];
  const returned = [...lot.returned]
    .sort((a, b) => a.until.getTime() - b.until.getTime())
    .map((batch) => {
      const taken = batch.until > now ? Math.min(missing, batch.credits) : 0;
      missing -= taken;
      if (taken > 0) ends.push(batch.until);
      return { ...batch, credits: batch.credits - taken };
    })
    .filter((batch) => batch.credits > 0);
  const [graceUntil] = ends;
  return { returned, mark: graceUntil ? { graceUntil } : {} };
}

function reservationOf(account: Account, payment: Payment, availableAfter: number): Reservation {
  if (payment.method === 'free_trial') return { payment, availableAfter };
  return { payment, lot: lotOf(account, payment.lotId), availableAfter };
}

function paymentOf(account: Account, reserved: Movement): Payment {
  if (reserved.lotId === '') return { method: 'free_trial' };
  const { lotId, credits } = reserved;
  return { method: lotOf(account, lotId).unlimited ? 'unlimited' : 'credits', lotId, credits };
}

/** What a booking's events tell. */
export function bookingData(account: Account, chain: Pick<Chain, 'bookingId' | 'revision' | 'payment'>) {
  const { bookingId, revision, payment } = chain;
  const paid = payment.method === 'free_trial' ? { credits: 0 } : { lotId: payment.lotId, credits: payment.credits };
  return { bookingId, revision, clientId: account.clientId, method: payment.method, ...paid };
}

function fingerprintOf(command: ReserveCommand): string {
  const { sessionType, durationMinutes, scheduledStart, useFreeTrial } = command;
  return [sessionType, durationMinutes, scheduledStart.toISOString(), useFreeTrial ?? 'any'].join('|');
}
