import Type from 'typebox';
import { defineEvent } from '../envelope.ts';
import {
  AmountMinor,
  CATEGORIES,
  CLIENT_TYPES,
  Count,
  Currency,
  Id,
  Instant,
  PACKAGE_TYPES,
  SESSION_TYPES,
} from '../primitives.ts';

/** A package as it is sold: the terms a purchase freezes. The nesting is the source document's. */
export const PackageSnapshot = Type.Object({
  packageId: Id,
  version: Count,
  details: Type.Object({
    name: Type.String(),
    type: Type.Enum(PACKAGE_TYPES),
    description: Type.String(),
    category: Type.Enum(CATEGORIES),
  }),
  credits: Type.Object({
    total: Count,
    unlimited: Type.Boolean(),
    expiresAfterDays: Count,
    duration: Type.Optional(Type.Object({ minutes: Count })),
    chargeByDuration: Type.Boolean(),
    expiryBasis: Type.Enum(['booked_at', 'session_at']),
    /** When the days to expiry begin; absent: at the purchase. */
    activates: Type.Optional(Type.Enum(['purchase', 'first_booking'])),
    priority: Count,
    sessionTypes: Type.Array(Type.Enum(SESSION_TYPES)),
    rollover: Type.Optional(Type.Object({ max: Count, periods: Count })),
  }),
  pricing: Type.Object({
    amount: AmountMinor,
    currency: Currency,
    originalPrice: Type.Optional(AmountMinor),
    discount: Type.Optional(
      Type.Object({ percentage: Type.Optional(Type.Number()), amount: Type.Optional(AmountMinor) }),
    ),
    pricePerCredit: AmountMinor,
  }),
  subscription: Type.Optional(
    Type.Object({ recurring: Type.Boolean(), interval: Type.Enum(['month', 'quarter', 'year']) }),
  ),
  availability: Type.Object({
    status: Type.Enum(['active', 'inactive', 'archived']),
    featuredPackage: Type.Boolean(),
    displayOrder: Type.Integer(),
    startDate: Type.Optional(Instant),
    endDate: Type.Optional(Instant),
    limitedTimeOffer: Type.Boolean(),
    publishAt: Type.Optional(Instant),
    retireAt: Type.Optional(Instant),
  }),
  eligibility: Type.Object({
    clientTypes: Type.Array(Type.Enum(CLIENT_TYPES)),
    maximumPurchasePerClient: Type.Optional(Count),
  }),
  marketing: Type.Object({ tagline: Type.String(), badge: Type.String() }),
  features: Type.Array(Type.String()),
  /** In place of the tenant's rule; never shown to clients. */
  platformFee: Type.Optional(Type.Object({ basisPoints: Count, fixedMinor: AmountMinor })),
});
export type PackageSnapshot = Type.Static<typeof PackageSnapshot>;

const data = Type.Object({ package: PackageSnapshot });

/** A package went on sale (created active, or published). */
export const PackagePublished = defineEvent('catalog.PackagePublished.v1', data);
/** A new version of a package, or it was retired. */
export const PackageChanged = defineEvent('catalog.PackageChanged.v1', data);
export const PackageArchived = defineEvent('catalog.PackageArchived.v1', data);
