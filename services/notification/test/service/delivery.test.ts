import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DataOf, EventDefinition } from '@consult/contracts/envelope';
import {
  PaymentFailed,
  RefundFailed,
  SubscriptionCancelled,
  SubscriptionRenewed,
} from '@consult/contracts/events/billing';
import { CreditsGranted } from '@consult/contracts/events/credits';
import {
  AccessCodeIssued,
  ClientRegistered,
  DEFAULT_POLICIES,
  TenantChanged,
} from '@consult/contracts/events/identity';
import { ConsultationCancelled, ConsultationScheduled } from '@consult/contracts/events/scheduling';
import { type Broker, connectBroker } from '@consult/messaging/broker';
import { newEvent } from '@consult/messaging/event';
import type { App } from '@consult/runtime/app';
import { fixedClock } from '@consult/runtime/clock';
import { createGrpcClient, type GrpcClient } from '@consult/runtime/grpc-client';
import { newId } from '@consult/runtime/ids';
import { createLogger } from '@consult/runtime/logger';
import { testCaller } from '@consult/testing/call';
import { testConfig } from '@consult/testing/config';
import { listenForEvents, publishEvent } from '@consult/testing/events';
import { eventually } from '@consult/testing/eventually';
import { dropNamespace, testNamespace } from '@consult/testing/namespace';
import mongoose from 'mongoose';
import { createApp } from '../../src/app.ts';
import type { Static, TSchema } from 'typebox';
import { sessionFacts } from '../sample.ts';
import { startMailServer, type MailServer } from './mail-server.ts';

const tenantId = '100001';
const logger = createLogger({ service: 'notification', level: 'silent' });

