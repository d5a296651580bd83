import { AppError } from '@consult/runtime/errors';

const DATE_LENGTH = 'YYYY-MM-DD'.length;

/** The UTC instant of a text of the right form; a date alone is 00:00Z. Throws `invalid_request` for 30 February and 25 o'clock. */
export function utcInstant(text: string, pointer: string): string {
  const date = text.slice(0, DATE_LENGTH);
  const instant = new Date(text);
  // JavaScript takes 30 February for 2 March.
  if (Number.isNaN(instant.getTime()) || new Date(date).toISOString().slice(0, DATE_LENGTH) !== date)
    throw new AppError('invalid_request', {
      errors: [{ pointer, code: 'unknown_instant', message: 'names no instant' }],
    });
  return instant.toISOString();
}
