import type { Envelope } from '@consult/contracts/envelope';
import { type Connection, type Model, Schema } from 'mongoose';
import type { AccessCode, User } from '../domain/user.ts';

/** What is kept of a person beside what is shown. */
export interface Credentials {
  /** Argon2id; absent until the invitation is taken up. */
  passwordHash?: string;
  /** Grows with every new password: sessions of an earlier one are over. */
  credentialVersion: number;
  accessCodes: AccessCode[];
}
export interface UserDocument extends Omit<User, 'userId' | 'invited'>, Credentials {
  _id: string;
  emailKey: string;
  outbox: Envelope[];
}
export type Users = Model<UserDocument>;
export const USERS = 'users';

const mixed = Schema.Types.Mixed;
const accessCode = new Schema<AccessCode>(
  { purpose: String, hash: String, issuedAt: Date, expiresAt: Date },
  { _id: false },
);
const schema = new Schema<UserDocument>(
  {
    _id: String,
    tenantId: { type: String, required: true },
    name: String,
    email: String,
    emailKey: String,
    roles: [String],
    timezone: String,
    createdAt: Date,
    version: Number,
    passwordHash: String,
    credentialVersion: Number,
    accessCodes: [accessCode],
    outbox: [mixed],
  },
  { collection: USERS, shardKey: { tenantId: 1 }, autoIndex: false, minimize: false, versionKey: false },
);
schema.index({ tenantId: 1, emailKey: 1 }, { unique: true });
schema.index({ tenantId: 1, roles: 1, _id: -1 });
schema.index(
  { tenantId: 1, 'accessCodes.hash': 1 },
  { partialFilterExpression: { 'accessCodes.hash': { $exists: true } } },
);
schema.index({ 'outbox.0.id': 1 }, { partialFilterExpression: { 'outbox.0': { $exists: true } } });

export function usersOn(connection: Connection): Users {
  return connection.model<UserDocument>('User', schema);
}
