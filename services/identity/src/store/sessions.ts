import { type Connection, type Model, Schema } from 'mongoose';

/** One sign-in and the refresh tokens that descend from it: only the newest one's hash is kept. */
export interface SessionFamily {
  familyId: string;
  tenantId: string;
  userId: string;
  secretHash: string;
  /** The user's `credentialVersion` at sign-in. */
  credentialVersion: number;
  /** Technical time. */
  expiresAt: Date;
}
interface SessionDocument extends Omit<SessionFamily, 'familyId'> {
  _id: string;
}
export type Sessions = Model<SessionDocument>;
export interface FamilyKey {
  tenantId: string;
  familyId: string;
}

const schema = new Schema<SessionDocument>(
  {
    _id: String,
    tenantId: { type: String, required: true },
    userId: String,
    secretHash: String,
    credentialVersion: Number,
    expiresAt: Date,
  },
  { collection: 'sessions', shardKey: { tenantId: 1 }, autoIndex: false, versionKey: false },
);
// What has run out is of no use to anybody: the database removes it.
schema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });

export function sessionsOn(connection: Connection): Sessions {
  return connection.model<SessionDocument>('Session', schema);
}

export async function insertFamily(sessions: Sessions, family: SessionFamily): Promise<void> {
  const { familyId, ...rest } = family;
  await sessions.create({ _id: familyId, ...rest });
}

export async function findFamily(sessions: Sessions, key: FamilyKey): Promise<SessionFamily | undefined> {
  const found = await sessions.findOne({ tenantId: key.tenantId, _id: key.familyId }).lean<SessionDocument>();
  if (found === null) return undefined;
  const { _id, ...rest } = found;
  return { familyId: _id, ...rest };
}

/** Puts the next secret in place of this one. Answers false when this one is not the newest: it has been used before. */
export async function rotateFamily(
  sessions: Sessions,
  key: FamilyKey,
  change: { from: string; to: string; expiresAt: Date },
): Promise<boolean> {
  const { matchedCount } = await sessions.updateOne(
    { tenantId: key.tenantId, _id: key.familyId, secretHash: change.from },
    { $set: { secretHash: change.to, expiresAt: change.expiresAt } },
  );
  return matchedCount === 1;
}

/** Ends a sign-in: no refresh token of it is good any more. */
export async function endFamily(sessions: Sessions, key: FamilyKey): Promise<void> {
  await sessions.deleteOne({ tenantId: key.tenantId, _id: key.familyId });
}
