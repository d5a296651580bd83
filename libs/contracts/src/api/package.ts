import Type, { type Static, type TProperties, type TSchema } from 'typebox';
import {
  AmountMinor,
  CATEGORIES,
  CLIENT_TYPES,
  Count,
  DateOrInstant,
  Line,
  PACKAGE_TYPES,
  Prose,
  SESSION_TYPES,
  ROLLOVER_PERIODS_MAX,
} from '../primitives.ts';

const strict = { additionalProperties: false } as const;
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
  rollover: Type.Optional(
    Type.Object({ max: Count, periods: Type.Integer({ minimum: 1, maximum: ROLLOVER_PERIODS_MAX }) }, strict),
  ),
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
const subscription = {
  recurring: Type.Optional(Type.Boolean()),
  interval: Type.Optional(Type.Enum(['month', 'quarter', 'year'])),
};
const availability = {
  status: Type.Optional(Type.Enum(['active', 'inactive'])),
  featuredPackage: Type.Optional(Type.Boolean()),
  displayOrder: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000 })),
  startDate: Type.Optional(DateOrInstant),
  endDate: Type.Optional(DateOrInstant),
  limitedTimeOffer: Type.Optional(Type.Boolean()),
  /** When it publishes or retires itself; one that publishes itself is inactive until then. */
  publishAt: Type.Optional(DateOrInstant),
  retireAt: Type.Optional(DateOrInstant),
};
const eligibility = {
  clientTypes: Type.Optional(Type.Array(Type.Enum(CLIENT_TYPES), { maxItems: 2 })),
  maximumPurchasePerClient: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000 })),
};
/** What the platform keeps of each payment for this package, in place of the tenant's rule; `fixedMinor` in the package's currency. */
const platformFee = {
  basisPoints: Type.Integer({ minimum: 0, maximum: 10_000 }),
  fixedMinor: Type.Optional(AmountMinor),
};
const marketing = { tagline: Type.Optional(Line), badge: Type.Optional(Line) };
const features = Type.Array(Line, { maxItems: 50 });

/** Body of POST /api/admin/packages: the source document's object without ids. */
export const PackageInput = Type.Object(
  {
    details: Type.Object(details, strict),
    credits: Type.Object(credits, strict),
    pricing: Type.Object(pricing, strict),
    subscription: Type.Optional(Type.Object(subscription, strict)),
    availability: Type.Optional(Type.Object(availability, strict)),
    eligibility: Type.Optional(Type.Object(eligibility, strict)),
    marketing: Type.Optional(Type.Object(marketing, strict)),
    features: Type.Optional(features),
    platformFee: Type.Optional(Type.Object(platformFee, strict)),
  },
  strict,
);
export type PackageInput = Type.Static<typeof PackageInput>;

/** Any of the fields; null takes one that may be left out, out again. */
export type Changes<T> = { [K in keyof T]?: object extends Pick<T, K> ? T[K] | null : T[K] };

function changes<P extends TProperties>(properties: P) {
  const fields = Object.entries(properties).map(([name, schema]): [string, TSchema] => [
    name,
    Type.IsOptional(schema) ? Type.Union([schema, Type.Null()]) : schema,
  ]);
  const object = Type.Partial(Type.Object(Object.fromEntries(fields)), strict);
  return Type.Unsafe<Changes<Static<Type.TObject<P>>>>(object);
}
function orNull<T extends TSchema>(schema: T) {
  return Type.Optional(Type.Union([schema, Type.Null()]));
}
const { type: _type, ...changeableDetails } = details;

/**
 * Body of PATCH /api/admin/packages/:id: any part, each merged field by field; null takes a part or a field out again.
 * The type of a package never changes.
 */
export const PackagePatch = Type.Object(
  {
    details: Type.Optional(changes(changeableDetails)),
    credits: Type.Optional(changes(credits)),
    pricing: Type.Optional(changes(pricing)),
    subscription: orNull(changes(subscription)),
    availability: orNull(changes(availability)),
    eligibility: orNull(changes(eligibility)),
    marketing: orNull(changes(marketing)),
    features: orNull(features),
    platformFee: orNull(Type.Object(platformFee, strict)),
  },
  { ...strict, minProperties: 1 },
);
export type PackagePatch = Type.Static<typeof PackagePatch>;
