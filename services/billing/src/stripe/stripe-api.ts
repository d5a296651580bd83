import { AppError, isAppError } from '@consult/runtime/errors';
import { BrokenCircuitError, ConsecutiveBreaker, circuitBreaker, handleWhen } from 'cockatiel';
import Stripe from 'stripe';

/** One attempt. */
const STRIPE_TIMEOUT_MS = 6_000;
/** One call with its retries. Somebody waits at the gateway, which gives up after ten seconds and could not say when to come back. */
const CALL_WITHIN_MS = 7_000;
/** Only what carries an idempotency key, or comes to the same when done twice, is ever sent; so a retry is safe. */
const STRIPE_RETRIES = 1;
/** This many outages in a row, and Stripe is left alone for a while. */
const OUTAGES_BEFORE_BREAK = 5;
const BREAK_MS = 10_000;
const RETRY_AFTER_OUTAGE_SECONDS = 2;
const HTTP_CONFLICT = 409;

/** The Stripe API, behind a circuit breaker. */
export interface StripeApi {
  /**
   * Runs calls to Stripe. Refusals: dependency_unavailable (+ retryAfterSeconds) when it is not reachable, answers with its
   * own fault, limits us, or is still busy with the same key. What Stripe says about the request itself comes through as
   * Stripe's own error.
   */
  call<T>(work: (sdk: Stripe) => Promise<T>): Promise<T>;
  /** For signatures only, which need no network. */
  webhooks: Stripe['webhooks'];
}

export interface StripeAddress {
  secretKey: string;
  host?: string | undefined;
  port?: number | undefined;
  protocol?: 'http' | 'https' | undefined;
}

export function createStripeApi(address: StripeAddress): StripeApi {
  const sdk = new Stripe(address.secretKey, {
    timeout: STRIPE_TIMEOUT_MS,
    maxNetworkRetries: STRIPE_RETRIES,
    telemetry: false,
    ...(address.host === undefined ? {} : { host: address.host }),
    ...(address.port === undefined ? {} : { port: address.port }),
    ...(address.protocol === undefined ? {} : { protocol: address.protocol }),
  });
  const breaker = circuitBreaker(handleWhen(isStripeOutage), {
    halfOpenAfter: BREAK_MS,
    breaker: new ConsecutiveBreaker(OUTAGES_BEFORE_BREAK),
  });
  return {
    webhooks: sdk.webhooks,
    async call(work) {
      try {
        return await breaker.execute(() => withinBound(work(sdk)));
      } catch (error) {
        throw toRefusal(error);
      }
    },
  };
}

/** What is asked under a key goes on by itself and is found again under that key: only the wait has an end. */
async function withinBound<T>(call: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const bound = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(lateAnswer()), CALL_WITHIN_MS);
  });
  try {
    return await Promise.race([call, bound]);
  } finally {
    clearTimeout(timer);
  }
}

function lateAnswer(): Error {
  const message = `no answer within ${CALL_WITHIN_MS} ms`;
  return new Stripe.errors.StripeConnectionError({ type: 'api_error', message });
}

/** Who takes the money, and under which key a write may be repeated. Empty account: the platform's own. */
export function on(stripeAccount: string, idempotencyKey?: string): Stripe.RequestOptions {
  return {
    ...(stripeAccount === '' ? {} : { stripeAccount }),
    ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
  };
}

/** True when Stripe has definitely refused the request itself: the same again would be refused again. */
export function isStripeRefusal(error: unknown): error is Stripe.errors.StripeInvalidRequestError {
  return error instanceof Stripe.errors.StripeInvalidRequestError;
}

/** True when a card was declined, or its bank asks for its holder. */
export function isCardRefusal(error: unknown): error is Stripe.errors.StripeCardError {
  return error instanceof Stripe.errors.StripeCardError;
}

/** True when Stripe knows no such object (in this account). */
export function isMissingAtStripe(error: unknown): boolean {
  return isStripeRefusal(error) && error.code === 'resource_missing';
}

function isStripeOutage(error: unknown): boolean {
  // Two of ours with one key at once say nothing about Stripe: they must not stop everybody else.
  if (isBusy(error)) return false;
  return (
    error instanceof Stripe.errors.StripeConnectionError ||
    error instanceof Stripe.errors.StripeAPIError ||
    error instanceof Stripe.errors.StripeRateLimitError
  );
}

/** The same key is being worked on. */
function isBusy(error: unknown): boolean {
  return error instanceof Stripe.errors.StripeError && error.statusCode === HTTP_CONFLICT;
}

function toRefusal(error: unknown): unknown {
  if (isAppError(error)) return error;
  if (error instanceof BrokenCircuitError) return unavailable(Math.ceil(BREAK_MS / 1_000), error);
  return isStripeOutage(error) || isBusy(error) ? unavailable(RETRY_AFTER_OUTAGE_SECONDS, error) : error;
}

function unavailable(retryAfterSeconds: number, cause: unknown): AppError {
  return new AppError('dependency_unavailable', { dependency: 'stripe', retryAfterSeconds }, { cause });
}
