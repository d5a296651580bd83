import type { DataOf } from '@consult/contracts/envelope';
import type { PaymentDisputed, PaymentRefunded, PaymentSucceeded } from '@consult/contracts/events/billing';
import type { PackageSnapshot } from '@consult/contracts/events/catalog';
import type { ConsultationRescheduled, ConsultationScheduled } from '@consult/contracts/events/scheduling';
import { START } from './bench.ts';

/** A bundle of three for 60 days. */
export function packageOf(credits: Partial<PackageSnapshot['credits']> = {}): PackageSnapshot {
  return {
    packageId: 'PKG-100001-0001',
    version: 4,
    details: { name: 'Quick Start', type: 'consultation_bundle', description: '', category: 'individual' },
    credits: {
      total: 3,
      unlimited: false,
      expiresAfterDays: 60,
      chargeByDuration: false,
      expiryBasis: 'booked_at',
      priority: 100,
      sessionTypes: [],
      ...credits,
    },
    pricing: { amount: 29_700, currency: 'USD', pricePerCredit: 9_900 },
    availability: { status: 'active', featuredPackage: true, displayOrder: 1, limitedTimeOffer: false },
    eligibility: { clientTypes: ['new', 'returning'] },
    marketing: { tagline: '', badge: '' },
    features: [],
  };
}

export function paymentOf(
  clientId: string,
  transactionId: string,
  changes: Partial<DataOf<typeof PaymentSucceeded>> = {},
): DataOf<typeof PaymentSucceeded> {
  return {
    transactionId,
    clientId,
    package: packageOf(),
    amount: { gross: 29_700, platformFee: 0, processingFee: 891, net: 28_809 },
    currency: 'USD',
    paidAt: START,
    ...changes,
  };
}

/** An hour of advice, ten days after the start. */
export function consultationOf(clientId: string, bookingId: string): DataOf<typeof ConsultationScheduled> {
  return {
    bookingId,
    consultationId: `CONS-100001-${bookingId}`,
    revision: 1,
    clientId,
    consultantId: 'mike',
    consultantName: 'Mike Johnson',
    title: 'Advice',
    description: '',
    type: 'advisory',
    scheduledStart: '2025-01-11T09:00:00.000Z',
    scheduledEnd: '2025-01-11T10:00:00.000Z',
    timezone: 'UTC',
    meeting: { kind: 'video' },
    method: 'credits',
    credits: 1,
  };
}

/** What scheduling asks for such a consultation. */
export function reserveRequest(clientId: string, bookingId: string) {
  return {
    bookingId,
    revision: 1,
    clientId,
    sessionType: 'advisory',
    durationMinutes: 60,
    scheduledStart: '2025-01-11T09:00:00.000Z',
    deadlineSeconds: 60,
    maximumOpenBookings: 0,
    predecessorRevision: 0,
  };
}

/** Half of the price of a bundle of three goes back. */
export function refundOf(
  clientId: string,
  refundId: string,
  changes: Partial<DataOf<typeof PaymentRefunded>> = {},
): DataOf<typeof PaymentRefunded> {
  return {
    transactionId: `TXN-${clientId}`,
    clientId,
    refundId,
    amountMinor: 14_850,
    refundedMinor: 14_850,
    currency: 'USD',
    packageId: 'PKG-100001-0001',
    packageName: 'Quick Start',
    revokes: 'in_proportion',
    origin: 'stripe',
    reason: 'requested_by_customer',
    ...changes,
  };
}

/** The bank of a client asks the price of a bundle back. */
export function disputeOf(clientId: string, disputeId: string): DataOf<typeof PaymentDisputed> {
  const transactionId = `TXN-${clientId}`;
  return { transactionId, clientId, disputeId, amountMinor: 29_700, currency: 'USD', reason: 'fraudulent' };
}

/** Such a consultation two days later, under its next revision. */
export function rescheduledOf(
  clientId: string,
  bookingId: string,
  revision = 2,
): DataOf<typeof ConsultationRescheduled> {
  const { scheduledStart, scheduledEnd, ...rest } = consultationOf(clientId, bookingId);
  return {
    ...rest,
    revision,
    scheduledStart: '2025-01-13T09:00:00.000Z',
    scheduledEnd: '2025-01-13T10:00:00.000Z',
    by: 'client',
    reason: '',
    previous: { revision: revision - 1, scheduledStart, scheduledEnd },
  };
}

/** What scheduling asks for such a move. */
export function rescheduleRequest(clientId: string, bookingId: string, revision = 2) {
  return {
    ...reserveRequest(clientId, bookingId),
    revision,
    predecessorRevision: revision - 1,
    scheduledStart: '2025-01-13T09:00:00.000Z',
  };
}
