import { describe, expect, test } from '@jest/globals';
import { CATALOGUE, type ErrorCode } from '@consult/contracts/errors';
import { AppError } from '@consult/runtime/errors';
import { toProblem } from '@consult/runtime/problem';

/** Codes and statuses that the public API promises (API.md); a change here breaks callers. */
const PROMISED: Partial<Record<ErrorCode, number>> = {
  invalid_request: 400,
  invalid_signature: 400,
  unauthenticated: 401,
  credits_required: 402,
  payment_failed: 402,
  forbidden: 403,
  not_found: 404,
  slot_taken: 409,
  price_changed: 409,
  quote_changed: 409,
  invalid_transition: 409,
  already_booked: 409,
  version_mismatch: 412,
  too_large: 413,
  no_payment_needed: 422,
  outside_availability: 422,
  duration_not_allowed: 422,
  not_eligible: 422,
  idempotency_key_reused: 422,
  precondition_required: 428,
  rate_limited: 429,
  not_built: 501,
  dependency_unavailable: 503,
};

describe('the error catalogue', () => {
  test.each(Object.entries(PROMISED))('%s is answered with %i', (code, http) => {
    expect(CATALOGUE[code as ErrorCode].http).toBe(http);
  });

  test('every code becomes one problem document, with the details that help and nothing else', () => {
    for (const code of Object.keys(CATALOGUE) as ErrorCode[]) {
      const { status, body } = toProblem(new AppError(code, { nearestSlots: ['x'] }), {
        instance: '/api/x',
        requestId: 'r-1',
      });
      expect(body).toEqual({
        type: `urn:consult:problem:${code}`,
        title: CATALOGUE[code].title,
        status,
        detail: CATALOGUE[code].title,
        instance: '/api/x',
        code,
        requestId: 'r-1',
        nearestSlots: ['x'],
      });
      expect(status).toBe(CATALOGUE[code].http);
    }
  });
});
