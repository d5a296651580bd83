import type { Connection, mongo } from 'mongoose';
import type { ObjectDocument } from './stripe/store.ts';
import type { EventDocument } from './stripe/events.ts';
import type { IdempotencyDocument } from './stripe/idempotency.ts';
import type { MailDocument } from './mail/mails.ts';

/** A single named document: the clock, the switches. */
interface StateDocument {
  _id: string;
  value: unknown;
}

/** The collections of `<namespace>_sandbox`. */
export interface SandboxDatabase {
  client: mongo.MongoClient;
  objects: mongo.Collection<ObjectDocument>;
  events: mongo.Collection<EventDocument>;
  idempotency: mongo.Collection<IdempotencyDocument>;
  mails: mongo.Collection<MailDocument>;
  state: mongo.Collection<StateDocument>;
}

/** Stripe keeps idempotency keys for at least a day; this keeps them exactly one. */
const IDEMPOTENCY_TTL_SECONDS = 86_400;

/** Opens the collections and makes sure of their indexes. The sandbox has no tenants, hence no tenant guard. */
export async function openSandboxDatabase(connection: Connection): Promise<SandboxDatabase> {
  const client = connection.getClient();
  const db = client.db(connection.name);
  const database: SandboxDatabase = {
    client,
    objects: db.collection<ObjectDocument>('stripe_objects'),
    events: db.collection<EventDocument>('stripe_events'),
    idempotency: db.collection<IdempotencyDocument>('stripe_idempotency'),
    mails: db.collection<MailDocument>('mails'),
    state: db.collection<StateDocument>('state'),
  };
  await Promise.all([
    database.objects.createIndexes([
      { key: { account: 1, kind: 1, sequence: -1 } },
      { key: { account: 1, kind: 1, 'body.customer': 1, sequence: -1 } },
      { key: { account: 1, kind: 1, 'body.payment_intent': 1, sequence: -1 } },
      { key: { account: 1, kind: 1, 'body.payment.payment_intent': 1 } },
      { key: { account: 1, kind: 1, 'body.charge': 1, sequence: -1 } },
      { key: { account: 1, kind: 1, 'body.invoice': 1, sequence: -1 } },
      { key: { account: 1, kind: 1, 'body.parent.subscription_details.subscription': 1, sequence: -1 } },
      { key: { dueAt: 1 }, partialFilterExpression: { dueAt: { $gt: 0 } } },
      { key: { objectId: 1 } },
    ]),
    database.events.createIndexes([
      { key: { account: 1, sequence: -1 } },
      { key: { 'delivery.nextAt': 1, sequence: 1 }, partialFilterExpression: { 'delivery.state': 'pending' } },
    ]),
    database.idempotency.createIndex({ at: 1 }, { expireAfterSeconds: IDEMPOTENCY_TTL_SECONDS }),
    database.mails.createIndexes([{ key: { sequence: -1 } }, { key: { recipients: 1, sequence: -1 } }]),
  ]);
  return database;
}
