import Type from 'typebox';

const Port = (port: number) => Type.Integer({ default: port, minimum: 0, maximum: 65_535 });

/** What the sandbox reads from its environment. It runs in sandbox mode only. */
export const SandboxConfig = Type.Object({
  CONSULT_MODE: Type.Literal('sandbox'),
  CONSULT_NAMESPACE: Type.String({ default: 'consult', pattern: '^[a-z0-9-]{1,30}$' }),
  MONGODB_URI: Type.String({ minLength: 1 }),
  /** This machine only; `0.0.0.0` is for a container, whose ports are published on the loopback only. */
  LISTEN_HOST: Type.Enum(['127.0.0.1', '::1', 'localhost', '0.0.0.0'], { default: '127.0.0.1' }),
  LOG_LEVEL: Type.Enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], { default: 'info' }),
  /** Control: clock, participants, mail as JSON, webhook switches, health. */
  SANDBOX_PORT: Port(12_112),
  STRIPE_SANDBOX_PORT: Port(12_111),
  SMTP_PORT: Port(1_025),
  MAILBOX_PORT: Port(8_025),
  /** Where webhooks go; without it events are kept, and not sent. */
  STRIPE_WEBHOOK_URL: Type.Optional(Type.String({ minLength: 1 })),
  STRIPE_WEBHOOK_SECRET: Type.Optional(Type.String({ minLength: 1 })),
  /** Real Stripe keys are in use: no Stripe sandbox, and business time is real time. */
  STRIPE_REAL: Type.Boolean({ default: false }),
  /** Where business time begins, at the very first start of a namespace; default: now. */
  CONSULT_CLOCK_START: Type.Optional(
    Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?Z$' }),
  ),
});
export type SandboxConfig = Type.Static<typeof SandboxConfig>;
