import assert from 'node:assert';
import { CreditsReserved } from '@consult/contracts/events/credits';
import { type Account, type Chain, chainKey, type Payment } from './account.ts';
import {
  begin,
  change,
  changed,
  type Context,
  type Decision,
  type Draft,
  happening,
  type Known,
  lotOf,
  move,
  publish,
  refused,
  same,
} from './decision.ts';
import type { Lot } from './lot.ts';
import { bookingMovementIds, type Movement } from './movement.ts';
import { availableCredits, type Payer, quoteSession, type Session } from './payer.ts';
import { stand } from './stand.ts';
import { take } from './take.ts';

export interface ReserveCommand extends Session {
  bookingId: string;
  revision: number;
  durationMinutes: number;
  /** Technical time. */
  deadline: Date;
  /** 0: no limit. */
  maximumOpenBookings: number;
  /** Of a reschedule: the revision that stands; what it has set aside counts as there. 0: none. */
  predecessorRevision: number;
  /** Tenant's policy; asked for where there is a predecessor. */
  returnGraceDays: number;
}

export interface Reservation {
  payment: Payment;
  /** The lot that pays; absent on the trial. */
  lot?: Lot;
  availableAfter: number;
}

/** Sets the session's credits aside in one lot (or the trial), until the deadline. The same command again has the first answer. */
export function decideReserve(
  account: Account,
  command: ReserveCommand,
  known: Known,
  context: Context,
): Decision<Reservation> {
  const earlier = earlierAnswer(account, command, known);
  if (earlier) return earlier;
  const { bookingId, predecessorRevision, maximumOpenBookings } = command;
  const found = account.bookings[chainKey({ bookingId, revision: predecessorRevision })];
  const open = Object.values(account.bookings);
  if (predecessorRevision > 0 && !found) return refused('invalid_transition', { from: 'closed', allowed: [] });
  if (!found && open.some((chain) => chain.bookingId === bookingId))
    return refused('invalid_transition', { from: 'reserved', allowed: [] });
  const others = open.filter((chain) => chain.bookingId !== bookingId).length;
  if (maximumOpenBookings > 0 && others >= maximumOpenBookings)
    return refused('rule_refused', { rule: 'maximum_open_bookings', maximum: maximumOpenBookings });

  // That it is moved again says that it stands: its own predecessor ends first.
  const draft = found
    ? stand(begin(account, context), found, { cause: 'reschedule', reason: '' }, command)
    : begin(account, context);
  const predecessor = draft.account.bookings[chainKey({ bookingId, revision: predecessorRevision })];
  const { payer } = quoteSession(draft.account, command, context.now, predecessor);
  if (payer.by === 'nobody')
    return refused('credits_required', { why: payer.why, balance: availableCredits(account, context.now) });
  return setAside(draft, command, payer);
}

function earlierAnswer(account: Account, command: ReserveCommand, known: Known): Decision<Reservation> | undefined {
  const key = chainKey(command);
  const ids = bookingMovementIds(key);
  const open = account.bookings[key];
  const first = open ?? known.get(ids.reserve);
  if (first && first.fingerprint !== fingerprintOf(command)) return refused('idempotency_key_reused', {});
  if (open) return same(reservationOf(account, open.payment, open.availableAfter));
  if (known.has(ids.move)) return same(firstAnswer(account, known.get(ids.reserve)));
  // Also a tombstone: the fence went by before this reserve arrived, so it must not take anything any more.
  if (known.has(ids.release)) return refused('invalid_transition', { from: 'released', allowed: [] });
  const reserved = known.get(ids.reserve);
  if (!reserved) return undefined;
  assert(known.has(ids.use), `reservation ${key} is neither open nor closed`);
  return same(firstAnswer(account, reserved));
}

function firstAnswer(account: Account, reserved: Movement | undefined): Reservation {
  assert(reserved, 'a closed chain was reserved once');
  return reservationOf(account, paymentOf(account, reserved), reserved.availableAfter);
}

