import type { Caller } from '@consult/runtime/caller';
import { refuse } from '@consult/runtime/errors';
import type { SessionType } from '../domain/session-types.ts';
import type { Deps } from './deps.ts';

export interface CreditQuestion {
  clientId: string;
  type: SessionType;
  /** Absent: the lot that pays decides. */
  minutes?: number | undefined;
  start: Date;
  useFreeTrial?: boolean | undefined;
  /** What the session has set aside already counts as there: of a reschedule, or of an earlier arrival of the same booking. */
  own?: { bookingId: string; revision: number } | undefined;
}

/** What credits would answer a reservation now; a pure read. `payable` is false where it would refuse. */
export async function quoteCredits(deps: Pick<Deps, 'credits'>, caller: Caller, question: CreditQuestion) {
  const { clientId, type, minutes = 0, start, useFreeTrial, own } = question;
  return deps.credits.checkAvailability(caller, {
    clientId,
    sessionType: type,
    durationMinutes: minutes,
    scheduledStart: start.toISOString(),
    ...(useFreeTrial === undefined ? {} : { useFreeTrial }),
    ...(own === undefined ? {} : { bookingId: own.bookingId, predecessorRevision: own.revision }),
  });
}

/** Who would pay for a session now. Refusals: credits_required (+ why, balance). */
export async function askCredits(deps: Pick<Deps, 'credits'>, caller: Caller, question: CreditQuestion) {
  const answer = await quoteCredits(deps, caller, question);
  if (!answer.payable) return refuse('credits_required', { why: answer.why, balance: answer.balance });
  return answer;
}
