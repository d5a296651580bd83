import { createGroupCommit, type GroupCommit } from '@consult/runtime/group-commit';
import { createGroupInsert, type GroupInsert } from '@consult/runtime/group-insert';
import { type Leased, leaseDue } from '@consult/runtime/lease';
import { updateEachOf } from '@consult/runtime/mongo-bulk';
import { type Connection, type Model, Schema } from 'mongoose';
import type { Subject } from '../domain/webhook.ts';
import { PLATFORM } from './platform.ts';

/** A Stripe event that was heard: what it points at, never what it says. Kept so that a second arrival is known. */
export interface HeardEvent extends Leased {
  /** `<account>/<event id>`: unique, which is what makes an effect happen once. */
  _id: string;
  tenantId: typeof PLATFORM;
  stripeAccount: string;
  eventId: string;
  type: string;
  subject: Subject;
  subjectId: string;
  state: 'waiting' | 'done' | 'parked';
  nextAt: Date;
  /** Name of the last failure; never its words, which may quote a payload. */
  lastFailure?: string | undefined;
  heardAt: Date;
}
export type WebhookInbox = Model<HeardEvent>;
/** Keeps what arrives, together where much arrives at once. */
export type Hearing = GroupInsert<HeardEvent>;
/** Writes what became of events, together where many end at once. */
export type Closing = GroupCommit<Closed, void>;
interface Closed {
  claimed: HeardEvent;
  outcome: Outcome;
}
type Outcome =
  | { state: 'done' }
  | { state: 'parked'; lastFailure: string }
  | { state: 'waiting'; nextAt: Date; lastFailure: string };

const INBOX = 'webhook_inbox';
/** Ends of events in one write. */
const BATCH_MAX = 64;
/** Ends that wait for theirs; beyond it the event stays leased, and is followed once more after that. */
const WAITING_MAX = 1_000;

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
    leasedBy: String,
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
  return createGroupInsert(connection, INBOX);
}

export function closingOn(connection: Connection): Closing {
  return createGroupCommit({
    writeAll: (closed) => closeAll(connection, closed),
    batchMax: BATCH_MAX,
    waitingMax: WAITING_MAX,
  });
}

/**
 * An event as it is kept: due at once, or leased to whoever hears it, who then works on it without taking it first.
 * Technical times.
 */
export function heardEvent(
  event: Pick<HeardEvent, 'stripeAccount' | 'eventId' | 'type' | 'subject' | 'subjectId'>,
  { now, leaseUntil }: { now: Date; leaseUntil?: Date | undefined },
): HeardEvent {
  return {
    ...event,
    _id: `${event.stripeAccount}/${event.eventId}`,
    tenantId: PLATFORM,
    state: 'waiting',
    attempts: leaseUntil === undefined ? 0 : 1,
    nextAt: leaseUntil ?? now,
    heardAt: now,
  };
}

/** Keeps an event, on disk at a majority; false when it was heard before. Refusals: dependency_unavailable when too many wait. */
export async function insertHeard(hearing: Hearing, event: HeardEvent): Promise<boolean> {
  return (await hearing.commit(event)).isNew;
}

/** Takes events that are due, until `until`; who dies with them loses them after that time. */
export function claimHeard(inbox: WebhookInbox, due: { now: Date; until: Date; limit: number }): Promise<HeardEvent[]> {
  return leaseDue(inbox, { filter: { tenantId: PLATFORM, state: 'waiting' }, ...due });
}

/**
 * What became of a claimed event; without effect when the lease has passed to somebody else.
 * Refusals: dependency_unavailable when too many wait.
 */
export function closeHeard(closing: Closing, claimed: HeardEvent, outcome: Outcome): Promise<void> {
  return closing.commit({ claimed, outcome });
}

async function closeAll(connection: Connection, closed: readonly Closed[]): Promise<PromiseSettledResult<void>[]> {
  const updates = closed.map(({ claimed: { tenantId, _id, attempts }, outcome }) => ({
    tenantId,
    filter: { _id, attempts, state: 'waiting' as const },
    update: { $set: outcome },
  }));
  // What an election undoes is followed once more, which changes nothing: one server's word is enough.
  await updateEachOf<HeardEvent>(connection, INBOX, updates, { writeConcern: { w: 1 } });
  return closed.map(() => ({ status: 'fulfilled', value: undefined }));
}

/** Events that still mean work; parked ones do not. */
export async function waitingHeard(inbox: WebhookInbox): Promise<number> {
  return inbox.countDocuments({ tenantId: PLATFORM, state: 'waiting' });
}
