import Type from 'typebox';
import { defineEvent } from '../envelope.ts';
import { Count, Id, Instant } from '../primitives.ts';

const METHODS = ['credits', 'unlimited', 'free_trial'] as const;

/** A lot exists: what the purchase mail tells, and what turns a slot hold into its booking. */
export const CreditsGranted = defineEvent(
  'credits.CreditsGranted.v1',
  Type.Object({
    lotId: Id,
    clientId: Id,
    transactionId: Id,
    packageId: Id,
    packageName: Type.String(),
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
/** The credit went back to its lot. */
export const CreditsRestored = defineEvent(
  'credits.CreditsRestored.v1',
  Type.Object({ ...booking, reason: Type.String() }),
);
export const FreeTrialUsed = defineEvent(
  'credits.FreeTrialUsed.v1',
  Type.Object({ clientId: Id, bookingId: Id, usedAt: Instant }),
);

const lot = { lotId: Id, clientId: Id, packageName: Type.String(), credits: Count, expiryDate: Instant };

export const CreditsExpired = defineEvent('credits.CreditsExpired.v1', Type.Object(lot));
export const CreditsExpiring = defineEvent('credits.CreditsExpiring.v1', Type.Object({ ...lot, daysLeft: Count }));
