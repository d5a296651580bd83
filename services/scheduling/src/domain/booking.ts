import { isOnGrid } from './cells.ts';
import type { Details, Meeting } from './consultation.ts';
import {
  durationAllowed,
  type MinuteRange,
  minutesOf,
  type OwnLengths,
  type SessionType,
  TRIAL_MINUTES,
} from './session-types.ts';

/** A booking as its caller states it, parsed. */
export interface Booking {
  /** From the caller's idempotency key; empty: each call is its own. */
  requestId: string;
  /** Empty: the caller. */
  clientId: string;
  consultantId: string;
  details: Details;
  scheduledStart: Date;
  scheduledEnd?: Date | undefined;
  durationMinutes?: number | undefined;
  timezone?: string | undefined;
  meeting?: Meeting | undefined;
  useFreeTrial?: boolean | undefined;
  /** Held to what this quote said. */
  quoteId?: string | undefined;
  /** Made of this hold. */
  holdId?: string | undefined;
}

/** What a caller says about the time of a session. */
export interface TimeWish {
  type: SessionType;
  start: Date;
  end?: Date | undefined;
  durationMinutes?: number | undefined;
  useFreeTrial?: boolean | undefined;
  /** The tenant's own lengths. */
  lengths?: OwnLengths;
}

/** `undecided`: the lot that pays says how long. */
export type Length =
  | { minutes: number }
  | 'undecided'
  | { refused: 'off_grid' | 'end_before_start' | 'end_contradicts_duration' };

const MINUTE_MS = 60_000;

/** How long the caller wants the session to be, or which rule its times break. */
export function wishedLength(wish: TimeWish): Length {
  const { start, end, durationMinutes, useFreeTrial } = wish;
  if (!isOnGrid(start.getTime() / MINUTE_MS)) return { refused: 'off_grid' };
  if (end === undefined) {
    if (durationMinutes !== undefined)
      return isOnGrid(durationMinutes) ? { minutes: durationMinutes } : { refused: 'off_grid' };
    return useFreeTrial === true ? { minutes: TRIAL_MINUTES } : 'undecided';
  }
  if (end <= start) return { refused: 'end_before_start' };
  const minutes = (end.getTime() - start.getTime()) / MINUTE_MS;
  if (!isOnGrid(minutes)) return { refused: 'off_grid' };
  return durationMinutes === undefined || durationMinutes === minutes
    ? { minutes }
    : { refused: 'end_contradicts_duration' };
}

/** Whether a session may be this long: as any session, only if the trial pays it, or not at all (with what would be allowed). */
export function judgeLength(wish: TimeWish, minutes: number): 'allowed' | 'on_trial_only' | { refused: MinuteRange } {
  if (wish.useFreeTrial === true)
    return minutes === TRIAL_MINUTES ? 'allowed' : { refused: { minimum: TRIAL_MINUTES, maximum: TRIAL_MINUTES } };
  if (durationAllowed(wish.type, minutes, wish.lengths)) return 'allowed';
  return minutes === TRIAL_MINUTES && wish.useFreeTrial !== false
    ? 'on_trial_only'
    : { refused: minutesOf(wish.type, wish.lengths) };
}
