import Type from 'typebox';

/** Shapes that appear in many schemas, each with its unit. */
export const Id = Type.String({ minLength: 1, maxLength: 100 });
/** RFC 3339 instant in UTC, milliseconds, as `Date.toISOString()` writes it. */
export const Instant = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?Z$' });
/** A date (00:00Z) or an instant with offset, as people write it. */
export const DateOrInstant = Type.String({
  maxLength: 40,
  pattern: '^\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?(Z|[+-]\\d{2}:\\d{2}))?$',
});
export const TenantId = Type.String({ pattern: '^[0-9]{6}$' });
/** ISO 4217, upper case. */
export const Currency = Type.String({ pattern: '^[A-Z]{3}$' });
/** Integer in the currency's minor unit. */
export const AmountMinor = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });
export const Count = Type.Integer({ minimum: 0, maximum: 2_147_483_647 });

export const PACKAGE_TYPES = [
  'free_trial',
  'pay_per_use',
  'consultation_bundle',
  'monthly_subscription',
  'quarterly_subscription',
  'annual_subscription',
  'custom_plan',
] as const;
export const CATEGORIES = ['individual', 'business', 'enterprise'] as const;
export const SESSION_TYPES = [
  'strategy_session',
  'technical_consultation',
  'advisory',
  'training',
  'workshop',
  'review',
  'status_update',
  'troubleshooting',
  'implementation',
] as const;
/** No session of any type or tenant lasts longer: bounds how far back a search for busy times looks. */
export const LONGEST_SESSION_MINUTES = 720;
export const ROLES = ['client', 'consultant', 'admin', 'finance', 'operator'] as const;

/** The most periods unused credits can go on into: as many lots as credits looks for when their payment is refunded. */
export const ROLLOVER_PERIODS_MAX = 12;

export const CLIENT_TYPES = ['new', 'returning'] as const;
/** A short line of text a person typed: something to be read, and no line break or other control character in it. */
export const Line = Type.String({
  minLength: 1,
  maxLength: 200,
  pattern: '^[^\\S\\u0000-\\u001f\\u007f]*[^\\s\\u0000-\\u001f\\u007f][^\\u0000-\\u001f\\u007f]*$',
});
/** Longer text a person typed. */
export const Prose = Type.String({ maxLength: 10_000 });
/** IANA zone name; whether it exists is checked by the owner. */
export const Zone = Type.String({ minLength: 1, maxLength: 64 });
