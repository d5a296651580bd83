import type { Envelope } from '@consult/contracts/envelope';
import { isDuplicateKey } from '@consult/runtime/errors';
import type { ClientSession, Connection } from 'mongoose';

/** A message that comes back later than this would have its effect again: far beyond the retries, parked ones included. */
const REMEMBER_SECONDS = 14 * 24 * 3_600;
const COLLECTION = 'inbox';

interface InboxRow {
  tenantId: string;
  consumer: string;
  messageId: string;
  /** The database's own time. */
  at: Date;
}

const indexed = new WeakMap<Connection, Promise<unknown>>();

/**
 * Carries out the effect and remembers the message in one transaction, for effects without a natural key.
 * Answers false when this consumer has had this message before: then nothing is done. The effect may be tried
 * several times, so it must write through the session only.
 */
export async function oncePerMessage(
  connection: Connection,
  consumer: string,
  event: Pick<Envelope, 'id' | 'tenantid'>,
  effect: (session: ClientSession) => Promise<void>,
): Promise<boolean> {
  await ensureIndexes(connection);
  const key = { tenantId: event.tenantid, consumer, messageId: event.id };
  let seen = false;
  try {
    await connection.transaction(
      async (session) => {
        seen = !(await remember(connection, key, session));
        if (!seen) await effect(session);
      },
      { readConcern: 'snapshot', writeConcern: { w: 'majority', j: true } },
    );
  } catch (error) {
    if (error instanceof SeenMeanwhile) return false;
    throw error;
  }
  return !seen;
}

/** Ends the transaction, which the database has given up already. */
class SeenMeanwhile extends Error {}

async function remember(connection: Connection, key: Omit<InboxRow, 'at'>, session: ClientSession): Promise<boolean> {
  try {
    const { upsertedCount } = await connection
      .collection<InboxRow>(COLLECTION)
      .updateOne(key, [{ $set: { at: { $ifNull: ['$at', '$$NOW'] } } }], { upsert: true, session });
    return upsertedCount === 1;
  } catch (error) {
    if (isDuplicateKey(error)) throw new SeenMeanwhile();
    throw error;
  }
}

function ensureIndexes(connection: Connection): Promise<unknown> {
  const known = indexed.get(connection);
  if (known) return known;
  const building = connection
    .collection<InboxRow>(COLLECTION)
    .createIndexes([
      { key: { tenantId: 1, consumer: 1, messageId: 1 }, name: 'once', unique: true },
      { key: { at: 1 }, name: 'forget', expireAfterSeconds: REMEMBER_SECONDS },
    ])
    .catch((error: unknown) => {
      indexed.delete(connection);
      throw error;
    });
  indexed.set(connection, building);
  return building;
}
