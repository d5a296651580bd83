import { serviceConfig } from '@consult/runtime/config';
import Type from 'typebox';

/** What catalog reads from its environment, beside what every service reads. */
export const CatalogConfig = Type.Object({
  ...serviceConfig,
  /** Asked for a tenant whose event has not come yet. */
  IDENTITY_GRPC_URL: Type.String({ minLength: 1 }),
});
export type CatalogConfig = Type.Static<typeof CatalogConfig>;