describe('notification', () => {
  const namespace = testNamespace();
  const base = testConfig({ namespace });
  const clock = fixedClock('2025-01-03T09:00:00Z');
  let server: MailServer;
  let broker: Broker;
  let app: App;
  let client: GrpcClient<'notification'>;
  const admin = testCaller({ tenantId, userId: 'admin-1', roles: ['admin'] });

  beforeAll(async () => {
    server = await startMailServer();
    const config = {
      ...base,
      IDENTITY_GRPC_URL: '127.0.0.1:1',
      SMTP_URL: server.url,
      MAIL_FROM: 'no-reply@consult.example',
      PUBLIC_URL: 'https://app.example',
    };
    app = await createApp(config, { logger, clock });
    await app.start();
    broker = await connectBroker({ url: base.AMQP_URL, namespace, service: 'identity', logger });
    client = createGrpcClient('notification', {
      url: `127.0.0.1:${app.grpcPort}`,
      callTokenSecret: base.CALL_TOKEN_SECRET,
      from: 'gateway',
      deadlineMs: 5_000,
    });
    await publish(TenantChanged, {
      tenantId,
      slug: 'bright',
      name: 'Bright Consulting',
      stripeAccountId: 'acct_1',
      currency: 'USD',
      timezone: 'UTC',
      policies: DEFAULT_POLICIES,
      version: 1,
    });
    await register('client-1', 'Sarah', 'sarah@bakery.example');
    await register('consultant-1', 'Mike Johnson', 'mike@bright.example');
    await eventually(() => expect(server.mails).toHaveLength(2));
  }, 60_000);
  afterAll(async () => {
    client?.close();
    await broker?.close();
    await app?.stop();
    await server?.close();
    await dropNamespace(namespace);
  }, 60_000);

  test('one registration told twice is one welcome, in the name of the tenant', async () => {
    const id = newId();
    const data = person('client-2', 'Twice', 'twice@bakery.example');
    await publish(ClientRegistered, { ...data, registeredAt: '2025-01-03T09:00:00.000Z' }, { id });
    await publish(ClientRegistered, { ...data, registeredAt: '2025-01-03T09:00:00.000Z' }, { id });
    await publish(AccessCodeIssued, {
      ...data,
      purpose: 'password_reset',
      code: 'later-1',
      expiresAt: '2025-01-03T10:00:00.000Z',
    });
    await eventually(() =>
      expect(server.to('twice@bakery.example').map(({ subject }) => subject)).toContain(
        'Choose a new password for Bright Consulting',
      ),
    );
    expect(server.to('twice@bakery.example').filter(({ subject }) => subject.startsWith('Welcome'))).toHaveLength(1);
    expect(server.to('twice@bakery.example')[0]?.from).toContain('Bright Consulting');
  });

  /** Sent after others: once its mail is there, theirs were told as well, in whatever order. */
  async function grantAfterwards(packageName: string): Promise<void> {
    await publish(CreditsGranted, granted({ lotId: `lot-of-${packageName}`, packageName }));
    await eventually(() => expect(server.withSubject(`Purchase Confirmed: ${packageName}`)).toHaveLength(1));
  }

  test('a purchase is confirmed with package, credits and expiry; a renewal is not a purchase', async () => {
    await publish(CreditsGranted, granted({ lotId: 'lot-1' }));
    await publish(CreditsGranted, granted({ lotId: 'lot-2', packageName: 'Renewed', renewal: true }));
    await grantAfterwards('Afterwards');
    await eventually(() => expect(server.withSubject('Purchase Confirmed: Quick Start Package')).toHaveLength(1));
    const [mail] = server.withSubject('Purchase Confirmed: Quick Start Package');
    expect(mail?.text).toContain('Credits: 3');
    expect(mail?.text).toContain('Valid until: 2 March 2025');
    expect(server.withSubject('Purchase Confirmed: Renewed')).toHaveLength(0);
  });

  test('credits by hand are told once; what rolls over, and what a renewal brings, is not', async () => {
    const given = { lotId: 'lot-4', source: 'manual', credits: 5, packageName: 'By hand' } as const;
    const { transactionId: _none, ...byHand } = granted(given);
    const id = newId();
    await publish(CreditsGranted, byHand, { id });
    await publish(CreditsGranted, byHand, { id });
    await publish(CreditsGranted, { ...byHand, lotId: 'lot-5', source: 'rollover' });
    await publish(CreditsGranted, { ...byHand, lotId: 'lot-6', source: 'subscription', renewal: true });
    await grantAfterwards('After these');
    await eventually(() => expect(server.withSubject('Credits Added')).toHaveLength(1));
    const [mail] = server.withSubject('Credits Added');
    expect(mail?.text).toContain('5 credits have been added to your account.');
    expect(mail?.text).toContain('Valid until: 2 March 2025');
    expect(server.withSubject('Purchase Confirmed: By hand')).toHaveLength(0);
  });

  test('a renewal that fails is one mail a day, its last failure is the end it brings; a changed package is a purchase', async () => {
    const failed = { transactionId: 'TXN-9', clientId: 'client-1', packageId: 'PKG-9', packageName: 'Dunned' };
    const declined = { ...failed, amountMinor: 79_900, currency: 'USD', code: 'card_declined' };
    const again = { nextAttemptAt: '2025-02-02T09:00:00.000Z', givenUp: false };
    const on = (day: string) => ({ time: new Date(`${day}T09:00:00Z`) });
    await publish(PaymentFailed, { ...declined, renewal: again }, on('2025-02-01'));
    await publish(PaymentFailed, { ...declined, renewal: again }, on('2025-02-01'));
    await publish(PaymentFailed, { ...declined, renewal: again }, on('2025-02-02'));
    await publish(PaymentFailed, { ...declined, renewal: { givenUp: true } }, on('2025-02-08'));
    const ended = {
      subscriptionId: 'sub_9',
      clientId: 'client-1',
      packageId: 'PKG-9',
      packageName: 'Dunned',
      version: 5,
      periodStart: '2025-01-01T09:00:00.000Z',
      periodEnd: '2025-02-01T09:00:00.000Z',
    };
    await publish(SubscriptionRenewed, { ...ended, packageName: 'Changed', reason: 'update' });
    await publish(SubscriptionCancelled, { ...ended, reason: 'payment_failed' });
    await grantAfterwards('After dunning');
    await eventually(() => expect(server.withSubject('Dunned has been cancelled')).toHaveLength(1));
    await eventually(() => expect(server.withSubject('Dunned could not be renewed')).toHaveLength(2));
    expect(server.withSubject('Dunned has been cancelled')[0]?.text).toContain('could not be paid');
    expect(server.withSubject('Changed has been renewed')).toHaveLength(0);
    expect(server.to('sarah@bakery.example').filter(({ subject }) => subject.includes('Dunned'))).toHaveLength(3);
  });

  test('a refund that comes back is told to its client, if it had been told, and to whoever had asked for it', async () => {
    await register('finance-1', 'Fiona', 'fiona@bright.example');
    const failed = {
      transactionId: 'TXN-100001-0077',
      clientId: 'client-1',
      refundId: 'refund-77',
      amountMinor: 19_800,
      currency: 'USD',
      code: 'expired_or_canceled_card',
      reason: '',
      packageName: 'Returned',
    };
    const event = { id: newId() };
    for (const _twice of [1, 2])
      await publish(RefundFailed, { ...failed, wasRefunded: true, requestedBy: 'finance-1' }, event);
    await eventually(() => expect(server.withSubject('Your refund for Returned came back')).toHaveLength(1));
    await eventually(() => expect(server.withSubject('A refund for Returned did not go through')).toHaveLength(1));
    expect(server.withSubject('A refund for Returned did not go through')[0]?.text).toContain('TXN-100001-0077');
    // Stripe had refused it at once: whoever asked was answered, and the client never heard of it.
    await publish(RefundFailed, { ...failed, packageName: 'Refused', refundId: 'refund-78', wasRefunded: false });
    await publish(RefundFailed, { ...failed, packageName: 'Last', refundId: 'refund-79', wasRefunded: true });
    await eventually(() => expect(server.withSubject('Your refund for Last came back')).toHaveLength(1));
    expect(server.mails.filter(({ subject }) => subject.includes('Refused'))).toHaveLength(0);
    expect(server.withSubject('Your refund for Returned came back')).toHaveLength(1);
  });

  test('a booking invites both, and its cancellation takes the invitation back', async () => {
    const session = sessionFacts({ bookingId: 'b-9', title: 'Both are asked' });
    await publish(ConsultationScheduled, session, { version: 1 });
    await eventually(() => expect(server.withSubject('Booked: Both are asked')).toHaveLength(2));
    for (const mail of server.withSubject('Booked: Both are asked')) {
      expect(mail.calendar).toContain('METHOD:REQUEST');
      expect(mail.calendar).toContain('UID:b-9@consult');
    }
    await publish(
      ConsultationCancelled,
      { ...session, by: 'client', reason: 'ill', creditEffect: 'return' },
      { version: 2 },
    );
    await eventually(() => expect(server.withSubject('Cancelled: Both are asked')).toHaveLength(2));
    expect(server.withSubject('Cancelled: Both are asked')[0]?.calendar).toContain('METHOD:CANCEL');
  });

  test('both are reminded at the instant, once; nobody of a session that was cancelled before its booking was heard of', async () => {
    const start = '2025-01-10T10:00:00.000Z';
    const times = { scheduledStart: start, scheduledEnd: '2025-01-10T11:00:00.000Z' };
    const cancelled = sessionFacts({ bookingId: 'b-11', title: 'Given up', ...times });
    await publish(
      ConsultationCancelled,
      { ...cancelled, by: 'admin', reason: '', creditEffect: 'return' },
      { version: 2 },
    );
    await publish(ConsultationScheduled, cancelled, { version: 1 });
    await publish(ConsultationScheduled, sessionFacts({ bookingId: 'b-10', title: 'Remind me', ...times }), {
      version: 1,
    });
    await eventually(() => expect(server.withSubject('Booked: Remind me')).toHaveLength(2));
    await eventually(() => expect(server.withSubject('Booked: Given up')).toHaveLength(2));
    clock.set('2025-01-09T10:00:00Z');
    await eventually(() => expect(server.withSubject('Reminder: Remind me in 24 hours')).toHaveLength(2));
    clock.set('2025-01-10T09:00:00Z');
    await eventually(() => expect(server.withSubject('Reminder: Remind me in an hour')).toHaveLength(2));
    expect(server.mails.filter(({ subject }) => subject.startsWith('Reminder: Given up'))).toHaveLength(0);
  }, 30_000);

  test('what the mail server refuses for good is parked, shown with its reason, and sent when an admin asks again', async () => {
    server.refuse('full@bakery.example', 550);
    await register('client-3', 'Full', 'full@bakery.example');
    const parked = await eventually(async () => {
      const { messages } = await client.listMessages(admin, { userId: 'client-3', page: { limit: 10, cursor: '' } });
      expect(messages.map(({ status }) => status)).toEqual(['failed']);
      return messages[0];
    });
    expect(parked).toMatchObject({ attempts: 1, template: 'welcome', lastError: expect.stringContaining('550') });
    server.accept('full@bakery.example');
    await client.resendMessage(admin, { messageId: parked?.messageId ?? '' });
    await eventually(() => expect(server.to('full@bakery.example')).toHaveLength(1));
  });

  test('a worker that was too slow, and lost its message to another, tells nobody that it has sent it', async () => {
    const told = await listenForEvents(broker, 'notification.#');
    const connection = await mongoose
      .createConnection(base.MONGODB_URI, { dbName: `${namespace}_notification` })
      .asPromise();
    try {
      const messages = connection.collection('messages');
      const ofSlow = { tenantId, userId: 'slow-1' };
      // What another worker's claim does, once the lease has run out.
      server.afterMail = () => messages.updateOne({ ...ofSlow, attempts: 1 }, { $inc: { attempts: 1 } });
      await register('slow-1', 'Slow', 'slow@bakery.example');
      await eventually(() => expect(server.to('slow@bakery.example')).toHaveLength(1));
      server.afterMail = async () => {};
      await messages.updateOne(ofSlow, { $set: { nextAt: clock.wallNow() } });
      await eventually(() => expect(server.to('slow@bakery.example')).toHaveLength(2));
      const delivered = () => told.filter(({ data }) => (data as { userId?: string }).userId === 'slow-1');
      await eventually(() => expect(delivered()).not.toEqual([]));
      expect(delivered().map(({ sequence }) => Number(sequence))).toEqual([3]);
    } finally {
      server.afterMail = async () => {};
      await connection.close();
    }
  });

  test('a one-time code is forgotten once it has been sent', async () => {
    const data = person('client-1', 'Sarah', 'sarah@bakery.example');
    await publish(AccessCodeIssued, {
      ...data,
      purpose: 'invitation',
      code: 'secret-code-77',
      expiresAt: '2025-01-20T09:00:00.000Z',
    });
    await eventually(() => expect(server.mails.some(({ text }) => text.includes('code=secret-code-77'))).toBe(true));
    const { messages } = await client.listMessages(admin, { template: 'invitation', page: { limit: 10, cursor: '' } });
    await expect(client.resendMessage(admin, { messageId: messages[0]?.messageId ?? '' })).rejects.toMatchObject({
      code: 'rule_refused',
    });
  });

  test('the log is for admins, of their own tenant, a page at a time', async () => {
    await expect(client.listMessages(testCaller({ tenantId }), {})).rejects.toMatchObject({ code: 'forbidden' });
    const foreign = testCaller({ tenantId: '100002', roles: ['admin'] });
    expect((await client.listMessages(foreign, {})).messages).toEqual([]);
    const seen = new Set<string>();
    let cursor = '';
    for (let pages = 0; pages < 20; pages += 1) {
      const { messages, page } = await client.listMessages(admin, { page: { limit: 3, cursor } });
      for (const { messageId } of messages) seen.add(messageId);
      if (page?.hasMore !== true) break;
      cursor = page.nextCursor ?? '';
    }
    const { messages } = await client.listMessages(admin, { page: { limit: 100, cursor: '' } });
    expect([...seen].sort()).toEqual(messages.map(({ messageId }) => messageId).sort());
    expect(seen.size).toBeGreaterThan(6);
  });

  const person = (userId: string, name: string, email: string) => ({ userId, name, email, timezone: 'UTC' });
  const register = (userId: string, name: string, email: string) =>
    publish(ClientRegistered, { ...person(userId, name, email), registeredAt: '2025-01-03T09:00:00.000Z' });

  async function publish<T extends TSchema>(
    definition: EventDefinition<T>,
    data: Static<T>,
    more: { id?: string; version?: number; time?: Date } = {},
  ) {
    const { id, version = 1, time = clock.now() } = more;
    const fields = {
      tenantId,
      subject: 'subject',
      version,
      time,
      data,
      ...(id === undefined ? {} : { id }),
    };
    await publishEvent(broker, newEvent(definition, fields));
  }
});

function granted(given: Partial<DataOf<typeof CreditsGranted>>): DataOf<typeof CreditsGranted> {
  return {
    lotId: 'lot-1',
    clientId: 'client-1',
    transactionId: 'TXN-100001-0001',
    packageId: 'PKG-100001-0001',
    packageName: 'Quick Start Package',
    credits: 3,
    unlimited: false,
    purchaseDate: '2025-01-01T09:00:00.000Z',
    expiryDate: '2025-03-02T09:00:00.000Z',
    availableCredits: 3,
    ...given,
  };
}
