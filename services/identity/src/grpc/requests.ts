import { Email, Password, PoliciesInput, Slug } from '@consult/contracts/api/identity';
import { Id, Line, ROLES, Zone } from '@consult/contracts/primitives';
import Type from 'typebox';
import { INVITED_ROLES } from '../domain/user.ts';

/** What the gRPC door lets in. Proto fields nobody set arrive as empty strings: `orElse` says what they mean. */
export const TenantCall = Type.Object({
  slug: Slug,
  name: Line,
  stripeAccountId: Type.String({ pattern: '^acct_[A-Za-z0-9_]{1,60}$' }),
  currency: Type.String({ pattern: '^[A-Z]{3}$' }),
  timezone: Zone,
  adminEmail: Email,
  adminName: Line,
  adminPassword: Type.Optional(Password),
});
export const TenantChange = Type.Object({
  version: Type.Integer({ minimum: 1 }),
  name: Type.Optional(Line),
  timezone: Type.Optional(Zone),
  policies: Type.Optional(PoliciesInput),
});
export const TenantLookup = Type.Object({ tenantId: Type.Optional(Id), slug: Type.Optional(Id) });
export const RegisterCall = Type.Object({ name: Line, email: Email, password: Password, timezone: Zone });
export const SignInCall = Type.Object({ email: Email, password: Type.String({ minLength: 1, maxLength: 200 }) });
export const RefreshCall = Type.Object({ refreshToken: Type.String({ minLength: 1, maxLength: 500 }) });
export const UserCall = Type.Object({ userId: Id });
export const UserChange = Type.Object({ name: Type.Optional(Line), timezone: Type.Optional(Zone) });
export const UsersCall = Type.Object({ role: Type.Optional(Type.Enum(ROLES)) });
/** Where a list goes on: both are sorted by id. */
export const LastRow = Type.Object({ id: Id });
export const InviteCall = Type.Object({
  email: Email,
  name: Line,
  role: Type.Enum(INVITED_ROLES),
  timezone: Zone,
});
export const ResetRequestCall = Type.Object({ email: Email });
export const ResetCall = Type.Object({ token: Type.String({ minLength: 1, maxLength: 500 }), password: Password });

/** The default of an optional text that proto3 has made empty. */
export function orElse<T>(text: string, otherwise: T): string | T {
  return text === '' ? otherwise : text;
}
