import { newStripeId } from './ids.ts';
import type { Json } from './objects.ts';

/** The version of Stripe's API that the objects follow: the one the SDK is pinned to. */
export const API_VERSION = '2026-10-28.endive';
export const PLATFORM_ACCOUNT = 'acct_platform';

/** Who asked for the change; both null when business time did. */
export interface RequestOrigin {
  id: string | null;
  idempotency_key: string | null;
}

export interface StripeEvent {
  id: string;
  object: 'event';
  account?: string;
  api_version: string;
  created: number;
  data: { object: Json; previous_attributes?: Json };
  livemode: false;
  pending_webhooks: number;
  request: RequestOrigin;
  type: string;
}

/** How far the sending of an event has come. Instants are wall-clock milliseconds. */
export type Delivery =
  | { state: 'pending'; attempts: number; nextAt: number; lastResult: string | null }
  | {
      state: 'delivered' | 'given_up' | 'dropped' | 'no_target';
      attempts: number;
      nextAt: null;
      lastResult: string | null;
    };

export interface EventDocument {
  _id: string;
  account: string;
  sequence: number;
  body: StripeEvent;
  delivery: Delivery;
}

/** An event over an object as it is now; what it was before goes into `previous_attributes` of `….updated` events. */
export function newStripeEvent(input: {
  account: string;
  type: string;
  created: number;
  object: Json;
  before: Json | undefined;
  request: RequestOrigin;
}): StripeEvent {
  const object = copy(input.object);
  const previous =
    input.before !== undefined && input.type.endsWith('.updated') ? changed(input.before, object) : undefined;
  return {
    id: newStripeId('evt'),
    object: 'event',
    ...(input.account === PLATFORM_ACCOUNT ? {} : { account: input.account }),
    api_version: API_VERSION,
    created: input.created,
    data: { object, ...(previous === undefined ? {} : { previous_attributes: previous }) },
    livemode: false,
    pending_webhooks: 1,
    request: input.request,
    type: input.type,
  };
}

/** A deep copy without anything that JSON would not carry. */
export const copy = <T extends object>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

function changed(before: Json, after: Json): Json {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  const differing = [...keys].filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
  return Object.fromEntries(differing.map((key) => [key, before[key] ?? null]));
}
