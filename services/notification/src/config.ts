import { serviceConfig } from '@consult/runtime/config';
import Type from 'typebox';

/** What notification reads from its environment, beside what every service reads. */
export const NotificationConfig = Type.Object({
  ...serviceConfig,
  IDENTITY_GRPC_URL: Type.String(),
  /** The mail server: `smtp://user:password@host:587`, or `smtps://…`. */
  SMTP_URL: Type.String({ minLength: 1 }),
  /** The address mails come from; the tenant's name is shown beside it. */
  MAIL_FROM: Type.String({ default: 'no-reply@consult.example', pattern: '^[^\\s@<>,]+@[^\\s@<>,]+$' }),
  /** Where people reach the product: links in mails begin with it. */
  PUBLIC_URL: Type.String({ pattern: '^https?://' }),
});
export type NotificationConfig = Type.Static<typeof NotificationConfig>;
