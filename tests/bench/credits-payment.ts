import { randomUUID } from 'node:crypto';
import type { DataOf } from '@consult/contracts/envelope';
import type { PaymentSucceeded } from '@consult/contracts/events/billing';

/** A bundle that was bought just before the business time of the benchmark, and lasts for a year. */
export function paymentOf(clientId: string, credits: number, paidAt: string): DataOf<typeof PaymentSucceeded> {
  return {
    transactionId: `TXN-100001-${randomUUID()}`,
    clientId,
    package: {
      packageId: 'PKG-100001-0001',
      version: 4,
      details: { name: 'Quick Start', type: 'consultation_bundle', description: '', category: 'individual' },
      credits: {
        total: credits,
        unlimited: false,
        expiresAfterDays: 365,
        chargeByDuration: false,
        expiryBasis: 'booked_at',
        priority: 100,
        sessionTypes: [],
      },
      pricing: { amount: 29_700, currency: 'USD', pricePerCredit: 9_900 },
      availability: { status: 'active', featuredPackage: true, displayOrder: 1, limitedTimeOffer: false },
      eligibility: { clientTypes: ['new', 'returning'] },
      marketing: { tagline: '', badge: '' },
      features: [],
    },
    amount: { gross: 29_700, platformFee: 0, processingFee: 891, net: 28_809 },
    currency: 'USD',
    paidAt,
  };
}
