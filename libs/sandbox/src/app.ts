import { AppError } from '@consult/runtime/errors';
import type { Logger } from '@consult/runtime/logger';
import { connectMongo, pingMongo } from '@consult/runtime/mongo';
import { stepwise } from '@consult/runtime/stepwise';
import type { FastifyInstance } from 'fastify';
import type { AddressInfo } from 'node:net';
import type { SMTPServer } from 'smtp-server';
import { createAdvance } from './clock/advance.ts';
import { openBusinessClock } from './clock/business-clock.ts';
import { createParticipants } from './clock/participants.ts';
import type { SandboxConfig } from './config.ts';
import { createControlServer } from './control/server.ts';
import { openSandboxDatabase } from './database.ts';
import { createMailboxPage } from './mail/page.ts';
import { createSmtpServer } from './mail/smtp.ts';
import { nextStripeDue, runStripeDue } from './stripe/due-work.ts';
import { createFaultPlan } from './stripe/faults.ts';
import { createStripeServer } from './stripe/http/server.ts';
import type { StripeDeps } from './stripe/perform.ts';
import { STRIPE_ROUTES } from './stripe/routes/all.ts';
import { createWebhookSender } from './stripe/webhooks/sender.ts';

export interface Sandbox {
  /** Known after `start`. */
  ports(): { stripe: number; control: number; smtp: number; mailbox: number };
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Builds the sandbox: everything is opened, nothing listens yet. */
export async function createSandbox(
  config: SandboxConfig,
  { logger, wallNow }: { logger: Logger; wallNow: () => Date },
): Promise<Sandbox> {
  const { LISTEN_HOST: host, STRIPE_REAL: isRealStripe } = config;
  const connection = await connectMongo({
    uri: config.MONGODB_URI,
    database: `${config.CONSULT_NAMESPACE}_sandbox`,
    logger,
  });
  const database = await openSandboxDatabase(connection);
  const clock = await openBusinessClock(
    database,
    config.CONSULT_CLOCK_START === undefined ? wallNow() : new Date(config.CONSULT_CLOCK_START),
  );
  const now = isRealStripe ? wallNow : clock.now;
  const sender = createWebhookSender({ database, target: targetOf(config), logger, wallNow });
  const bound = { stripe: 0, control: 0, smtp: 0, mailbox: 0 };
  const faults = createFaultPlan();
  const stripe: StripeDeps = {
    database,
    faults,
    logger,
    now,
    wallNow,
    baseUrl: () => `http://${reachable(host)}:${bound.stripe}`,
    delivery: sender.deliveryOf,
    changed: sender.nudge,
  };
  const participants = createParticipants(wallNow);
  const advance = createAdvance({
    clock,
    participants,
    logger,
    wallNow,
    stripe: {
      nextDue: (until) => nextStripeDue(database, until),
      runDue: () => runStripeDue(stripe),
      undelivered: sender.undelivered,
      attempts: sender.attempts,
      hold: sender.pause,
      release: sender.resume,
    },
  });
  const checks = { mongo: () => pingMongo(connection) };
  const control = createControlServer({
    database,
    now,
    participants,
    advance: isRealStripe ? realTime : advance,
    sender,
    faults,
    stripe,
    checks,
  });
  const stripeApi = createStripeServer(stripe, STRIPE_ROUTES);
  const mailbox = createMailboxPage(database);
  const smtp = createSmtpServer({ database, logger, now, wallNow });
  const steps = stepwise({ logger, close: () => connection.close() });

  const open = (
    name: keyof typeof bound,
    listening: () => Promise<number>,
    close: () => Promise<void>,
  ): Promise<void> => steps.run(name, async () => void (bound[name] = await listening()), close);

  return {
    ports: () => ({ ...bound }),
    async start() {
      if (!isRealStripe) {
        await open(
          'stripe',
          () => listen(stripeApi, host, config.STRIPE_SANDBOX_PORT),
          () => stripeApi.close(),
        );
        await steps.run('webhooks', sender.start, sender.stop);
      }
      await open(
        'smtp',
        () => listenSmtp(smtp, host, config.SMTP_PORT),
        () => closeSmtp(smtp),
      );
      await open(
        'mailbox',
        () => listen(mailbox, host, config.MAILBOX_PORT),
        () => mailbox.close(),
      );
      // Last, as it says when the sandbox is ready.
      await open(
        'control',
        () => listen(control, host, config.SANDBOX_PORT),
        () => control.close(),
      );
      logger.info({ ...bound, businessTime: now().toISOString() }, 'sandbox is up');
    },
    stop: () => steps.stop(),
  };
}

/** Both or neither: an unsigned webhook would be taken for a forged one. */
function targetOf({
  STRIPE_WEBHOOK_URL: url,
  STRIPE_WEBHOOK_SECRET: secret,
}: SandboxConfig): { url: string; secret: string } | undefined {
  if (url === undefined) return undefined;
  if (secret === undefined) throw new Error('STRIPE_WEBHOOK_URL needs STRIPE_WEBHOOK_SECRET');
  return { url, secret };
}

/** Where this machine's browsers reach what listens on a host: all addresses is none. */
function reachable(host: string): string {
  return host === '0.0.0.0' ? '127.0.0.1' : host;
}

async function realTime(): Promise<Date> {
  throw new AppError('invalid_transition', {
    detail: 'Real Stripe keys are in use, so that business time is real time.',
  });
}

async function listen(app: FastifyInstance, host: string, port: number): Promise<number> {
  await app.listen({ host, port });
  const [address] = app.addresses();
  return typeof address === 'object' ? address.port : 0;
}

async function listenSmtp(server: SMTPServer, host: string, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return (server.server.address() as AddressInfo).port;
}

const closeSmtp = (server: SMTPServer): Promise<void> => new Promise((resolve) => server.close(() => resolve()));
