import { serviceConfig } from '@consult/runtime/config';
import Type from 'typebox';

/** What the gateway reads from its environment, beside what every service reads. */
export const GatewayConfig = Type.Object({
  ...serviceConfig,
  IDENTITY_GRPC_URL: Type.String(),
  CATALOG_GRPC_URL: Type.String(),
  BILLING_GRPC_URL: Type.String(),
  CREDITS_GRPC_URL: Type.String(),
  SCHEDULING_GRPC_URL: Type.String(),
  NOTIFICATION_GRPC_URL: Type.String(),
  /** Where the keys of access tokens are read: identity's, or any OIDC issuer's. */
  IDENTITY_JWKS_URL: Type.String(),
  TOKEN_ISSUER: Type.String({ default: 'consult' }),
  /** Signs the short-lived tokens of `consult operator token`. */
  OPERATOR_SECRET: Type.String({ minLength: 32 }),
  /** Requests a minute from one caller; load tests need a high one. */
  RATE_LIMIT_PER_MINUTE: Type.Integer({ default: 600, minimum: 1 }),
  /** Trust X-Forwarded-* of a proxy in front. */
  TRUST_PROXY: Type.Boolean({ default: false }),
});
export type GatewayConfig = Type.Static<typeof GatewayConfig>;
