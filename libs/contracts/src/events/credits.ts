import Type from 'typebox';
import { defineEvent } from '../envelope.ts';
import { Count, Id, Instant } from '../primitives.ts';

export const LOT_SOURCES = ['purchase', 'subscription', 'claim', 'rollover', 'manual'] as const;
const METHODS = ['credits', 'unlimited', 'free_trial'] as const;

/** A lot exists: what the purchase mail tells, and what turns a slot hold into its booking. */
export const CreditsGranted = defineEvent(
  'credits.CreditsGranted.v1',
  Type.Object({
    lotId: Id,
    clientId: Id,
    /** Absent: given by hand. */
    transactionId: Type.Optional(Id),
    packageId: Type.Optional(Id),
    packageName: Type.String(),
    /** Absent in what was published before there were others: a purchase or a period. */
    source: Type.Optional(Type.Enum(LOT_SOURCES)),
    credits: Count,
    unlimited: Type.Boolean(),
    purchaseDate: Instant,
    expiryDate: Instant,
    availableCredits: Count,
    /** A later period of a subscription, not a purchase of its own. */
    renewal: Type.Optional(Type.Boolean()),
    holdId: Type.Optional(Id),
  }),
);

const booking = {
  bookingId: Id,
  revision: Count,
  clientId: Id,
  method: Type.Enum(METHODS),
  lotId: Type.Optional(Id),
  credits: Count,
};

export const CreditsReserved = defineEvent(
  'credits.CreditsReserved.v1',
  Type.Object({ ...booking, deadline: Instant }),
);
/** The credit is used for good: the session took place, or it was forfeited. */
export const CreditsConsumed = defineEvent(
  'credits.CreditsConsumed.v1',
  Type.Object({ ...booking, reason: Type.String() }),
);
/** Credits went back to their lot: of a booking, or of a refund that failed. */
export const CreditsRestored = defineEvent(
  'credits.CreditsRestored.v1',
  Type.Object({
    ...booking,
    bookingId: Type.Optional(Id),
    revision: Type.Optional(Count),
    method: Type.Optional(Type.Enum(METHODS)),
    refundId: Type.Optional(Id),
    reason: Type.String(),
  }),
);
export const FreeTrialUsed = defineEvent(
  'credits.FreeTrialUsed.v1',
  Type.Object({ clientId: Id, bookingId: Id, usedAt: Instant }),
);

const lot = { lotId: Id, clientId: Id, packageName: Type.String(), credits: Count, expiryDate: Instant };

export const CreditsExpired = defineEvent('credits.CreditsExpired.v1', Type.Object(lot));
export const CreditsExpiring = defineEvent('credits.CreditsExpiring.v1', Type.Object({ ...lot, daysLeft: Count }));
/** Unused credits were taken away. Credits in use stay; `creditsKept` says how many, for somebody to look at where money went back. */
export const CreditsRevoked = defineEvent(
  'credits.CreditsRevoked.v1',
  Type.Object({
    ...lot,
    transactionId: Type.Optional(Id),
    cause: Type.Enum(['refund', 'dispute', 'plan_change', 'adjustment', 'void']),
    /** reserved + held + used of the lot. */
    creditsKept: Count,
    needsReview: Type.Boolean(),
    reason: Type.String(),
  }),
);
