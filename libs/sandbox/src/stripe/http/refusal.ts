import { StripeError } from '../errors.ts';
import { WorkConflict } from '../work.ts';

/** What a caller hears of an error: Stripe's refusals as they are, anything else without its details. */
export function refusalOf(error: unknown): StripeError {
  if (error instanceof StripeError) return error;
  if (error instanceof WorkConflict) {
    const message =
      'This object cannot be accessed right now because another API request or Stripe process is currently accessing it.';
    return new StripeError(429, { type: 'invalid_request_error', code: 'lock_timeout', message });
  }
  const status =
    error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : 500;
  if (status < 500)
    return new StripeError(status, {
      type: 'invalid_request_error',
      message: error instanceof Error ? error.message : 'Invalid request.',
    });
  return new StripeError(500, { type: 'api_error', message: 'The Stripe sandbox failed; its log says why.' });
}
