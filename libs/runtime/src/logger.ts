import { type DestinationStream, type Logger as PinoLogger, pino } from 'pino';
import { currentRequestId } from './request-context.ts';
import { traceIds } from './telemetry.ts';

export type Logger = PinoLogger;

/** Secrets and personal data, wherever an object brings them along. */
const SECRET_KEYS = [
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
];
const DEPTHS = ['', '*.', '*.*.', '*.*.*.'];

/** JSON logs with request and trace ids; secrets and personal data are removed. One fact per line, with ids, never a payload. */
export function createLogger(options: { service: string; level: string; stream?: DestinationStream }): Logger {
  const settings = {
    level: options.level,
    base: { service: options.service },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: DEPTHS.flatMap((depth) => SECRET_KEYS.map((key) => `${depth}${key}`)), remove: true },
    mixin: () => {
      const requestId = currentRequestId();
      return { ...traceIds(), ...(requestId === undefined ? {} : { requestId }) };
    },
  };
  return options.stream ? pino(settings, options.stream) : pino(settings);
}
