import type { PackageSnapshot } from '@consult/contracts/events/catalog';

/** What is sold and on which terms: what a purchase freezes, but for id and version. */
export type Terms = Omit<PackageSnapshot, 'packageId' | 'version' | 'availability'> & { availability: Availability };

export type Status = PackageSnapshot['availability']['status'];

export interface Availability {
  status: Status;
  featuredPackage: boolean;
  displayOrder: number;
  startDate?: Date;
  /** Exclusive. */
  endDate?: Date;
  limitedTimeOffer: boolean;
  /** When it becomes active, or inactive, by itself; gone once that has happened. */
  publishAt?: Date;
  retireAt?: Date;
}

/** Stripe's names of a package; of the newest version billing has linked. */
export interface StripeLink {
  productId: string;
  priceId: string;
  packageVersion: number;
}

export interface Package extends Terms {
  packageId: string;
  tenantId: string;
  version: number;
  stripe?: StripeLink;
  /** Business time, both. */
  createdAt: Date;
  updatedAt: Date;
}

/** Whether it can be bought at this instant (business time); the period is half-open. */
export function isOnSale({ availability }: Pick<Package, 'availability'>, now: Date): boolean {
  const { status, startDate, endDate } = availability;
  return (
    status === 'active' && (startDate === undefined || startDate <= now) && (endDate === undefined || now < endDate)
  );
}

/** The package as events carry it and purchases freeze it. */
export function snapshotOf(pkg: Package): PackageSnapshot {
  const { packageId, version, details, credits, pricing, subscription, availability } = pkg;
  const { eligibility, marketing, features, platformFee } = pkg;
  const { startDate, endDate, publishAt, retireAt, ...shown } = availability;
  return {
    packageId,
    version,
    details,
    credits,
    pricing,
    ...(subscription === undefined ? {} : { subscription }),
    availability: {
      ...shown,
      ...(startDate === undefined ? {} : { startDate: startDate.toISOString() }),
      ...(endDate === undefined ? {} : { endDate: endDate.toISOString() }),
      ...(publishAt === undefined ? {} : { publishAt: publishAt.toISOString() }),
      ...(retireAt === undefined ? {} : { retireAt: retireAt.toISOString() }),
    },
    eligibility,
    marketing,
    features,
    ...(platformFee === undefined ? {} : { platformFee }),
  };
}
