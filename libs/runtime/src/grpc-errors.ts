import { CATALOGUE, type ErrorCode, isErrorCode } from '@consult/contracts/errors';
import { Metadata, type ServiceError, status } from '@grpc/grpc-js';
import { AppError, type ErrorDetails } from './errors.ts';
import { isRecord } from './parse.ts';

const CODE_KEY = 'app-code';
const DETAILS_KEY = 'app-details-bin';
/** HTTP/2 headers are small: what does not fit is cut, and said so. */
const DETAILS_MAX_BYTES = 8 * 1024;

/** A refusal as gRPC carries it: canonical status, and our code with its details in the trailing metadata. */
export function toServiceError(error: AppError): Pick<ServiceError, 'code' | 'details' | 'metadata'> {
  const metadata = new Metadata();
  metadata.set(CODE_KEY, error.code);
  metadata.set(DETAILS_KEY, boundedJson(error.details));
  return { code: CATALOGUE[error.code].grpc, details: error.message, metadata };
}

/** The refusal that the other side threw; without our code, what the status alone tells. */
export function fromServiceError(error: ServiceError, service: string): AppError {
  const code = String(error.metadata.get(CODE_KEY)[0] ?? '');
  if (isErrorCode(code)) return new AppError(code, detailsIn(error.metadata), { cause: error });
  return new AppError(CODE_OF_STATUS.get(error.code) ?? 'internal', { service }, { cause: error });
}

/** What a status means that the transport made, not a handler; any other is a mistake of ours. */
const CODE_OF_STATUS = new Map<status, ErrorCode>([
  [status.UNAVAILABLE, 'dependency_unavailable'],
  // The connection closed under the call; its outcome is not known.
  [status.CANCELLED, 'dependency_unavailable'],
  [status.DEADLINE_EXCEEDED, 'deadline_exceeded'],
  [status.UNAUTHENTICATED, 'unauthenticated'],
  [status.UNIMPLEMENTED, 'not_built'],
]);

function detailsIn(metadata: Metadata): ErrorDetails {
  const [bytes] = metadata.get(DETAILS_KEY);
  try {
    const details: unknown = JSON.parse(String(bytes));
    return isRecord(details) ? details : {};
  } catch {
    return {};
  }
}

/** Of a long list of faults the first ones are kept; details too large for another reason are dropped. */
function boundedJson(details: ErrorDetails): Buffer {
  let kept = details;
  for (;;) {
    const bytes = Buffer.from(JSON.stringify(kept));
    if (bytes.length <= DETAILS_MAX_BYTES) return bytes;
    const { errors } = kept;
    kept =
      Array.isArray(errors) && errors.length > 1
        ? { ...kept, errors: errors.slice(0, Math.floor(errors.length / 2)), truncated: true }
        : { truncated: true };
  }
}
