import { isDuplicateKey } from '@consult/runtime/errors';
import { type Connection, type Model, Schema } from 'mongoose';
import type { Subject } from '../domain/webhook.ts';
import { PLATFORM } from './platform.ts';

/** A Stripe event that was heard: what it points at, never what it says. Kept so that a second arrival is known. */
export interface HeardEvent {
  /** `<account>/<event id>`: unique, which is what makes an effect happen once. */
  _id: string;
  tenantId: typeof PLATFORM;
  stripeAccount: string;
  eventId: string;
  type: string;
  subject: Subject;
  subjectId: string;
  state: 'waiting' | 'done' | 'parked';
  attempts: number;
  /** Technical time before which nobody else takes it: a lease, or a back-off. */
  nextAt: Date;
  /** Name of the last failure; never its words, which may quote a payload. */
  lastFailure?: string | undefined;
  heardAt: Date;
}
export type WebhookInbox = Model<HeardEvent>;

const schema = new Schema<HeardEvent>(
  {
    _id: String,
    tenantId: { type: String, required: true },
    stripeAccount: String,
    eventId: String,
    type: String,
    subject: String,
    subjectId: String,
    state: String,
    attempts: Number,
    nextAt: Date,
    lastFailure: String,
    heardAt: Date,
  },
  { collection: 'webhook_inbox', shardKey: { tenantId: 1 }, autoIndex: false, minimize: false, versionKey: false },
);
schema.index({ tenantId: 1, nextAt: 1 }, { partialFilterExpression: { state: 'waiting' } });

export function webhookInboxOn(connection: Connection): WebhookInbox {
  return connection.model<HeardEvent>('HeardEvent', schema);
}

/** Keeps an event; false when it was heard before. */
export async function insertHeard(
  inbox: WebhookInbox,
  event: Pick<HeardEvent, 'stripeAccount' | 'eventId' | 'type' | 'subject' | 'subjectId'>,
  now: Date,
): Promise<boolean> {
  try {
    await inbox.create({
      ...event,
      _id: `${event.stripeAccount}/${event.eventId}`,
      tenantId: PLATFORM,
      state: 'waiting',
      attempts: 0,
      nextAt: now,
      heardAt: now,
    });
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

/** Takes the next event that is due, for `leaseMs`; who dies with it loses it after that time. */
export async function claimHeard(inbox: WebhookInbox, now: Date, leaseMs: number): Promise<HeardEvent | undefined> {
  const claimed = await inbox
    .findOneAndUpdate(
      { tenantId: PLATFORM, state: 'waiting', nextAt: { $lte: now } },
      { $set: { nextAt: new Date(now.getTime() + leaseMs) }, $inc: { attempts: 1 } },
      { sort: { nextAt: 1 }, returnDocument: 'after' },
    )
    .lean<HeardEvent>();
  return claimed ?? undefined;
}

/** What became of a claimed event; without effect when the lease has passed to somebody else. */
export async function closeHeard(
  inbox: WebhookInbox,
  claimed: HeardEvent,
  outcome:
    | { state: 'done' }
    | { state: 'parked'; lastFailure: string }
    | { state: 'waiting'; nextAt: Date; lastFailure: string },
): Promise<void> {
  const { tenantId, _id, attempts } = claimed;
  await inbox.updateOne({ tenantId, _id, attempts, state: 'waiting' }, { $set: outcome });
}

/** Events that still mean work; parked ones do not. */
export async function waitingHeard(inbox: WebhookInbox): Promise<number> {
  return inbox.countDocuments({ tenantId: PLATFORM, state: 'waiting' });
}
