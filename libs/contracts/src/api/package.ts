import Type from 'typebox';
import {
  AmountMinor,
  CATEGORIES,
  CLIENT_TYPES,
  Count,
  Line,
  PACKAGE_TYPES,
  Prose,
  SESSION_TYPES,
} from '../primitives.ts';

const strict = { additionalProperties: false } as const;
/** A date (00:00Z) or an instant with offset. */
const DateOrInstant = Type.String({
  maxLength: 40,
  pattern: '^\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?(Z|[+-]\\d{2}:\\d{2}))?$',
});
const CurrencyAnyCase = Type.String({ pattern: '^[A-Za-z]{3}$' });

const details = {
  name: Line,
  type: Type.Enum(PACKAGE_TYPES),
  description: Type.Optional(Prose),
  category: Type.Optional(Type.Enum(CATEGORIES)),
};
const credits = {
  total: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000 })),
  unlimited: Type.Optional(Type.Boolean()),
  expiresAfterDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 36_500 })),
  duration: Type.Optional(Type.Object({ minutes: Type.Integer({ minimum: 5, maximum: 1_440 }) }, strict)),
  chargeByDuration: Type.Optional(Type.Boolean()),
  expiryBasis: Type.Optional(Type.Enum(['booked_at', 'session_at'])),
  /** When the days to expiry begin; by default at the purchase. */
  activates: Type.Optional(Type.Enum(['purchase', 'first_booking'])),
  priority: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000 })),
  sessionTypes: Type.Optional(Type.Array(Type.Enum(SESSION_TYPES), { maxItems: SESSION_TYPES.length })),
  rollover: Type.Optional(Type.Object({ max: Count, periods: Count }, strict)),
};
const pricing = {
  amount: AmountMinor,
  currency: Type.Optional(CurrencyAnyCase),
  originalPrice: Type.Optional(AmountMinor),
  discount: Type.Optional(
    Type.Object(
      { percentage: Type.Optional(Type.Number({ minimum: 0, maximum: 100 })), amount: Type.Optional(AmountMinor) },
      strict,
    ),
  ),
  pricePerCredit: Type.Optional(AmountMinor),
};
const rest = {
  subscription: Type.Optional(
    Type.Object(
      { recurring: Type.Optional(Type.Boolean()), interval: Type.Optional(Type.Enum(['month', 'quarter', 'year'])) },
      strict,
    ),
  ),
  availability: Type.Optional(
    Type.Object(
      {
        status: Type.Optional(Type.Enum(['active', 'inactive'])),
        featuredPackage: Type.Optional(Type.Boolean()),
        displayOrder: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000 })),
        startDate: Type.Optional(DateOrInstant),
        endDate: Type.Optional(DateOrInstant),
        limitedTimeOffer: Type.Optional(Type.Boolean()),
      },
      strict,
    ),
  ),
  eligibility: Type.Optional(
    Type.Object(
      {
        clientTypes: Type.Optional(Type.Array(Type.Enum(CLIENT_TYPES), { maxItems: 2 })),
        maximumPurchasePerClient: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000 })),
      },
      strict,
    ),
  ),
  marketing: Type.Optional(Type.Object({ tagline: Type.Optional(Line), badge: Type.Optional(Line) }, strict)),
  features: Type.Optional(Type.Array(Line, { maxItems: 50 })),
};

/** Body of POST /api/admin/packages: the source document's object without ids. */
export const PackageInput = Type.Object(
  {
    details: Type.Object(details, strict),
    credits: Type.Object(credits, strict),
    pricing: Type.Object(pricing, strict),
    ...rest,
  },
  strict,
);
export type PackageInput = Type.Static<typeof PackageInput>;

/** Body of PATCH /api/admin/packages/:id: any part, each merged field by field. The type of a package never changes. */
export const PackagePatch = Type.Object(
  {
    details: Type.Optional(Type.Partial(Type.Omit(Type.Object(details, strict), ['type']), strict)),
    credits: Type.Optional(Type.Object(credits, strict)),
    pricing: Type.Optional(Type.Partial(Type.Object(pricing, strict), strict)),
    ...rest,
  },
  { ...strict, minProperties: 1 },
);
export type PackagePatch = Type.Static<typeof PackagePatch>;
