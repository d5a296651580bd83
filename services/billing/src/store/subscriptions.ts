import type { Envelope } from '@consult/contracts/envelope';
import { isDuplicateKey } from '@consult/runtime/errors';
import { afterPlace, type TimePage } from '@consult/runtime/paging';
import { type Connection, type Model, Schema } from 'mongoose';
import type { Subscription } from '../domain/subscription.ts';

interface SubscriptionDocument extends Subscription {
  outbox: Envelope[];
}
export type Subscriptions = Model<SubscriptionDocument>;
export const SUBSCRIPTIONS = 'subscriptions';

const mixed = Schema.Types.Mixed;
const schema = new Schema<SubscriptionDocument>(
  {
    _id: String,
    tenantId: { type: String, required: true },
    clientId: String,
    packageId: String,
    package: mixed,
    stripeAccount: String,
    firstTransactionId: String,
    state: String,
    periodStart: Date,
    periodEnd: Date,
    cancelAtPeriodEnd: Boolean,
    createdAt: Date,
    version: Number,
    outbox: [mixed],
  },
  { collection: SUBSCRIPTIONS, shardKey: { tenantId: 1 }, autoIndex: false, minimize: false, versionKey: false },
);
schema.index({ tenantId: 1, clientId: 1, createdAt: -1, _id: -1 });
schema.index({ 'outbox.0.id': 1 }, { partialFilterExpression: { 'outbox.0': { $exists: true } } });

export function subscriptionsOn(connection: Connection): Subscriptions {
  return connection.model<SubscriptionDocument>('Subscription', schema);
}

/** Keeps the first record of a subscription; the same again changes nothing. */
export async function insertSubscription(subscriptions: Subscriptions, subscription: Subscription): Promise<void> {
  try {
    await subscriptions.create({ ...subscription, outbox: [] });
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
}

export async function findSubscription(
  subscriptions: Subscriptions,
  key: { tenantId: string; subscriptionId: string },
): Promise<Subscription | undefined> {
  const document = await subscriptions
    .findOne({ tenantId: key.tenantId, _id: key.subscriptionId })
    .lean<SubscriptionDocument>();
  return document === null ? undefined : toSubscription(document);
}

/** Writes over the version that was read; false when it has moved on. */
export async function saveSubscription(
  subscriptions: Subscriptions,
  before: Subscription,
  after: Subscription,
  events: Envelope[],
): Promise<boolean> {
  const { state, cancelAtPeriodEnd, periodStart, periodEnd, version } = after;
  const { matchedCount } = await subscriptions.updateOne(
    { tenantId: before.tenantId, _id: before._id, version: before.version },
    {
      $set: {
        state,
        cancelAtPeriodEnd,
        version,
        ...(periodStart === undefined ? {} : { periodStart }),
        ...(periodEnd === undefined ? {} : { periodEnd }),
      },
      $push: { outbox: { $each: events } },
    },
  );
  return matchedCount === 1;
}

/** A client's subscriptions, newest first. */
export async function listSubscriptions(
  subscriptions: Subscriptions,
  filter: { tenantId: string; clientId: string },
  page: TimePage,
): Promise<Subscription[]> {
  const documents = await subscriptions
    .find({ ...filter, ...afterPlace('createdAt', page.place) })
    .sort({ createdAt: -1, _id: -1 })
    .limit(page.limit)
    .lean<SubscriptionDocument[]>();
  return documents.map(toSubscription);
}

function toSubscription({ outbox: _outbox, ...subscription }: SubscriptionDocument): Subscription {
  return subscription;
}
