import type { Json, Kind } from './objects.ts';

/** What Stripe puts under `error`. */
export interface ErrorBody {
  type: 'invalid_request_error' | 'card_error' | 'idempotency_error' | 'api_error';
  message: string;
  code?: string;
  param?: string;
  decline_code?: string;
  charge?: string;
  payment_intent?: Json;
  setup_intent?: Json;
  payment_method?: Json;
}

/** A refusal in Stripe's own words and with its status. */
export class StripeError extends Error {
  readonly status: number;
  readonly body: ErrorBody;
  /** A declined card is an outcome: its charge and its events are kept, and an idempotency key replays it. */
  readonly isOutcome: boolean;

  constructor(status: number, body: ErrorBody, isOutcome: boolean = body.type === 'card_error') {
    super(body.message);
    this.status = status;
    this.body = body;
    this.isOutcome = isOutcome;
  }

  toJSON(): Json {
    const { code } = this.body;
    const docs =
      code === undefined ? {} : { doc_url: `https://stripe.com/docs/error-codes/${code.replaceAll('_', '-')}` };
    return { error: { ...this.body, ...docs } };
  }
}

/** 400 with a message, and where known a code and the parameter at fault. */
export const invalid = (
  message: string,
  more: Pick<ErrorBody, 'code' | 'param' | 'payment_intent'> = {},
): StripeError => new StripeError(400, { type: 'invalid_request_error', message, ...more });

const SPOKEN: Partial<Record<Kind, string>> = { payment_method: 'PaymentMethod', setup_intent: 'setupintent' };

/** Stripe answers 404 when the address names something unknown, 400 when a parameter does. */
export const noSuch = (kind: string, id: string, param?: string): StripeError =>
  new StripeError(param === undefined ? 404 : 400, {
    type: 'invalid_request_error',
    code: 'resource_missing',
    param: param ?? 'id',
    message: `No such ${(SPOKEN as Record<string, string>)[kind] ?? kind}: '${id}'`,
  });

/** 401: no key, or one that does not open this. */
export const unauthorized = (message: string, code?: string): StripeError =>
  new StripeError(401, { type: 'invalid_request_error', message, ...(code === undefined ? {} : { code }) });

/** What Stripe says about an address that it does not have; here also: one the sandbox does not imitate. */
export const unrecognized = (method: string, path: string): StripeError =>
  new StripeError(404, {
    type: 'invalid_request_error',
    message: `Unrecognized request URL (${method}: ${path}). Please see https://stripe.com/docs or we can help at https://support.stripe.com/.`,
  });
