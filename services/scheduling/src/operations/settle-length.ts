import type { Caller } from '@consult/runtime/caller';
import { refuse } from '@consult/runtime/errors';
import { type Booking, judgeLength, type TimeWish, wishedLength } from '../domain/booking.ts';
import { DEFAULT_SESSION_MINUTES, TRIAL_MINUTES } from '../domain/session-types.ts';
import type { Deps } from './deps.ts';

/** How long the session will be, and whether the trial must pay it. */
export interface SettledLength {
  minutes: number;
  useFreeTrial?: boolean | undefined;
}

/**
 * Settles the length of a session: as the caller says, else as the paying lot says, else an hour.
 * Refusals: rule_refused (off the grid, end before start), duration_not_allowed (+ range), credits_required (+ why).
 */
export async function settleLength(
  deps: Pick<Deps, 'credits'>,
  caller: Caller,
  input: { booking: Booking; clientId: string },
): Promise<SettledLength> {
  const { booking, clientId } = input;
  const { useFreeTrial, durationMinutes } = booking;
  const wish: TimeWish = {
    type: booking.details.type,
    start: booking.scheduledStart,
    end: booking.scheduledEnd,
    durationMinutes,
    useFreeTrial,
  };
  const wished = wishedLength(wish);
  if (typeof wished === 'object' && 'refused' in wished) return refuse('rule_refused', { why: wished.refused });
  const minutes = wished === 'undecided' ? await lengthOfPayer(deps, caller, { wish, clientId }) : wished.minutes;
  const verdict = judgeLength(wish, minutes);
  if (verdict === 'allowed') return { minutes, useFreeTrial };
  if (verdict === 'on_trial_only') {
    const { method } = await askCredits(deps, caller, { wish, clientId, minutes });
    // Other lots may pay a quarter of an hour, but this type is only that short on the trial.
    if (method === 'free_trial') return { minutes, useFreeTrial: true };
    return refuseLength(wish, minutes);
  }
  return refuse('duration_not_allowed', { sessionType: wish.type, minutes, ...verdict.refused });
}

async function lengthOfPayer(
  deps: Pick<Deps, 'credits'>,
  caller: Caller,
  input: { wish: TimeWish; clientId: string },
): Promise<number> {
  const { method, durationMinutes } = await askCredits(deps, caller, { ...input, minutes: 0 });
  if (method === 'free_trial') return TRIAL_MINUTES;
  return durationMinutes === 0 ? DEFAULT_SESSION_MINUTES : durationMinutes;
}

async function askCredits(
  deps: Pick<Deps, 'credits'>,
  caller: Caller,
  input: { wish: TimeWish; clientId: string; minutes: number },
) {
  const { wish, clientId, minutes } = input;
  const answer = await deps.credits.checkAvailability(caller, {
    clientId,
    sessionType: wish.type,
    durationMinutes: minutes,
    scheduledStart: wish.start.toISOString(),
    ...(wish.useFreeTrial === undefined ? {} : { useFreeTrial: wish.useFreeTrial }),
  });
  if (!answer.payable) return refuse('credits_required', { why: answer.why, balance: answer.balance });
  return answer;
}

function refuseLength(wish: TimeWish, minutes: number): never {
  const verdict = judgeLength({ ...wish, useFreeTrial: false }, minutes);
  return refuse('duration_not_allowed', {
    sessionType: wish.type,
    minutes,
    ...(typeof verdict === 'object' ? verdict.refused : {}),
  });
}
