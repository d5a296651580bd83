import { CATALOGUE, type ErrorCode } from '@consult/contracts/errors';

export type ErrorDetails = Record<string, unknown>;

/** A refusal with a stable code; each transport maps it in one place. Details are shown to the caller, so they hold no secrets; a cause is for the log only. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, details: ErrorDetails = {}, options?: ErrorOptions) {
    super(CATALOGUE[code].title, options);
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }
}

/** Throws the refusal; for places where an expression is needed. */
export function refuse(code: ErrorCode, details: ErrorDetails = {}): never {
  throw new AppError(code, details);
}

/** True for an AppError, with this code when one is named. */
export function isAppError(error: unknown, code?: ErrorCode): error is AppError {
  return error instanceof AppError && (code === undefined || error.code === code);
}

/** True when MongoDB refused a write because a unique index holds another document. */
export function isDuplicateKey(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 11_000;
}
