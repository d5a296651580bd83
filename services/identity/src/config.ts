import { serviceConfig } from '@consult/runtime/config';
import Type from 'typebox';

/** What identity reads from its environment, beside what every service reads. */
export const IdentityConfig = Type.Object({
  ...serviceConfig,
  /** Seals the private signing keys at rest. Losing it means new keys: everybody signs in again. */
  KEY_ENCRYPTION_SECRET: Type.String({ minLength: 32 }),
  TOKEN_ISSUER: Type.String({ default: 'consult' }),
  /** Where people reach the gateway; named in the OpenID description. */
  PUBLIC_URL: Type.String({ default: 'http://127.0.0.1:8080' }),
  /** The platform's own Stripe account: that of tenants which bring none. */
  PLATFORM_STRIPE_ACCOUNT: Type.String({ default: 'acct_platform', pattern: '^acct_[A-Za-z0-9_]{1,60}$' }),
});
export type IdentityConfig = Type.Static<typeof IdentityConfig>;
