import type { Envelope } from '@consult/contracts/envelope';
import { createGroupInsert, type GroupInsert } from '@consult/runtime/group-insert';
import { type Leased, leaseDue } from '@consult/runtime/lease';
import { afterPlace, type TimePage } from '@consult/runtime/paging';
import { type Connection, type Model, Schema } from 'mongoose';
import type { AfterFailure, Letter } from '../domain/message.ts';

/** A letter to one person, and how far it has come. */
export interface MessageDocument extends Leased {
  userId: string;
  template: Letter['template'];
  /** What the letter says; forgotten once sent where it holds a secret. */
  values?: Letter['values'];
  /** The event or the reminder that caused it: one message per cause, template and person. */
  causeEventId: string;
  status: 'queued' | 'sent' | 'failed';
  /** Business time. */
  createdAt: Date;
  sentAt?: Date;
  /** Known once a first attempt has found the address. */
  to?: string;
  subject?: string;
  lastError?: string;
  outbox: Envelope[];
}
export type Messages = Model<MessageDocument>;
export type MessageInserts = GroupInsert<MessageDocument>;
export const MESSAGES = 'messages';
const ACROSS_TENANTS = 'notification delivery';

const mixed = Schema.Types.Mixed;
const schema = new Schema<MessageDocument>(
  {
    _id: String,
    tenantId: { type: String, required: true },
    userId: { type: String, required: true },
    template: String,
    values: mixed,
    causeEventId: String,
    status: String,
    attempts: Number,
    nextAt: Date,
    leasedBy: String,
    createdAt: Date,
    sentAt: Date,
    to: String,
    subject: String,
    lastError: String,
    outbox: [mixed],
  },
  { collection: MESSAGES, shardKey: { tenantId: 1 }, autoIndex: false, minimize: false, versionKey: false },
);
schema.index({ tenantId: 1, createdAt: -1, _id: -1 });
schema.index({ tenantId: 1, userId: 1, createdAt: -1, _id: -1 });
// What the worker looks for, across tenants: few documents at any time.
schema.index({ nextAt: 1 }, { partialFilterExpression: { nextAt: { $exists: true } } });
schema.index({ 'outbox.0.id': 1 }, { partialFilterExpression: { 'outbox.0': { $exists: true } } });

/** The collection of messages on this connection. */
export function messagesOn(connection: Connection): Messages {
  return connection.model<MessageDocument>('Message', schema);
}

/** Brings new messages to the database. */
export function insertsOn(connection: Connection): MessageInserts {
  return createGroupInsert(connection, MESSAGES);
}

/** Adds a message; one that is there already stays as it is. Answers whether it is new. */
export async function insertMessage(inserts: MessageInserts, message: MessageDocument): Promise<boolean> {
  return (await inserts.commit(message)).isNew;
}

/** Takes messages that are due, longest due first, for so long that no second worker sends them meanwhile. */
export function claimDue(
  messages: Messages,
  due: { now: Date; until: Date; limit: number },
): Promise<MessageDocument[]> {
  return leaseDue(messages, { filter: {}, acrossTenants: ACROSS_TENANTS, ...due });
}

/** How many messages are due or being sent. */
export async function countWaiting(messages: Messages, wallNow: Date): Promise<number> {
  return messages.countDocuments({ nextAt: { $lte: wallNow } }, { acrossTenants: ACROSS_TENANTS, limit: 1 });
}

/** Records that it was sent, with the event that tells so; false when the attempt is not ours any more. */
export async function saveSent(
  messages: Messages,
  message: MessageDocument,
  sent: { to: string; subject: string; sentAt: Date; forget: boolean; event: Envelope },
): Promise<boolean> {
  const { tenantId, _id, attempts } = message;
  const { matchedCount } = await messages.updateOne(
    { tenantId, _id, attempts, status: 'queued' },
    {
      $set: { status: 'sent', to: sent.to, subject: sent.subject, sentAt: sent.sentAt },
      $unset: { nextAt: 1, lastError: 1, ...(sent.forget ? { values: 1 } : {}) },
      $push: { outbox: sent.event },
    },
  );
  return matchedCount === 1;
}

/** Records a failed attempt: when to try again, or that nobody will, with the event that tells so; false as above. */
export async function saveFailure(
  messages: Messages,
  message: MessageDocument,
  failure: { after: AfterFailure; reason: string; to?: string | undefined; event?: Envelope | undefined },
): Promise<boolean> {
  const { tenantId, _id, attempts } = message;
  const { after, reason, to, event } = failure;
  const { matchedCount } = await messages.updateOne(
    { tenantId, _id, attempts, status: 'queued' },
    {
      $set: {
        status: after.status,
        lastError: reason,
        ...(to === undefined ? {} : { to }),
        ...(after.status === 'queued' ? { nextAt: after.nextAt } : {}),
      },
      ...(after.status === 'failed' ? { $unset: { nextAt: 1 } } : {}),
      ...(event === undefined ? {} : { $push: { outbox: event } }),
    },
  );
  return matchedCount === 1;
}

/** Puts a message that was sent or parked back into the queue. Answers it as it is now, if there is one. */
export async function requeue(
  messages: Messages,
  key: { tenantId: string; messageId: string },
  wallNow: Date,
): Promise<MessageDocument | undefined> {
  const { tenantId, messageId } = key;
  await messages.updateOne(
    { tenantId, _id: messageId, status: { $in: ['sent', 'failed'] }, values: { $exists: true } },
    { $set: { status: 'queued', attempts: 0, nextAt: wallNow } },
  );
  return findMessage(messages, key);
}

export async function findMessage(
  messages: Messages,
  { tenantId, messageId }: { tenantId: string; messageId: string },
): Promise<MessageDocument | undefined> {
  return (await messages.findOne({ tenantId, _id: messageId }).lean<MessageDocument>()) ?? undefined;
}

export interface MessageFilter {
  tenantId: string;
  userId?: string | undefined;
  template?: string | undefined;
  status?: string | undefined;
}

/** A page of messages, newest first. */
export async function listMessages(
  messages: Messages,
  filter: MessageFilter,
  page: TimePage,
): Promise<MessageDocument[]> {
  const { tenantId, ...rest } = filter;
  const wanted = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  return messages
    .find({ tenantId, ...wanted, ...afterPlace('createdAt', page.place) }, { values: 0, outbox: 0 })
    .sort({ createdAt: -1, _id: -1 })
    .limit(page.limit)
    .lean<MessageDocument[]>();
}
