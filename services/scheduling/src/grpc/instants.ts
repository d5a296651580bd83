import { refuse } from '@consult/runtime/errors';
import { dayNumber } from '../domain/local-days.ts';

const DATE_LENGTH = 'YYYY-MM-DD'.length;

/** Midnight at the end of a day: ECMAScript reads it, RFC 3339 has no such hour. */
const HOUR_24 = /T24/;

/** Refuses texts of the right form that name no instant (30 February, 24 o'clock): invalid_request with every pointer. */
export function checkInstants(byPointer: Record<string, string | undefined>): void {
  const errors = Object.entries(byPointer).flatMap(([pointer, text]) =>
    text === undefined || isInstant(text) ? [] : [{ pointer, code: 'unknown_instant', message: 'names no instant' }],
  );
  if (errors.length > 0) refuse('invalid_request', { errors });
}

/** The instant of a checked text; a date alone is 00:00Z. */
export function instantOf(text: string): Date {
  return new Date(text);
}

function isInstant(text: string): boolean {
  const isRead = !Number.isNaN(Date.parse(text)) && !HOUR_24.test(text);
  return isRead && dayNumber(text.slice(0, DATE_LENGTH)) !== undefined;
}
