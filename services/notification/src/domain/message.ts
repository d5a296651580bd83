import { type CodeValues, invitation, passwordReset, welcome } from './account-mails.ts';
import type { Content, Reader } from './content.ts';
import {
  type AddedValues,
  type CancelledValues,
  creditsAdded,
  creditsExpiring,
  type ExpiringValues,
  packagePurchase,
  paymentFailed,
  type PaymentFailedValues,
  type PurchaseValues,
  refund,
  refundFailed,
  refundFailedNote,
  type RefundFailedValues,
  type RefundValues,
  subscriptionCancelled,
  renewalFailed,
  type RenewalFailedValues,
  subscriptionRenewed,
  type SubscriptionValues,
} from './purchase-mails.ts';
import {
  bookingConfirmation,
  bookingConfirmed,
  cancellation,
  type CancellationValues,
  feedbackRequest,
  reminder,
  rescheduled,
  type RescheduledValues,
  type SessionValues,
  slotGone,
  type SlotGoneValues,
} from './session-mails.ts';

/** Every mail there is, with what it needs to know. */
export type Letter =
  | { template: 'welcome'; values: Record<string, never> }
  | { template: 'invitation' | 'password-reset'; values: CodeValues }
  | { template: 'package-purchase'; values: PurchaseValues }
  | { template: 'credits-added'; values: AddedValues }
  | { template: 'credits-expiring'; values: ExpiringValues }
  | { template: 'payment-failed'; values: PaymentFailedValues }
  | { template: 'renewal-failed'; values: RenewalFailedValues }
  | { template: 'refund'; values: RefundValues }
  | { template: 'refund-failed' | 'refund-failed-note'; values: RefundFailedValues }
  | { template: 'subscription-renewed'; values: SubscriptionValues }
  | { template: 'subscription-cancelled'; values: CancelledValues }
  | { template: 'booking-confirmation' | 'booking-confirmed' | 'feedback-request'; values: SessionValues }
  | { template: 'cancellation'; values: CancellationValues }
  | { template: 'rescheduled'; values: RescheduledValues }
  | { template: 'slot-gone'; values: SlotGoneValues }
  | { template: 'reminder'; values: SessionValues & { hours: number } };

export type Template = Letter['template'];

/** The content of a letter for its reader. */
export function contentOf(letter: Letter, reader: Reader): Content {
  switch (letter.template) {
    case 'welcome':
      return welcome(reader);
    case 'invitation':
      return invitation(reader, letter.values);
    case 'password-reset':
      return passwordReset(reader, letter.values);
    case 'package-purchase':
      return packagePurchase(reader, letter.values);
    case 'credits-added':
      return creditsAdded(reader, letter.values);
    case 'credits-expiring':
      return creditsExpiring(reader, letter.values);
    case 'payment-failed':
      return paymentFailed(reader, letter.values);
    case 'refund':
      return refund(reader, letter.values);
    case 'refund-failed':
      return refundFailed(reader, letter.values);
    case 'refund-failed-note':
      return refundFailedNote(reader, letter.values);
    case 'subscription-renewed':
      return subscriptionRenewed(reader, letter.values);
    case 'renewal-failed':
      return renewalFailed(reader, letter.values);
    case 'subscription-cancelled':
      return subscriptionCancelled(reader, letter.values);
    case 'booking-confirmation':
      return bookingConfirmation(reader, letter.values);
    case 'booking-confirmed':
      return bookingConfirmed(reader, letter.values);
    case 'feedback-request':
      return feedbackRequest(reader, letter.values);
    case 'rescheduled':
      return rescheduled(reader, letter.values);
    case 'slot-gone':
      return slotGone(reader, letter.values);
    case 'cancellation':
      return cancellation(reader, letter.values);
    case 'reminder':
      return reminder(reader, letter.values);
  }
}

/** True where the letter holds a secret: it is forgotten once sent, and cannot be sent again. */
export function holdsSecret(template: Template): boolean {
  return template === 'invitation' || template === 'password-reset';
}

/** Waits before the second, third, … attempt; after the last one the message is parked. */
export const RETRY_DELAYS_MS: readonly number[] = [5_000, 30_000, 120_000, 600_000, 3_600_000, 14_400_000];

export type AfterFailure = { status: 'queued'; nextAt: Date } | { status: 'failed' };

/** What follows a failed attempt (technical time). What the receiver refuses for good is not tried again. */
export function afterFailure(failure: { attempts: number; permanent: boolean; wallNow: Date }): AfterFailure {
  const delayMs = RETRY_DELAYS_MS[failure.attempts - 1];
  if (failure.permanent || delayMs === undefined) return { status: 'failed' };
  return { status: 'queued', nextAt: new Date(failure.wallNow.getTime() + delayMs) };
}
