import { serviceConfig } from '@consult/runtime/config';
import Type from 'typebox';
import type { StripeSettings } from './operations/deps.ts';
import type { StripeAddress } from './stripe/stripe-api.ts';

/** Whom billing calls: `host:port`. */
const GrpcUrl = Type.String({ pattern: '^[^\\s/]+:[0-9]+$' });
const SECRET_KEY = '^(sk|rk)_(test|live)_\\w+$';

/** What billing reads from its environment, beside what every service reads. */
export const BillingConfig = Type.Object({
  ...serviceConfig,
  CATALOG_GRPC_URL: GrpcUrl,
  CREDITS_GRPC_URL: GrpcUrl,
  IDENTITY_GRPC_URL: GrpcUrl,
  SCHEDULING_GRPC_URL: GrpcUrl,
  STRIPE_SECRET_KEY: Type.String({ pattern: SECRET_KEY }),
  /** Handed to browsers. */
  STRIPE_PUBLISHABLE_KEY: Type.String({ pattern: '^pk_(test|live)_\\w+$' }),
  /** Secret of the webhook endpoint; several, separated by commas, where the platform and its connected accounts have one each. */
  STRIPE_WEBHOOK_SECRET: Type.String({ minLength: 1 }),
  /** The secret before, while a rotation lasts. */
  STRIPE_WEBHOOK_SECRET_PREVIOUS: Type.Optional(Type.String({ minLength: 1 })),
  /** Where Stripe's API is, when not at its usual address. */
  STRIPE_API_HOST: Type.Optional(Type.String({ minLength: 1 })),
  STRIPE_API_PORT: Type.Optional(Type.Integer({ minimum: 1, maximum: 65_535 })),
  STRIPE_API_PROTOCOL: Type.Optional(Type.Enum(['http', 'https'])),
  /** What tenants of the platform's own account have as their account, as identity gives it: calls for them go without one. */
  PLATFORM_STRIPE_ACCOUNT: Type.String({ default: 'acct_platform', pattern: '^acct_[A-Za-z0-9_]{1,60}$' }),
});
export type BillingConfig = Type.Static<typeof BillingConfig>;

/** Where Stripe is; the same for the real one and for any stand-in. */
export function stripeAddressOf(config: BillingConfig): StripeAddress {
  return {
    secretKey: config.STRIPE_SECRET_KEY,
    host: config.STRIPE_API_HOST,
    port: config.STRIPE_API_PORT,
    protocol: config.STRIPE_API_PROTOCOL,
  };
}

export function stripeSettingsOf(config: BillingConfig): StripeSettings {
  const secrets = [config.STRIPE_WEBHOOK_SECRET, config.STRIPE_WEBHOOK_SECRET_PREVIOUS ?? ''];
  return {
    publishableKey: config.STRIPE_PUBLISHABLE_KEY,
    webhookSecrets: secrets.flatMap((listed) => listed.split(',')).filter((secret) => secret !== ''),
    livemode: /^(sk|rk)_live_/.test(config.STRIPE_SECRET_KEY),
    platformAccount: config.PLATFORM_STRIPE_ACCOUNT,
  };
}
