import { serviceConfig } from '@consult/runtime/config';
import Type, { type Static } from 'typebox';

/** Whom credits calls: `host:port`. */
const GrpcUrl = Type.String({ pattern: '^[^\\s/]+:[0-9]+$' });

export const CreditsConfig = Type.Object({
  ...serviceConfig,
  /** Asked for rules and clients whose events have not come yet. */
  IDENTITY_GRPC_URL: GrpcUrl,
  /** Asked whether a reservation past its deadline stands. */
  SCHEDULING_GRPC_URL: GrpcUrl,
});
export type CreditsConfig = Static<typeof CreditsConfig>;
