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
  /** Of a reschedule: what the session has set aside already counts as there. */
  moved?: { bookingId: string; revision: number } | undefined;
}

/** What credits would answer a reservation now; a pure read. `payable` is false where it would refuse. */
export async function quoteCredits(deps: Pick<Deps, 'credits'>, caller: Caller, question: CreditQuestion) {
  const { clientId, type, minutes = 0, start, useFreeTrial, moved } = question;
  return deps.credits.checkAvailability(caller, {
    clientId,
    sessionType: type,
    durationMinutes: minutes,
    scheduledStart: start.toISOString(),
    ...(useFreeTrial === undefined ? {} : { useFreeTrial }),
    ...(moved === undefined ? {} : { bookingId: moved.bookingId, predecessorRevision: moved.revision }),
  });
}

/** Who would pay for a session now. Refusals: credits_required (+ why, balance). */
export async function askCredits(deps: Pick<Deps, 'credits'>, caller: Caller, question: CreditQuestion) {
  const answer = await quoteCredits(deps, caller, question);
  if (!answer.payable) return refuse('credits_required', { why: answer.why, balance: answer.balance });
  return answer;
}
