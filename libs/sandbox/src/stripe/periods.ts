/** How often a price recurs. */
export interface Recurrence {
  interval: string;
  interval_count: number;
}

const DAY_SECONDS = 86_400;
const MONTHS: Readonly<Record<string, number>> = { month: 1, year: 12 };
const DAYS: Readonly<Record<string, number>> = { day: 1, week: 7 };

/**
 * The first period end after an instant, counted from the anchor and not from the last end:
 * a subscription of the 31st bills on 28 February and on 31 March again.
 */
export function periodEndAfter(anchor: number, recurrence: Recurrence, after: number): number {
  const months = MONTHS[recurrence.interval];
  if (months !== undefined) return monthsAfter(anchor, months * recurrence.interval_count, after);
  const length = (DAYS[recurrence.interval] ?? 1) * recurrence.interval_count * DAY_SECONDS;
  return anchor + (Math.floor((after - anchor) / length) + 1) * length;
}

function monthsAfter(anchor: number, step: number, after: number): number {
  const elapsed = monthIndex(after) - monthIndex(anchor);
  let count = Math.max(1, Math.floor(elapsed / step));
  while (plusMonths(anchor, count * step) <= after) count += 1;
  return plusMonths(anchor, count * step);
}

function monthIndex(seconds: number): number {
  const date = new Date(seconds * 1_000);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

function plusMonths(anchor: number, months: number): number {
  const from = new Date(anchor * 1_000);
  const year = from.getUTCFullYear();
  const month = from.getUTCMonth() + months;
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const midnight = Date.UTC(year, month, Math.min(from.getUTCDate(), lastDay)) / 1_000;
  return midnight + (anchor - Math.floor(anchor / DAY_SECONDS) * DAY_SECONDS);
}
