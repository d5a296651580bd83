import Type from 'typebox';
import { Line, Zone } from '../primitives.ts';

const strict = { additionalProperties: false } as const;
/** One address, without a display name; delivery is the real check. */
export const Email = Type.String({
  minLength: 3,
  maxLength: 254,
  pattern: '^[^\\s@<>,;:"]+@[^\\s@<>,;:"]+\\.[^\\s@<>,;:"]+$',
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
  },
  strict,
);
