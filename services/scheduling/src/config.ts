import { serviceConfig } from '@consult/runtime/config';
import Type from 'typebox';

/** What scheduling reads from its environment, beside what every service reads. */
export const SchedulingConfig = Type.Object({
  ...serviceConfig,
  CREDITS_GRPC_URL: Type.String(),
  IDENTITY_GRPC_URL: Type.String(),
  /** Technical time until credits asks whether a booking stands; long enough for a slow insert, short for the client's money. */
  RESERVATION_DEADLINE_SECONDS: Type.Integer({ default: 60, minimum: 1, maximum: 600 }),
});
export type SchedulingConfig = Type.Static<typeof SchedulingConfig>;
