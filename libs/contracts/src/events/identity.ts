import Type from 'typebox';
import { defineEvent } from '../envelope.ts';
import { AmountMinor, Count, Currency, Id, Instant, ROLES, TenantId } from '../primitives.ts';

/** The rules of a tenant, versioned as a whole and published whole; services keep a projection. Units are in the names. */
export const Policies = Type.Object({
  version: Count,
  confirmationRequired: Type.Boolean(),
  confirmationDeadlineHours: Count,
  cancellationCutoffHours: Count,
  minimumNoticeMinutes: Count,
  horizonDays: Count,
  slotStepMinutes: Count,
  maximumReschedules: Count,
  returnGraceDays: Count,
  renewalGraceHours: Count,
  clientMayOverlap: Type.Boolean(),
  freeTrialDays: Count,
  unlimitedFairUse: Count,
  platformFeeBasisPoints: Count,
  platformFeeFixedMinor: AmountMinor,
  singleSessionPriceMinor: Type.Optional(AmountMinor),
  maximumOpenBookings: Count,
  /** Own lengths by session type, both ends allowed; a type without an entry keeps the platform's. */
  sessionMinutes: Type.Optional(Type.Record(Type.String(), Type.Object({ minimum: Count, maximum: Count }))),
  /** Of the full earning, for a session that a client cancels after the cut-off; absent: 0. */
  lateCancelEarningPercent: Type.Optional(Count),
  /** What a session earns that a promotional credit or the trial pays; absent: 0. */
  promotionalEarningMinor: Type.Optional(AmountMinor),
  /** Of the unit price, what its consultant earns; absent: 100. */
  consultantSharePercent: Type.Optional(Count),
});
export type Policies = Type.Static<typeof Policies>;

/** What a tenant starts with. */
export const DEFAULT_POLICIES: Policies = {
  version: 1,
  confirmationRequired: false,
  confirmationDeadlineHours: 24,
  cancellationCutoffHours: 0,
  minimumNoticeMinutes: 0,
  horizonDays: 365,
  slotStepMinutes: 30,
  maximumReschedules: 3,
  returnGraceDays: 7,
  renewalGraceHours: 24,
  clientMayOverlap: false,
  freeTrialDays: 30,
  unlimitedFairUse: 31,
  platformFeeBasisPoints: 0,
  platformFeeFixedMinor: 0,
  maximumOpenBookings: 0,
};

export const TenantChanged = defineEvent(
  'identity.TenantChanged.v1',
  Type.Object({
    tenantId: TenantId,
    slug: Id,
    name: Type.String(),
    stripeAccountId: Type.String(),
    currency: Currency,
    timezone: Type.String(),
    policies: Policies,
    version: Count,
  }),
);

const person = { userId: Id, name: Type.String(), email: Type.String(), timezone: Type.String() };

/** A client signed up: the free trial becomes eligible, the welcome mail goes out. */
export const ClientRegistered = defineEvent(
  'identity.ClientRegistered.v1',
  Type.Object({ ...person, registeredAt: Instant }),
);

/** Published for every new or changed user, invited consultants included. */
export const UserChanged = defineEvent(
  'identity.UserChanged.v1',
  Type.Object({ ...person, roles: Type.Array(Type.Enum(ROLES)), version: Count }),
);

/** A one-time code for the holder of an address. The code is a secret until it is used or expires. */
export const AccessCodeIssued = defineEvent(
  'identity.AccessCodeIssued.v1',
  Type.Object({
    ...person,
    purpose: Type.Enum(['invitation', 'password_reset']),
    code: Type.String(),
    expiresAt: Instant,
  }),
);
