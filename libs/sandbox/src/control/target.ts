import { AppError } from '@consult/runtime/errors';
import { parse } from '@consult/runtime/parse';
import Type from 'typebox';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const DAYS_MAX = 3_660;

const Advance = Type.Object(
  {
    days: Type.Optional(Type.Number({ minimum: 0, maximum: DAYS_MAX })),
    hours: Type.Optional(Type.Number({ minimum: 0, maximum: 24 * DAYS_MAX })),
    to: Type.Optional(Type.String({ minLength: 10, maxLength: 40 })),
  },
  { additionalProperties: false, minProperties: 1 },
);
/** RFC 3339 with an offset, or a date alone, which is its first instant in UTC. */
const INSTANT = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/;

const DAY_LENGTH = 'YYYY-MM-DD'.length;

/** Reads where the clock is to go: an instant, or days and hours on from the time at which it starts to move. */
export function targetOf(body: unknown): (now: Date) => Date {
  const { days = 0, hours = 0, to } = parse(Advance, body);
  if (to === undefined) return (now) => new Date(now.getTime() + days * DAY_MS + hours * HOUR_MS);
  if (days !== 0 || hours !== 0) throw refused('/to', 'exclusive', 'goes without days and hours');
  const instant = new Date(to);
  if (!INSTANT.test(to) || Number.isNaN(instant.getTime()) || !isDay(to.slice(0, DAY_LENGTH)))
    throw refused('/to', 'format', 'is not an RFC 3339 instant');
  return () => instant;
}

/** JavaScript takes 30 February for 2 March. */
const isDay = (day: string): boolean => new Date(day).toISOString().startsWith(day);

const refused = (pointer: string, code: string, message: string): AppError =>
  new AppError('invalid_request', { errors: [{ pointer, code, message }] });
