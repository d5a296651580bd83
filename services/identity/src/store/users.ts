import type { Envelope } from '@consult/contracts/envelope';
import { isDuplicateKey } from '@consult/runtime/errors';
import { emailKey, type Role, type User } from '../domain/user.ts';
import type { Credentials, UserDocument, Users } from './user-document.ts';

/** A person as read, with what is never shown. */
export interface StoredUser {
  user: User;
  credentials: Credentials;
}

/** Inserts a person, or answers false: the address (or the id) is taken within the tenant. */
export async function insertUser(
  users: Users,
  { user, credentials }: StoredUser,
  events: Envelope[],
): Promise<boolean> {
  const { userId, invited: _invited, ...rest } = user;
  try {
    await users.create({ _id: userId, ...rest, ...credentials, emailKey: emailKey(user.email), outbox: events });
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

export async function findUser(
  users: Users,
  key: { tenantId: string; userId: string },
): Promise<StoredUser | undefined> {
  return stored(await users.findOne({ tenantId: key.tenantId, _id: key.userId }).lean<UserDocument>());
}

export async function findUserByEmail(
  users: Users,
  key: { tenantId: string; email: string },
): Promise<StoredUser | undefined> {
  return stored(await users.findOne({ tenantId: key.tenantId, emailKey: emailKey(key.email) }).lean<UserDocument>());
}

/** The holder of a one-time code. */
export async function findUserByCode(
  users: Users,
  key: { tenantId: string; codeHash: string },
): Promise<StoredUser | undefined> {
  return stored(await users.findOne({ tenantId: key.tenantId, 'accessCodes.hash': key.codeHash }).lean<UserDocument>());
}

/** People of a tenant, newest first, at most `limit` after this one. */
export async function listUsers(
  users: Users,
  filter: { tenantId: string; role?: Role | undefined },
  page: { after: string; limit: number },
): Promise<User[]> {
  const found = await users
    .find({
      tenantId: filter.tenantId,
      ...(filter.role === undefined ? {} : { roles: filter.role }),
      // Ids sort by creation.
      ...(page.after === '' ? {} : { _id: { $lt: page.after } }),
    })
    .sort({ _id: -1 })
    .limit(page.limit)
    .lean<UserDocument[]>();
  return found.map((document) => toStored(document).user);
}

/** Writes the next version over the one it was made from. Answers false when somebody else was faster. */
export async function saveUser(users: Users, after: StoredUser, events: Envelope[]): Promise<boolean> {
  const { tenantId, userId, name, timezone, roles, version } = after.user;
  const { passwordHash, credentialVersion, accessCodes } = after.credentials;
  const { matchedCount } = await users.updateOne(
    { tenantId, _id: userId, version: version - 1 },
    {
      $set: {
        name,
        timezone,
        roles,
        version,
        credentialVersion,
        accessCodes,
        ...(passwordHash === undefined ? {} : { passwordHash }),
      },
      $push: { outbox: { $each: events } },
    },
  );
  return matchedCount === 1;
}

function stored(found: UserDocument | null): StoredUser | undefined {
  return found === null ? undefined : toStored(found);
}

function toStored(document: UserDocument): StoredUser {
  const { _id, tenantId, name, email, roles, timezone, createdAt, version } = document;
  const { passwordHash, credentialVersion, accessCodes } = document;
  return {
    user: {
      userId: _id,
      tenantId,
      name,
      email,
      roles,
      timezone,
      createdAt,
      version,
      invited: passwordHash === undefined,
    },
    credentials: {
      ...(passwordHash === undefined ? {} : { passwordHash }),
      credentialVersion,
      accessCodes,
    },
  };
}
