/** Calendar days of a wall clock, counted since 1970-01-01. */
import { offsetAt } from './zone-offsets.ts';

export const DAY_MINUTES = 1_440;
const DAY_MS = 86_400_000;
/** 1970-01-01 was a Thursday; Monday is 0. */
const EPOCH_WEEKDAY = 3;

/** Day number of a date `YYYY-MM-DD`, or undefined for 30 February and its like. */
export function dayNumber(date: string): number | undefined {
  const milliseconds = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(milliseconds)) return undefined;
  return new Date(milliseconds).toISOString().startsWith(date) ? milliseconds / DAY_MS : undefined;
}

/** The date of a day number, `YYYY-MM-DD`. */
export function dateOf(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 'YYYY-MM-DD'.length);
}

/** The local day that holds an epoch minute in a zone. */
export function localDay(zone: string, minute: number): number {
  return Math.floor((minute + offsetAt(zone, minute)) / DAY_MINUTES);
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayOf(day: number): number {
  return (((day + EPOCH_WEEKDAY) % 7) + 7) % 7;
}

/** The first day of the month of a day, and of the month after. */
export function monthOf(day: number): { first: number; end: number } {
  const date = new Date(day * DAY_MS);
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth();
  return { first: Date.UTC(year, month, 1) / DAY_MS, end: Date.UTC(year, month + 1, 1) / DAY_MS };
}
