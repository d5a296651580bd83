import Type from 'typebox';
import { AmountMinor, Line, LONGEST_SESSION_MINUTES, SESSION_TYPES, Zone } from '../primitives.ts';

const strict = { additionalProperties: false } as const;
/**
 * One address, without a display name; delivery is the real check. What is on both sides of a dot cannot hold one, so that
 * a text of any length is judged in one pass.
 */
export const Email = Type.String({
  minLength: 3,
  maxLength: 254,
  pattern: '^[^\\s@<>,;:"]+@[^\\s@<>,;:".]+(\\.[^\\s@<>,;:".]+)+$',
});
export const Password = Type.String({ minLength: 8, maxLength: 200 });
export const Slug = Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,61}[a-z0-9]$' });
const Token = Type.String({ minLength: 1, maxLength: 500 });

export const RegisterInput = Type.Object(
  { tenant: Slug, name: Line, email: Email, password: Password, timezone: Type.Optional(Zone) },
  strict,
);
export const SignInInput = Type.Object(
  { tenant: Slug, email: Email, password: Type.String({ minLength: 1, maxLength: 200 }) },
  strict,
);
export const RefreshInput = Type.Object({ refreshToken: Token }, strict);
export const ForgotInput = Type.Object({ tenant: Slug, email: Email }, strict);
export const ResetInput = Type.Object({ tenant: Slug, token: Token, password: Password }, strict);
export const ProfilePatch = Type.Object(
  { name: Type.Optional(Line), timezone: Type.Optional(Zone) },
  { ...strict, minProperties: 1 },
);
const upTo = (maximum: number, minimum = 0) => Type.Optional(Type.Integer({ minimum, maximum }));

const sessionMinutes = Type.Integer({ minimum: 5, maximum: LONGEST_SESSION_MINUTES, multipleOf: 5 });
const SessionMinutes = Type.Object({ minimum: sessionMinutes, maximum: sessionMinutes }, strict);

/** The rules a tenant may set, any part of them; what is left out keeps its default. Units and meaning: `Policies`. */
export const PoliciesInput = Type.Object(
  {
    confirmationRequired: Type.Optional(Type.Boolean()),
    confirmationDeadlineHours: upTo(720, 1),
    cancellationCutoffHours: upTo(8_760),
    minimumNoticeMinutes: upTo(525_600),
    horizonDays: upTo(3_650, 1),
    slotStepMinutes: Type.Optional(Type.Integer({ minimum: 5, maximum: 1_440, multipleOf: 5 })),
    maximumReschedules: upTo(1_000),
    returnGraceDays: upTo(365),
    renewalGraceHours: upTo(720),
    clientMayOverlap: Type.Optional(Type.Boolean()),
    freeTrialDays: upTo(3_650),
    unlimitedFairUse: upTo(1_000_000, 1),
    platformFeeBasisPoints: upTo(10_000),
    platformFeeFixedMinor: Type.Optional(AmountMinor),
    singleSessionPriceMinor: Type.Optional(AmountMinor),
    maximumOpenBookings: upTo(1_000_000),
    sessionMinutes: Type.Optional(
      Type.Record(Type.String({ pattern: `^(${SESSION_TYPES.join('|')})$` }), SessionMinutes, strict),
    ),
    lateCancelEarningPercent: upTo(100),
    promotionalEarningMinor: Type.Optional(AmountMinor),
    consultantSharePercent: upTo(100),
  },
  strict,
);
export type PoliciesInput = Type.Static<typeof PoliciesInput>;

export const TenantInput = Type.Object(
  {
    slug: Slug,
    name: Line,
    stripeAccountId: Type.Optional(Type.String({ pattern: '^acct_[A-Za-z0-9_]{1,60}$' })),
    currency: Type.Optional(Type.String({ pattern: '^[A-Za-z]{3}$' })),
    timezone: Type.Optional(Zone),
    adminEmail: Email,
    adminName: Type.Optional(Line),
    adminPassword: Type.Optional(Password),
    policies: Type.Optional(PoliciesInput),
  },
  strict,
);
