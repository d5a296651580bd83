import type { PackageSnapshot } from '@consult/contracts/events/catalog';

export interface PackageChanges {
  packageId?: string;
  version?: number;
  details?: Partial<PackageSnapshot['details']>;
  credits?: Partial<PackageSnapshot['credits']>;
  pricing?: Partial<PackageSnapshot['pricing']>;
  subscription?: PackageSnapshot['subscription'];
  availability?: Partial<PackageSnapshot['availability']>;
  eligibility?: Partial<PackageSnapshot['eligibility']>;
  platformFee?: PackageSnapshot['platformFee'];
}

/** A bundle of three sessions for 297 dollars, on sale to everybody; changed as a test needs. */
export function bundle(changes: PackageChanges = {}): PackageSnapshot {
  const { packageId = 'PKG-100001-0001', version = 1, subscription } = changes;
  return {
    packageId,
    version,
    details: {
      name: 'Quick Start',
      type: 'consultation_bundle',
      description: 'Three sessions',
      category: 'business',
      ...changes.details,
    },
    credits: {
      total: 3,
      unlimited: false,
      expiresAfterDays: 60,
      chargeByDuration: false,
      expiryBasis: 'booked_at',
      priority: 100,
      sessionTypes: [],
      ...changes.credits,
    },
    pricing: { amount: 29_700, currency: 'USD', pricePerCredit: 9_900, ...changes.pricing },
    ...(subscription === undefined ? {} : { subscription }),
    availability: {
      status: 'active',
      featuredPackage: true,
      displayOrder: 1,
      limitedTimeOffer: false,
      ...changes.availability,
    },
    eligibility: { clientTypes: [], ...changes.eligibility },
    marketing: { tagline: '', badge: '' },
    features: [],
    ...(changes.platformFee === undefined ? {} : { platformFee: changes.platformFee }),
  };
}

/** Eight sessions a month for 799 dollars. */
export function monthly(changes: PackageChanges = {}): PackageSnapshot {
  return bundle({
    packageId: 'PKG-100001-0002',
    details: { name: 'Growth', type: 'monthly_subscription' },
    credits: { total: 8, expiresAfterDays: 30, priority: 50 },
    pricing: { amount: 79_900, pricePerCredit: 9_987 },
    subscription: { recurring: true, interval: 'month' },
    ...changes,
  });
}
