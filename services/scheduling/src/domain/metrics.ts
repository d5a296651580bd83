import { type Consultation, isActive, minutesBetween } from './consultation.ts';
import { type Interval, intervalsOf } from './intervals.ts';
import { openPieces } from './open-hours.ts';
import { openTime, type SlotRules } from './slots.ts';

const ON_TIME_WITHIN_MINUTES = 5;
const MINUTE_MS = 60_000;

/** What the figures are made of. */
export interface MeasuredSession
  extends Pick<Consultation, 'status' | 'scheduledStart' | 'scheduledEnd' | 'actualStart' | 'actualEnd'> {
  feedback: { client?: { rating: number } | undefined };
}

/** Counts over the sessions of one consultant; minutes are whole ones. */
export interface Metrics {
  completed: number;
  minutes: number;
  onTime: number;
  ratings: number;
  ratingSum: number;
  clientNoShows: number;
  consultantNoShows: number;
  cancellations: number;
  /** The time that sessions have taken, or will take, from the consultant. */
  bookedMinutes: number;
}

/** Whether a completed session began at most five minutes late. */
function isOnTime({ scheduledStart, actualStart }: Pick<Consultation, 'scheduledStart' | 'actualStart'>): boolean {
  if (actualStart === undefined) return false;
  return actualStart.getTime() <= scheduledStart.getTime() + ON_TIME_WITHIN_MINUTES * MINUTE_MS;
}

/** Adds up what these sessions say. */
export function metricsOf(sessions: readonly MeasuredSession[]): Metrics {
  const done = sessions.filter(({ status }) => status.current === 'completed');
  const ratings = done.flatMap(({ feedback }) => feedback.client?.rating ?? []);
  return {
    completed: done.length,
    minutes: sum(done.map(actualMinutes)),
    onTime: done.filter(isOnTime).length,
    ratings: ratings.length,
    ratingSum: sum(ratings),
    clientNoShows: sessions.filter(({ status }) => status.current === 'no_show' && status.who === 'client').length,
    consultantNoShows: sessions.filter(({ status }) => status.current === 'no_show' && status.who === 'consultant')
      .length,
    cancellations: sessions.filter(({ status }) => status.current === 'cancelled').length,
    bookedMinutes: sum(sessions.filter(tookTime).map((one) => minutesBetween(one.scheduledStart, one.scheduledEnd))),
  };
}

/** How many minutes of `range` (epoch minutes) a consultant is open, time off taken out, busy or not. */
export function openMinutes(rules: SlotRules, range: Interval): number {
  const open = intervalsOf(openTime(rules, openPieces(rules, range)));
  return sum(open.map(({ start, end }) => Math.max(0, Math.min(end, range.end) - Math.max(start, range.start))));
}

/** A client who did not come has taken the time all the same. */
function tookTime({ status }: MeasuredSession): boolean {
  return isActive(status) || (status.current === 'no_show' && status.who === 'client');
}

/** How long a completed session took, in whole minutes; 0 where that is not known. */
function actualMinutes({ actualStart, actualEnd }: Pick<Consultation, 'actualStart' | 'actualEnd'>): number {
  return actualStart === undefined || actualEnd === undefined ? 0 : minutesBetween(actualStart, actualEnd);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
