import type { Caller } from '@consult/runtime/caller';
import { isAppError, refuse } from '@consult/runtime/errors';
import type { Billing, Consultation, PaymentMethod } from '../domain/consultation.ts';
import type { Deps } from './deps.ts';

/** How often an unanswered reserve is asked again by its id before the fence is left to settle it. */
const RESERVE_TRIES = 3;

export interface CreditWish {
  bookingId: string;
  /** Of a reservation that replaces none: 1, unless a fence has passed. */
  revision: number;
  /** Of a reschedule: the revision that stands, against which the new one is netted. */
  predecessorRevision?: number | undefined;
  clientId: string;
  sessionType: string;
  durationMinutes: number;
  scheduledStart: Date;
  useFreeTrial?: boolean | undefined;
  maximumOpenBookings: number;
}

/** `fenced`: credits has given this revision up for good. `unsettled`: another revision has to be settled first. */
export type NotReserved = 'fenced' | 'unsettled';

/**
 * Reserves what the session costs under the booking's id and revision, so that asking again answers the first result.
 * Refusals: credits_required (+ why, balance); dependency_unavailable when no answer came: unknown, and credits' fence settles it.
 */
export async function reserveCredit(deps: Deps, caller: Caller, wish: CreditWish): Promise<Billing | NotReserved> {
  const { bookingId, revision, clientId, sessionType, durationMinutes, maximumOpenBookings, useFreeTrial } = wish;
  const request = {
    bookingId,
    clientId,
    sessionType,
    durationMinutes,
    maximumOpenBookings,
    revision,
    ...(wish.predecessorRevision === undefined ? {} : { predecessorRevision: wish.predecessorRevision }),
    scheduledStart: wish.scheduledStart.toISOString(),
    ...(useFreeTrial === undefined ? {} : { useFreeTrial }),
    deadlineSeconds: deps.reservationDeadlineSeconds,
  };
  for (let attempt = 1; ; attempt += 1) {
    try {
      const { method, credits, lotId, transactionId, unitPriceMinor, currency } = await deps.credits.reserve(
        caller,
        request,
      );
      return { method: paymentMethod(method), credits, lotId, transactionId, unitPriceMinor, currency };
    } catch (error) {
      if (isAppError(error, 'invalid_transition')) return error.details['from'] === 'released' ? 'fenced' : 'unsettled';
      if (!isUnknown(error)) throw error;
      deps.logger.warn({ bookingId, revision, attempt, err: error }, 'reserve unanswered');
      if (attempt === RESERVE_TRIES) return refuse('dependency_unavailable', { dependency: 'credits' });
    }
  }
}

/** Gives a credit back at once; the event of the same move, or credits' fence, is the backstop when this fails. */
export async function releaseCredit(
  deps: Deps,
  caller: Caller,
  release: Pick<Consultation, 'clientId' | 'revision'> & {
    bookingId: string;
    reason: string;
    forfeit: boolean;
    /** The booking was there, and not only asked for. */
    stood: boolean;
  },
): Promise<void> {
  try {
    await deps.credits.release(caller, release);
  } catch (error) {
    deps.logger.warn(
      { bookingId: release.bookingId, err: error },
      'release unanswered; left to the event or the fence',
    );
  }
}

/** Gives a used credit back at once, as an admin decided; the event of the decision is the backstop when this fails. */
export async function reverseUse(
  deps: Deps,
  caller: Caller,
  reversal: Pick<Consultation, 'clientId' | 'revision'> & { bookingId: string; reason: string },
): Promise<void> {
  const { bookingId, clientId, revision, reason } = reversal;
  try {
    await deps.credits.reverseUse(caller, { bookingId, clientId, revision, reason });
  } catch (error) {
    deps.logger.warn({ bookingId, err: error }, 'reversal unanswered, or the use not heard of yet; left to the event');
  }
}

/** No answer is not a no: the call may have taken effect. */
function isUnknown(error: unknown): boolean {
  return isAppError(error, 'dependency_unavailable') || isAppError(error, 'deadline_exceeded');
}

function paymentMethod(method: string): PaymentMethod {
  switch (method) {
    case 'credits':
    case 'unlimited':
    case 'free_trial':
      return method;
    default:
      throw new Error(`credits answered an unknown method ${method}`);
  }
}
