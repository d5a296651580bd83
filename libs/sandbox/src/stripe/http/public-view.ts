import type { Json } from '../objects.ts';

const SHOWN = new Set([
  'id',
  'object',
  'amount',
  'amount_details',
  'automatic_payment_methods',
  'canceled_at',
  'cancellation_reason',
  'capture_method',
  'client_secret',
  'confirmation_method',
  'created',
  'currency',
  'description',
  'last_payment_error',
  'last_setup_error',
  'livemode',
  'next_action',
  'payment_method',
  'payment_method_configuration_details',
  'payment_method_types',
  'processing',
  'receipt_email',
  'setup_future_usage',
  'shipping',
  'source',
  'status',
  'usage',
]);
const INTENTS = new Set<unknown>(['payment_intent', 'setup_intent']);

/** An answer as a browser may see it: of an intent only what Stripe.js needs, not the seller's notes and charges. */
export function publicView(body: Json): Json {
  const error = body['error'];
  if (typeof error === 'object' && error !== null) return { error: fieldsOf(error as Json) };
  return INTENTS.has(body['object']) ? shown(body) : body;
}

const fieldsOf = (error: Json): Json =>
  Object.fromEntries(
    Object.entries(error).map(([key, value]) => [key, INTENTS.has(key) ? shown(value as Json) : value]),
  );

const shown = (intent: Json): Json => Object.fromEntries(Object.entries(intent).filter(([key]) => SHOWN.has(key)));
