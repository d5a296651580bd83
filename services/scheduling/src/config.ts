import { serviceConfig } from '@consult/runtime/config';
import Type from 'typebox';

/** What scheduling reads from its environment, beside what every service reads. */
export const SchedulingConfig = Type.Object({
  ...serviceConfig,
  CREDITS_GRPC_URL: Type.String(),
  IDENTITY_GRPC_URL: Type.String(),
});
export type SchedulingConfig = Type.Static<typeof SchedulingConfig>;
