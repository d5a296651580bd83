import type { Envelope } from '@consult/contracts/envelope';
import { isDuplicateKey } from '@consult/runtime/errors';
import { afterPlace, type TimePage } from '@consult/runtime/paging';
import { type Connection, type Model, Schema } from 'mongoose';
import type { Subscription, SubscriptionState } from '../domain/subscription.ts';

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
    paused: Boolean,
    plans: [mixed],
    changeId: String,
    periodChangeId: String,
    next: mixed,
    wish: mixed,
    history: [mixed],
    createdAt: Date,
    version: Number,
    outbox: [mixed],
  },
  { collection: SUBSCRIPTIONS, shardKey: { tenantId: 1 }, autoIndex: false, minimize: false, versionKey: false },
);
schema.index({ tenantId: 1, clientId: 1, createdAt: -1, _id: -1 });
schema.index({ tenantId: 1, createdAt: -1, _id: -1 });
schema.index({ tenantId: 1, state: 1, createdAt: -1, _id: -1 });
// What was asked for and not brought to Stripe: few at any time.
schema.index({ 'wish.checkAt': 1 }, { partialFilterExpression: { 'wish.checkAt': { $exists: true } } });
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

/** By what Stripe calls it: a webhook names the account and the subscription only. */
export async function findAtStripe(
  subscriptions: Subscriptions,
  key: { stripeAccount: string; subscriptionId: string },
): Promise<Subscription | undefined> {
  const { stripeAccount, subscriptionId } = key;
  const document = await subscriptions
    .findOne({ _id: subscriptionId, stripeAccount })
    .setOptions({ acrossTenants: 'a webhook names a subscription, not a tenant' })
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
  const { state, cancelAtPeriodEnd, paused, periodStart, periodEnd, periodChangeId, changeId, next, wish, version } =
    after;
  const { packageId, package: sold, plans, history } = after;
  const { matchedCount } = await subscriptions.updateOne(
    { tenantId: before.tenantId, _id: before._id, version: before.version },
    {
      $set: {
        state,
        cancelAtPeriodEnd,
        paused,
        packageId,
        package: sold,
        plans,
        history,
        version,
        ...(periodStart === undefined ? {} : { periodStart }),
        ...(periodEnd === undefined ? {} : { periodEnd }),
        ...(changeId === undefined ? {} : { changeId }),
        ...(periodChangeId === undefined ? {} : { periodChangeId }),
        ...(next === undefined ? {} : { next }),
        ...(wish === undefined ? {} : { wish }),
      },
      $unset: { ...(next === undefined ? { next: 1 } : {}), ...(wish === undefined ? { wish: 1 } : {}) },
      $push: { outbox: { $each: events } },
    },
  );
  return matchedCount === 1;
}

/** Subscriptions with a wish that nobody has brought to Stripe by now (technical time), oldest first. */
export async function dueWishes(subscriptions: Subscriptions, now: Date, limit: number): Promise<Subscription[]> {
  const documents = await subscriptions
    .find({ 'wish.checkAt': { $lte: now } })
    .setOptions({ acrossTenants: 'what was left half done is finished in every tenant' })
    .sort({ 'wish.checkAt': 1 })
    .limit(limit)
    .lean<SubscriptionDocument[]>();
  return documents.map(toSubscription);
}

/** Puts the next look at a wish off; without effect when it is no longer there. */
export async function postponeWish(subscriptions: Subscriptions, stale: Subscription, checkAt: Date): Promise<void> {
  const { tenantId, _id, wish } = stale;
  await subscriptions.updateOne({ tenantId, _id, 'wish.id': wish?.id ?? '' }, { $set: { 'wish.checkAt': checkAt } });
}

/** A page of subscriptions, newest first: a client's, or the whole tenant's. */
export async function listSubscriptions(
  subscriptions: Subscriptions,
  filter: { tenantId: string; clientId?: string | undefined; state?: SubscriptionState | undefined },
  page: TimePage,
): Promise<Subscription[]> {
  const { tenantId, clientId, state } = filter;
  const documents = await subscriptions
    .find({
      tenantId,
      ...(clientId === undefined ? {} : { clientId }),
      ...(state === undefined ? {} : { state }),
      ...afterPlace('createdAt', page.place),
    })
    .sort({ createdAt: -1, _id: -1 })
    .limit(page.limit)
    .lean<SubscriptionDocument[]>();
  return documents.map(toSubscription);
}

/** More subscriptions than one client runs at once. */
const LIVE_MAX = 100;

/** What a client's cards pay for. */
export async function liveSubscriptions(
  subscriptions: Subscriptions,
  owner: { tenantId: string; clientId: string; stripeAccount: string },
): Promise<Subscription[]> {
  const { tenantId, clientId, stripeAccount } = owner;
  const documents = await subscriptions
    .find({ tenantId, clientId, stripeAccount, state: { $in: ['active', 'past_due'] } })
    .limit(LIVE_MAX)
    .lean<SubscriptionDocument[]>();
  return documents.map(toSubscription);
}

function toSubscription({ outbox: _outbox, ...subscription }: SubscriptionDocument): Subscription {
  return subscription;
}
