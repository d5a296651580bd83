import type { Clock } from '@consult/runtime/clock';
import { createGroupCommit, type GroupCommit } from '@consult/runtime/group-commit';
import { insertEachOf } from '@consult/runtime/mongo-bulk';
import { type Connection, mongo } from 'mongoose';
import { CONSULTATIONS, type ConsultationDocument } from './consultation-document.ts';

/** Documents in one bulk insert. */
const BATCH_MAX = 64;
/** Documents that wait for their batch. */
const WAITING_MAX = 2_000;
const DUPLICATE_KEY = 11_000;
/** The server names the index that refused; of a bulk the driver hands on no more than this text. */
const CLAIMS_INDEX = /index: \S*limitClaims\S* dup key/;

/** `limit_taken`: somebody else has claimed an ordinal meanwhile, and other ones may still be free. */
export type Inserted = 'inserted' | 'duplicate' | 'limit_taken';
type Outcome = PromiseSettledResult<Inserted>;

/**
 * Brings new consultations to the database, together where there are many. Each is checked by the unique indexes alone, and has
 * an answer of its own: one that is refused does not keep its neighbours out.
 */
export type Inserts = GroupCommit<ConsultationDocument, Inserted>;

/** The inserts on this connection. */
export function insertsOn(connection: Connection, clock: Clock): Inserts {
  return createGroupCommit({
    // What mongoose notes with every other write.
    writeAll: (documents) =>
      insertAll(
        connection,
        documents.map((one) => ({ ...one, changedAt: clock.wallNow() })),
      ),
    batchMax: BATCH_MAX,
    waitingMax: WAITING_MAX,
  });
}

async function insertAll(connection: Connection, documents: readonly ConsultationDocument[]): Promise<Outcome[]> {
  try {
    await insertEachOf<ConsultationDocument>(connection, CONSULTATIONS, documents);
    return documents.map(() => answered('inserted'));
  } catch (error) {
    if (!(error instanceof mongo.MongoBulkWriteError)) throw error;
    // Not at a majority in time: whether it lasts is not known of any of them.
    if (error.result.getWriteConcernError() !== undefined) throw error;
    const refused = new Map([error.writeErrors].flat().map((one) => [one.index, one]));
    return documents.map((_, index) => {
      const why = refused.get(index);
      if (why === undefined) return answered('inserted');
      if (why.code !== DUPLICATE_KEY) return { status: 'rejected', reason: error };
      return answered(CLAIMS_INDEX.test(why.errmsg ?? '') ? 'limit_taken' : 'duplicate');
    });
  }
}

const answered = (value: Inserted): Outcome => ({ status: 'fulfilled', value });
