import type { BookingCredits__Output as BookingCredits } from '@consult/contracts/grpc/gen/consult/credits/v1/BookingCredits';
import type { BookingState__Output as BookingState } from '@consult/contracts/grpc/gen/consult/scheduling/v1/BookingState';
import { systemCaller } from '@consult/runtime/caller';
import type { Finding, Mismatch } from '../domain/reconcile.ts';
import {
  compareHold,
  compareSession,
  CREDIT_STATES,
  type CreditState,
  SESSION_STATES,
  type SessionState,
} from '../domain/reconcile-sessions.ts';
import type { CheckedPage } from '../domain/reconciliation-run.ts';
import type { Deps } from './deps.ts';
import type { Compared } from './reconcile-page.ts';

/** What scheduling and credits answer about at a time. */
const ASKED_MAX = 100;

type Booking = Pick<BookingState, 'bookingId' | 'revision' | 'clientId'>;

/** A page of consultations against what has become of their credits. Refusals: dependency_unavailable. */
export async function reconcileSessions(deps: Deps, what: Compared, cursor: string): Promise<CheckedPage> {
  const system = systemCaller(what.tenantId, 'billing');
  const { bookings, nextCursor } = await deps.scheduling.listBookings(system, {
    since: what.since?.toISOString() ?? '',
    changedBefore: what.changedBefore.toISOString(),
    cursor,
  });
  // What differs may have moved on between the two reads: it is looked at once more.
  const suspects = await differing(deps, what, bookings);
  const again = await standing(deps, what, suspects);
  const found = await differing(
    deps,
    what,
    suspects.filter((booking) => isUnmoved(booking, again)),
  );
  const findings: Finding[] = [];
  for (const { mismatch, ...booking } of found)
    findings.push(await findingOf(deps, what, { booking, mismatch, subject: booking.consultationId }));
  return { checked: bookings.length, findings, nextCursor };
}

/** A page of what the ledger has set aside against the consultations. Refusals: dependency_unavailable. */
export async function reconcileHolds(deps: Deps, what: Compared, cursor: string): Promise<CheckedPage> {
  const system = systemCaller(what.tenantId, 'billing');
  const deadlineBefore = what.changedBefore.toISOString();
  const { holds, nextCursor } = await deps.credits.listOpenHolds(system, { cursor, deadlineBefore });
  const sessions = await standing(deps, what, holds);
  const findings: Finding[] = [];
  for (const hold of holds) {
    const { bookingId, revision, credits } = hold;
    const state = creditState(hold.state);
    const mismatch = compareHold({ revision, state, credits }, sessions.get(bookingId));
    if (mismatch) findings.push(await findingOf(deps, what, { booking: hold, mismatch, subject: bookingId }));
  }
  return { checked: holds.length, findings, nextCursor };
}

async function differing<B extends BookingState>(
  deps: Deps,
  { tenantId }: Compared,
  bookings: readonly B[],
): Promise<(B & { mismatch: Mismatch })[]> {
  if (bookings.length === 0) return [];
  const asked = bookings.map(({ bookingId, revision, clientId }) => ({ bookingId, revision, clientId }));
  const system = systemCaller(tenantId, 'billing');
  const answer = await deps.credits.getBookingStates(system, { bookings: asked });
  const credits = new Map(answer.bookings.map((one) => [one.bookingId, creditState(one.state)]));
  return bookings.flatMap((booking) => {
    const mismatch = compareSession(sessionState(booking.state), credits.get(booking.bookingId) ?? 'nothing');
    return mismatch === undefined ? [] : [{ ...booking, mismatch }];
  });
}

/** The sessions of these bookings as they are now, by booking. */
async function standing(
  deps: Deps,
  { tenantId }: Compared,
  bookings: readonly Pick<Booking, 'bookingId'>[],
): Promise<ReadonlyMap<string, BookingState>> {
  const found = new Map<string, BookingState>();
  for (let from = 0; from < bookings.length; from += ASKED_MAX) {
    const bookingIds = bookings.slice(from, from + ASKED_MAX).map(({ bookingId }) => bookingId);
    const answer = await deps.scheduling.getBookings(systemCaller(tenantId, 'billing'), { bookingIds });
    for (const booking of answer.bookings) found.set(booking.bookingId, booking);
  }
  return found;
}

function isUnmoved(before: BookingState, now: ReadonlyMap<string, BookingState>): boolean {
  const after = now.get(before.bookingId);
  return after?.revision === before.revision && after.state === before.state;
}

/** Mends it too, where that is wanted and safe: credits does what scheduling says of the booking, for good. */
async function findingOf(
  deps: Deps,
  { tenantId, apply }: Compared,
  { booking, mismatch, subject }: { booking: Booking; mismatch: Mismatch; subject: string },
): Promise<Finding> {
  const applied = apply && mismatch.repair === 'settle';
  const { bookingId, revision, clientId } = booking;
  if (applied) await deps.credits.settleBooking(systemCaller(tenantId, 'billing'), { bookingId, revision, clientId });
  return { ...mismatch, subject, applied };
}

function sessionState(told: string): SessionState {
  const state = SESSION_STATES.find((known) => known === told);
  if (state === undefined) throw new Error(`scheduling answered an unknown state ${told}`);
  return state;
}

function creditState(told: BookingCredits['state']): CreditState {
  const state = CREDIT_STATES.find((known) => known === told);
  if (state === undefined) throw new Error(`credits answered an unknown state ${told}`);
  return state;
}
