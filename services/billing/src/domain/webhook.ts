/** The Stripe objects that billing follows; refunds and disputes by the id of their payment intent. */
export type Subject = 'payment_intent' | 'invoice' | 'subscription' | 'refund' | 'dispute' | 'setup_intent';

/** A thing at Stripe to be read again; the event's own picture of it is never trusted. */
export interface Pointer {
  subject: Subject;
  id: string;
}

/** Event types that mean work, and which object they are about. All others are accepted and ignored. */
const FOLLOWED: Readonly<Record<string, Subject | 'charge'>> = {
  'payment_intent.succeeded': 'payment_intent',
  'payment_intent.payment_failed': 'payment_intent',
  'payment_intent.canceled': 'payment_intent',
  // The balance transaction, and with it the real fee, comes some time after the payment.
  'charge.updated': 'charge',
  'charge.refunded': 'refund',
  'refund.created': 'refund',
  'refund.updated': 'refund',
  // Also days after it had succeeded.
  'refund.failed': 'refund',
  'charge.dispute.created': 'dispute',
  'charge.dispute.closed': 'dispute',
  'invoice.paid': 'invoice',
  'invoice.payment_failed': 'invoice',
  'invoice.voided': 'invoice',
  // A card was saved; the page that saved it may be gone.
  'setup_intent.succeeded': 'setup_intent',
  'customer.subscription.updated': 'subscription',
  'customer.subscription.deleted': 'subscription',
};

/** Types named to Stripe when its list of events is swept; at most 20 there. */
export const FOLLOWED_TYPES: readonly string[] = Object.keys(FOLLOWED);

/** Named by the payment intent they are of. */
const OF_A_PAYMENT: ReadonlySet<string> = new Set(['charge', 'refund', 'dispute']);

/** What an event asks to be read again, or undefined when it is none of ours. */
export function pointerOf(event: { type: string; object: Readonly<Record<string, unknown>> }): Pointer | undefined {
  const subject = FOLLOWED[event.type];
  if (subject === undefined) return undefined;
  const id = event.object[OF_A_PAYMENT.has(subject) ? 'payment_intent' : 'id'];
  if (typeof id !== 'string' || id === '') return undefined;
  return { subject: subject === 'charge' ? 'payment_intent' : subject, id };
}

export const WEBHOOK_ATTEMPTS_MAX = 12;
const BACKOFF_FIRST_MS = 500;
const BACKOFF_MAX_MS = 10 * 60_000;

/** How long to wait after this many attempts (from 1) before the next. Milliseconds. */
export function backoffMs(attempts: number): number {
  return Math.min(BACKOFF_FIRST_MS * 2 ** Math.max(0, attempts - 1), BACKOFF_MAX_MS);
}
