import { isNativeError } from 'node:util/types';
import { type DestinationStream, type Logger as PinoLogger, pino } from 'pino';
import { currentRequestId } from './request-context.ts';
import { traceIds } from './telemetry.ts';

export type Logger = PinoLogger;

/** Secrets and personal data, wherever an object brings them along. */
const SECRET_KEYS = new Set([
  'authorization',
  'cookie',
  'password',
  'token',
  'accessToken',
  'refreshToken',
  'clientSecret',
  'client_secret',
  'secret',
  'code_verifier',
  'email',
  'phone',
  'card',
  'to',
]);
/** What lies deeper is left out. */
const DEPTH_MAX = 8;

/** Places in messages of others that quote what was stored or sent. */
const QUOTED = [/dup key: \{[^}]*\}/g, /[^\s"'<>@]{1,254}@[^\s"'<>@]{1,254}/g];
const CAUSES_MAX = 3;
/** More of a message or stack helps nobody. */
const TEXT_MAX = 4_000;
const STDOUT = 1;

/** JSON logs with request and trace ids; secrets and personal data are removed. One fact per line, with ids, never a payload. */
export function createLogger(options: { service: string; level: string; stream?: DestinationStream }): Logger {
  const settings = {
    level: options.level,
    base: { service: options.service },
    timestamp: pino.stdTimeFunctions.isoTime,
    // Pino's own `redact` is for what a child logger is made with. Its wildcards took forty times as long as the rest of a line.
    redact: { paths: [...SECRET_KEYS], remove: true },
    formatters: { log: withoutSecrets },
    serializers: { err: (error: unknown) => describeError(error), reason: quoteless, fault: quoteless },
    mixin: () => {
      const requestId = currentRequestId();
      return { ...traceIds(), ...(requestId === undefined ? {} : { requestId }) };
    },
  };
  // Written at once: the last lines before a crash or an exit are the ones that are wanted, and in order.
  return pino(settings, options.stream ?? pino.destination({ dest: STDOUT, sync: true }));
}

function withoutSecrets(fields: object, depth = 0): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(fields))
    if (!SECRET_KEYS.has(key)) kept[key] = key === 'err' && depth === 0 ? value : shown(value, depth + 1);
  return kept;
}

function shown(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null || 'toJSON' in value) return value;
  if (depth > DEPTH_MAX) return undefined;
  return Array.isArray(value) ? value.map((one) => shown(one, depth + 1)) : withoutSecrets(value, depth);
}

/** What helps to find a mistake, and nothing an error carries along: drivers attach documents, requests and keys to theirs. */
function describeError(error: unknown, depth = 0): unknown {
  if (!isNativeError(error)) return typeof error === 'string' ? withoutQuotes(error) : typeof error;
  const code = 'code' in error && ['string', 'number'].includes(typeof error.code) ? { code: error.code } : {};
  const cause =
    error.cause === undefined || depth >= CAUSES_MAX ? {} : { cause: describeError(error.cause, depth + 1) };
  return {
    type: error.name,
    message: withoutQuotes(error.message),
    stack: withoutQuotes(error.stack ?? ''),
    ...code,
    ...cause,
  };
}

/** Fields in which somebody else's message may stand. */
function quoteless(value: unknown): unknown {
  return typeof value === 'string' ? withoutQuotes(value) : value;
}

function withoutQuotes(text: string): string {
  return QUOTED.reduce((rest, quoted) => rest.replace(quoted, '[removed]'), text.slice(0, TEXT_MAX));
}
