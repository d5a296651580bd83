import type { DuePage } from '@consult/runtime/due-worker';
import { type Connection, type Model, Schema } from 'mongoose';
import type { Session } from '../domain/session.ts';

export type Sessions = Model<Session>;
const ACROSS_TENANTS = { acrossTenants: 'notification reminders' } as const;

const schema = new Schema<Session>(
  {
    _id: String,
    tenantId: { type: String, required: true },
    version: Number,
    standing: Boolean,
    facts: Schema.Types.Mixed,
    dueAt: Date,
  },
  { collection: 'sessions', shardKey: { tenantId: 1 }, autoIndex: false, minimize: false, versionKey: false },
);
schema.index({ dueAt: 1 }, { partialFilterExpression: { dueAt: { $exists: true } } });

/** The sessions that people may have to be reminded of. */
export function sessionsOn(connection: Connection): Sessions {
  return connection.model<Session>('Session', schema);
}

/** Sessions with a reminder due by `now` (business time), the longest due first. */
export async function dueSessions(sessions: Sessions, now: Date, page: DuePage): Promise<Session[]> {
  return sessions
    .find({ dueAt: { $lte: now }, _id: { $nin: page.except } }, {}, ACROSS_TENANTS)
    .sort({ dueAt: 1 })
    .limit(page.limit)
    .lean<Session[]>();
}

/** The earliest instant up to `until` at which a reminder is due. */
export async function nextDueAt(sessions: Sessions, until: Date): Promise<Date | undefined> {
  const [first] = await sessions
    .find({ dueAt: { $lte: until } }, { dueAt: 1 }, ACROSS_TENANTS)
    .sort({ dueAt: 1 })
    .limit(1)
    .lean<Pick<Session, 'dueAt'>[]>();
  return first?.dueAt;
}

/** Moves a session on to its next reminder, unless something newer is known of it. */
export async function saveReminded(sessions: Sessions, session: Session, next: Date | undefined): Promise<void> {
  const { tenantId, _id, version } = session;
  await sessions.updateOne(
    { tenantId, _id, version },
    next === undefined ? { $unset: { dueAt: 1 } } : { $set: { dueAt: next } },
  );
}
