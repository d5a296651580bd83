/**
 * Every refusal the product can answer, and the only place where a code gets its HTTP and gRPC status.
 * `grpc` are the canonical status numbers (https://grpc.io/docs/guides/status-codes/).
 */
const INVALID_ARGUMENT = 3;
const DEADLINE_EXCEEDED = 4;
const NOT_FOUND = 5;
const ALREADY_EXISTS = 6;
const PERMISSION_DENIED = 7;
const RESOURCE_EXHAUSTED = 8;
const FAILED_PRECONDITION = 9;
const ABORTED = 10;
const UNIMPLEMENTED = 12;
const INTERNAL = 13;
const UNAVAILABLE = 14;
const UNAUTHENTICATED = 16;

export interface CatalogueEntry {
  http: number;
  grpc: number;
  title: string;
}

const entries = {
  invalid_request: { http: 400, grpc: INVALID_ARGUMENT, title: 'The request is not well formed' },
  invalid_signature: { http: 400, grpc: INVALID_ARGUMENT, title: 'The signature does not match the body' },
  unauthenticated: { http: 401, grpc: UNAUTHENTICATED, title: 'Sign in first' },
  invalid_credentials: { http: 401, grpc: UNAUTHENTICATED, title: 'E-mail or password is wrong' },
  credits_required: { http: 402, grpc: FAILED_PRECONDITION, title: 'No credit can pay for this session' },
  payment_failed: { http: 402, grpc: FAILED_PRECONDITION, title: 'The payment was declined' },
  forbidden: { http: 403, grpc: PERMISSION_DENIED, title: 'Your role does not allow this' },
  not_found: { http: 404, grpc: NOT_FOUND, title: 'There is no such thing here' },
  conflict: { http: 409, grpc: ABORTED, title: 'Somebody else changed this at the same moment; try again' },
  already_exists: { http: 409, grpc: ALREADY_EXISTS, title: 'This exists already' },
  slot_taken: { http: 409, grpc: FAILED_PRECONDITION, title: 'This time has just been taken' },
  price_changed: { http: 409, grpc: FAILED_PRECONDITION, title: 'The price is not the one you saw' },
  quote_changed: { http: 409, grpc: FAILED_PRECONDITION, title: 'The outcome is not the one that was quoted' },
  invalid_transition: { http: 409, grpc: FAILED_PRECONDITION, title: 'This move is not possible now' },
  already_booked: { http: 409, grpc: ALREADY_EXISTS, title: 'This session is booked already' },
  idempotency_in_progress: { http: 409, grpc: ABORTED, title: 'The first request with this key is still running' },
  version_mismatch: { http: 412, grpc: FAILED_PRECONDITION, title: 'The version you changed is not the current one' },
  too_large: { http: 413, grpc: RESOURCE_EXHAUSTED, title: 'The body is too large' },
  unsupported_media_type: { http: 415, grpc: INVALID_ARGUMENT, title: 'This media type is not understood' },
  rule_refused: { http: 422, grpc: FAILED_PRECONDITION, title: 'A rule refuses this' },
  no_payment_needed: { http: 422, grpc: FAILED_PRECONDITION, title: 'This costs nothing; claim it instead' },
  outside_availability: { http: 422, grpc: FAILED_PRECONDITION, title: 'The consultant does not offer this time' },
  duration_not_allowed: { http: 422, grpc: FAILED_PRECONDITION, title: 'This type of session has another length' },
  not_eligible: { http: 422, grpc: FAILED_PRECONDITION, title: 'This package is not open to you' },
  not_on_sale: { http: 422, grpc: FAILED_PRECONDITION, title: 'This package is not on sale now' },
  idempotency_key_reused: { http: 422, grpc: ALREADY_EXISTS, title: 'This key was used with another body' },
  precondition_required: { http: 428, grpc: FAILED_PRECONDITION, title: 'Send If-Match with the version you read' },
  rate_limited: { http: 429, grpc: RESOURCE_EXHAUSTED, title: 'Too many requests' },
  internal: { http: 500, grpc: INTERNAL, title: 'Something went wrong on our side' },
  not_built: { http: 501, grpc: UNIMPLEMENTED, title: 'This is not built yet' },
  dependency_unavailable: { http: 503, grpc: UNAVAILABLE, title: 'A part of the system is not reachable; try again' },
  deadline_exceeded: { http: 504, grpc: DEADLINE_EXCEEDED, title: 'A part of the system did not answer in time' },
} as const satisfies Record<string, CatalogueEntry>;

export type ErrorCode = keyof typeof entries;

/** Code → HTTP status, gRPC status and the human title of its problem document. */
export const CATALOGUE: Readonly<Record<ErrorCode, CatalogueEntry>> = entries;

/** One fault of a malformed request: where, which rule, in words. `pointer` is an RFC 6901 pointer into the body. */
export interface FieldError {
  pointer: string;
  code: string;
  message: string;
}

/** True when the string is a code of the catalogue; for codes that come over the wire. */
export function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(entries, code);
}