function setAside(
  draft: Draft,
  command: ReserveCommand,
  payer: Exclude<Payer, { by: 'nobody' }>,
): Decision<Reservation> {
  const key = chainKey(command);
  const { bookingId, revision, deadline, scheduledStart: sessionStart, predecessorRevision } = command;
  const fingerprint = fingerprintOf(command);
  const over = payer.by === 'lot' ? payer.takesOver : 0;
  const takesOver = predecessorRevision === 0 ? {} : { takesOver: { revision: predecessorRevision, credits: over } };
  const base = {
    movementId: bookingMovementIds(key).reserve,
    cause: predecessorRevision === 0 ? 'booking' : 'reschedule',
    bookingId,
    revision,
    fingerprint,
    sessionStart,
    ...takesOver,
  };
  const taken = payer.by === 'lot' ? payer.credits - over : 0;
  const availableAfter = availableCredits(draft.account, draft.context.now) - taken;
  let payment: Payment;
  let after: Draft;
  if (payer.by === 'lot') {
    const { lotId, transactionId, unlimited } = payer.lot;
    const out = take(draft, { ...base, kind: 'reserved', lotId, credits: taken, transactionId, availableAfter });
    const graceUntil = out.graceUntil ?? graceOf(draft.account, command, over);
    const mark = graceUntil === undefined ? {} : { graceUntil };
    payment = { method: unlimited ? 'unlimited' : 'credits', lotId, credits: payer.credits, ...mark };
    after = out.draft;
  } else {
    payment = { method: 'free_trial' };
    after = move(payer.takesOver ? draft : takeTrial(draft, command), {
      ...base,
      kind: 'trial_reserved',
      availableAfter,
    });
  }
  const chain: Chain = {
    state: 'reserved',
    deadline,
    bookingId,
    revision,
    payment,
    fingerprint,
    availableAfter,
    reservedAt: draft.context.now,
    sessionStart,
    ...takesOver,
  };
  after = change(after, { bookings: { ...after.account.bookings, [key]: chain } });
  const event = { ...bookingData(after.account, chain), deadline: deadline.toISOString() };
  return changed(
    publish(after, happening(CreditsReserved, event)),
    reservationOf(after.account, payment, availableAfter),
  );
}

/** Credits on borrowed time stay so when their session moves. */
function graceOf(account: Account, command: ReserveCommand, takesOver: number): Date | undefined {
  const { bookingId, predecessorRevision: revision } = command;
  const payment = account.bookings[chainKey({ bookingId, revision })]?.payment;
  return takesOver === 0 || payment === undefined || payment.method === 'free_trial' ? undefined : payment.graceUntil;
}

function takeTrial(draft: Draft, command: ReserveCommand): Draft {
  const { freeTrial } = draft.account;
  assert(freeTrial.state === 'eligible');
  const { scheduledStart: usedAt, bookingId } = command;
  return change(draft, { freeTrial: { state: 'used', expiresAt: freeTrial.expiresAt, usedAt, bookingId } });
}

function reservationOf(account: Account, payment: Payment, availableAfter: number): Reservation {
  if (payment.method === 'free_trial') return { payment, availableAfter };
  return { payment, lot: lotOf(account, payment.lotId), availableAfter };
}

function paymentOf(account: Account, reserved: Movement): Payment {
  if (reserved.lotId === '') return { method: 'free_trial' };
  const { lotId } = reserved;
  const credits = reserved.credits + (reserved.takesOver?.credits ?? 0);
  return { method: lotOf(account, lotId).unlimited ? 'unlimited' : 'credits', lotId, credits };
}

/** What a booking's events tell. */
export function bookingData(account: Account, chain: Pick<Chain, 'bookingId' | 'revision' | 'payment'>) {
  const { bookingId, revision, payment } = chain;
  const paid = payment.method === 'free_trial' ? { credits: 0 } : { lotId: payment.lotId, credits: payment.credits };
  return { bookingId, revision, clientId: account.clientId, method: payment.method, ...paid };
}

function fingerprintOf(command: ReserveCommand): string {
  const { sessionType, durationMinutes, scheduledStart, useFreeTrial, predecessorRevision } = command;
  const parts = [sessionType, durationMinutes, scheduledStart.toISOString(), useFreeTrial ?? 'any'];
  return (predecessorRevision === 0 ? parts : [...parts, predecessorRevision]).join('|');
}
