import type { Dispute, Invoice, Refund, StripeObject, Subscription } from '../objects.ts';

const HOUR_SECONDS = 3_600;
const DAY_SECONDS = 86_400;
/** Stripe lets a first invoice stay unpaid for 23 hours before the subscription expires. */
const INCOMPLETE_SECONDS = 23 * HOUR_SECONDS;
const REFUND_SETTLES_AFTER_SECONDS = DAY_SECONDS;

/** When an object will change by itself, in business seconds: the index that drives the test clock reads this. */
export function dueAtOf(object: StripeObject): number | null {
  if (object.object === 'subscription') return subscriptionDueAt(object);
  if (object.object === 'invoice') return invoiceDueAt(object);
  if (object.object === 'dispute') return disputeDueAt(object);
  if (object.object === 'subscription_schedule') return object.current_phase?.end_date ?? null;
  return object.object === 'refund' ? refundDueAt(object) : null;
}

/** The end of the period that is being paid for. */
export const periodEndOf = (subscription: Subscription): number =>
  Math.min(...subscription.items.data.map((item) => item.current_period_end));

/** When an unpaid first invoice takes its subscription along. */
const incompleteExpiresAt = (subscription: Subscription): number => subscription.created + INCOMPLETE_SECONDS;

function subscriptionDueAt(subscription: Subscription): number | null {
  if (subscription.status === 'incomplete') return incompleteExpiresAt(subscription);
  if (subscription.status !== 'active' && subscription.status !== 'past_due') return null;
  const resumesAt = subscription.pause_collection?.resumes_at ?? Number.POSITIVE_INFINITY;
  return Math.min(periodEndOf(subscription), subscription.cancel_at ?? Number.POSITIVE_INFINITY, resumesAt);
}

/** Who does not answer in time has lost. */
const disputeDueAt = ({ status, evidence_details: { due_by: dueBy } }: Dispute): number | null =>
  status.endsWith('needs_response') ? dueBy : null;

const invoiceDueAt = (invoice: Invoice): number | null =>
  invoice.status === 'open' ? invoice.next_payment_attempt : null;

/** Only refunds to the test cards whose refunds fail or wait have their bank reference still pending. */
const refundDueAt = (refund: Refund): number | null =>
  refund.status !== 'failed' && refund.destination_details?.card?.reference_status === 'pending'
    ? refund.created + REFUND_SETTLES_AFTER_SECONDS
    : null;
