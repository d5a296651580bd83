import type { Caller } from '@consult/runtime/caller';
import { refuse } from '@consult/runtime/errors';
import { type Booking, judgeLength, type TimeWish, wishedLength } from '../domain/booking.ts';
import { DEFAULT_SESSION_MINUTES, defaultMinutes, type OwnLengths, TRIAL_MINUTES } from '../domain/session-types.ts';
import { type CreditQuestion, quoteCredits } from './ask-credits.ts';
import type { Deps } from './deps.ts';

/** How long the session will be, and whether the trial must pay it. */
export interface SettledLength {
  minutes: number;
  useFreeTrial?: boolean | undefined;
}

interface LengthQuestion extends Pick<CreditQuestion, 'clientId' | 'own'> {
  booking: Booking;
  lengths: OwnLengths;
  unpaid?: boolean | undefined;
}

/**
 * Settles the length of a session: as the caller says, else as the paying lot says, else an hour. `unpaid`: what pays for it is
 * still to be bought, and does not matter.
 * Refusals: rule_refused (off the grid, end before start), duration_not_allowed (+ range), credits_required (+ why).
 */
export async function settleLength(
  deps: Pick<Deps, 'credits'>,
  caller: Caller,
  input: LengthQuestion,
): Promise<SettledLength> {
  const { booking, lengths, unpaid } = input;
  const { useFreeTrial, durationMinutes } = booking;
  const wish: TimeWish = {
    type: booking.details.type,
    start: booking.scheduledStart,
    end: booking.scheduledEnd,
    durationMinutes,
    useFreeTrial,
    lengths,
  };
  const wished = wishedLength(wish);
  if (typeof wished === 'object' && 'refused' in wished) return refuse('rule_refused', { why: wished.refused });
  const minutes = wished === 'undecided' ? await lengthOfPayer(deps, caller, wish, input) : wished.minutes;
  const verdict = judgeLength(wish, minutes);
  if (verdict === 'allowed') return { minutes, useFreeTrial };
  if (verdict === 'on_trial_only') {
    const { method, payable, why, balance } = await quoteCredits(deps, caller, {
      ...questionOf(wish, input),
      minutes,
    });
    if (!payable && unpaid !== true) return refuse('credits_required', { why, balance });
    // Other lots may pay a quarter of an hour, but this type is only that short on the trial.
    if (method === 'free_trial') return { minutes, useFreeTrial: true };
    return refuseLength(wish, minutes);
  }
  return refuse('duration_not_allowed', { sessionType: wish.type, minutes, ...verdict.refused });
}

async function lengthOfPayer(
  deps: Pick<Deps, 'credits'>,
  caller: Caller,
  wish: TimeWish,
  input: LengthQuestion,
): Promise<number> {
  const answer = await quoteCredits(deps, caller, questionOf(wish, input));
  if (!answer.payable) {
    if (input.unpaid === true) return defaultMinutes(wish.type, wish.lengths);
    return refuse('credits_required', { why: answer.why, balance: answer.balance });
  }
  if (answer.method === 'free_trial') return TRIAL_MINUTES;
  return answer.durationMinutes === 0 ? DEFAULT_SESSION_MINUTES : answer.durationMinutes;
}

function questionOf({ type, start, useFreeTrial }: TimeWish, { clientId, own }: LengthQuestion): CreditQuestion {
  return { clientId, type, start, useFreeTrial, own };
}

function refuseLength(wish: TimeWish, minutes: number): never {
  const verdict = judgeLength({ ...wish, useFreeTrial: false }, minutes);
  return refuse('duration_not_allowed', {
    sessionType: wish.type,
    minutes,
    ...(typeof verdict === 'object' ? verdict.refused : {}),
  });
}
