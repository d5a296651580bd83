import assert from 'node:assert';

const DATE_LENGTH = 'YYYY-MM-DD'.length;

/** The instant of a date (00:00Z) or of a time with offset; undefined when the calendar or the clock has no such thing. */
export function readInstant(text: string): Date | undefined {
  const date = text.slice(0, DATE_LENGTH);
  const midnight = new Date(`${date}T00:00:00Z`);
  // JavaScript takes 30 February for 2 March.
  if (Number.isNaN(midnight.getTime()) || midnight.toISOString().slice(0, DATE_LENGTH) !== date) return undefined;
  const instant = text.length === DATE_LENGTH ? midnight : new Date(text);
  return Number.isNaN(instant.getTime()) ? undefined : instant;
}

/** The same for a text that was checked at the door. */
export function instantOf(text: string): Date {
  const instant = readInstant(text);
  assert(instant !== undefined, 'an instant was not checked at the door');
  return instant;
}
