import { createGroupCommit, type GroupCommit } from '@consult/runtime/group-commit';
import { insertEachOf } from '@consult/runtime/mongo-bulk';
import { type Connection, type Model, mongo, Schema } from 'mongoose';
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
/** Keeps what arrives, together where much arrives at once; false for what was heard before. */
export type Hearing = GroupCommit<HeardEvent, boolean>;

const INBOX = 'webhook_inbox';
/** Events in one insert. */
const BATCH_MAX = 64;
/** Events that wait for theirs; beyond it Stripe is told to come back. */
const WAITING_MAX = 1_000;
const DUPLICATE_KEY = 11_000;

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
  { collection: INBOX, shardKey: { tenantId: 1 }, autoIndex: false, minimize: false, versionKey: false },
);
schema.index({ tenantId: 1, nextAt: 1 }, { partialFilterExpression: { state: 'waiting' } });

export function webhookInboxOn(connection: Connection): WebhookInbox {
  return connection.model<HeardEvent>('HeardEvent', schema);
}

export function hearingOn(connection: Connection): Hearing {
  return createGroupCommit({
    writeAll: (events) => keepAll(connection, events),
    batchMax: BATCH_MAX,
    waitingMax: WAITING_MAX,
  });
}

async function keepAll(
  connection: Connection,
  events: readonly HeardEvent[],
): Promise<PromiseSettledResult<boolean>[]> {
  try {
    await insertEachOf<HeardEvent>(connection, INBOX, events);
    return events.map(() => kept(true));
  } catch (error) {
    // Not at a majority in time, or worse: of none of them is known that it lasts.
    if (!(error instanceof mongo.MongoBulkWriteError) || error.result.getWriteConcernError() !== undefined) throw error;
    const failed = new Map([error.writeErrors].flat().map(({ index, code }) => [index, code]));
    return events.map((_, index) => {
      const code = failed.get(index);
      if (code === undefined) return kept(true);
      return code === DUPLICATE_KEY ? kept(false) : { status: 'rejected', reason: error };
    });
  }
}

const kept = (isNew: boolean): PromiseSettledResult<boolean> => ({ status: 'fulfilled', value: isNew });

/** Keeps an event, on disk at a majority; false when it was heard before. Refusals: dependency_unavailable when too many wait. */
export function insertHeard(
  hearing: Hearing,
  event: Pick<HeardEvent, 'stripeAccount' | 'eventId' | 'type' | 'subject' | 'subjectId'>,
  now: Date,
): Promise<boolean> {
  return hearing.commit({
    ...event,
    _id: `${event.stripeAccount}/${event.eventId}`,
    tenantId: PLATFORM,
    state: 'waiting',
    attempts: 0,
    nextAt: now,
    heardAt: now,
  });
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
