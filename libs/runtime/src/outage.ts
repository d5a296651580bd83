import { isNativeError } from 'node:util/types';
import { AppError, isAppError } from './errors.ts';

/** How the drivers of MongoDB and RabbitMQ and Node's sockets name "not reachable now"; matched by name, so that no driver is imported. */
const OUTAGE_NAMES = new Set([
  'MongoNetworkError',
  'MongoNetworkTimeoutError',
  'MongoServerSelectionError',
  'MongooseServerSelectionError',
  'MongoNotConnectedError',
  'MongoTopologyClosedError',
  'MongoPoolClearedError',
  'MongoPoolClosedError',
  'MongoWaitQueueTimeoutError',
  'MongoClientClosedError',
  'MongoExpiredSessionError',
  'IllegalOperationError',
]);
const OUTAGE_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EHOSTUNREACH',
  'ETIMEDOUT',
  'EPIPE',
  'EAI_AGAIN',
]);
/** MongoDB's words for "this node cannot answer now" on an error that came from a server. */
const OUTAGE_LABELS = ['RetryableWriteError', 'RetryableError'];
const CAUSES_MAX = 5;

/** True when the error, or what caused it, says that a database or broker is not reachable. */
export function isOutage(error: unknown): boolean {
  let current = error;
  for (let depth = 0; depth < CAUSES_MAX && isNativeError(current); depth += 1) {
    if (OUTAGE_NAMES.has(current.name) || ('code' in current && OUTAGE_CODES.has(String(current.code)))) return true;
    if ('errorLabels' in current && OUTAGE_LABELS.some((label) => labelsOf(current).includes(label))) return true;
    current = current.cause;
  }
  return false;
}

/** Every error as the refusal a caller may see: an outage is `dependency_unavailable`, the unknown is `internal` and says nothing. */
export function toAppError(error: unknown): AppError {
  if (isAppError(error)) return error;
  return new AppError(isOutage(error) ? 'dependency_unavailable' : 'internal', {}, { cause: error });
}

function labelsOf(error: unknown): unknown[] {
  return isNativeError(error) && 'errorLabels' in error && Array.isArray(error.errorLabels) ? error.errorLabels : [];
}
