import { createGroupCommit as createCommits, type GroupCommit as Commits } from '@consult/runtime/group-commit';
import { hotWrite } from '@consult/runtime/mongo';
import { updateEachOf } from '@consult/runtime/mongo-bulk';
import { type Connection, mongo } from 'mongoose';
import { ACCOUNTS, type AccountDocument } from './account-document.ts';

/** Saves in one bulk write. */
const BATCH_MAX = 96;
/** Saves that wait for their batch. */
const WAITING_MAX = 2_000;
/** The filter names the document; without this the server would weigh its other indexes each time. */
const BY_ID = { _id: 1 } as const;

/** An update of one account at the version it was decided on. */
interface Save {
  tenantId: string;
  filter: mongo.Filter<AccountDocument>;
  update: mongo.UpdateFilter<AccountDocument>;
}
type Saved = PromiseSettledResult<boolean>;

/**
 * Brings the saves of all accounts to the database, together where there are many. Answers true when a save is written, on disk
 * at a majority; false when it may not be: read again, decide again.
 */
export type GroupCommit = Commits<Save, boolean>;

/** The group commit of the accounts on this connection. */
export function createGroupCommit(connection: Connection): GroupCommit {
  return createCommits({
    writeAll: (saves) => writeAll(connection, saves),
    batchMax: BATCH_MAX,
    waitingMax: WAITING_MAX,
  });
}

async function writeAll(connection: Connection, saves: readonly Save[]): Promise<Saved[]> {
  const [first] = saves;
  try {
    const matched =
      first !== undefined && saves.length === 1
        ? await writeOne(connection, first)
        : (await updateEachOf<AccountDocument>(connection, ACCOUNTS, saves.map(hinted))).matchedCount;
    return saves.map(() => written(matched === saves.length));
  } catch (error) {
    return outcomesOf(saves, error);
  }
}

async function writeOne(connection: Connection, { tenantId, filter, update }: Save): Promise<number> {
  const collection = hotWrite<AccountDocument>(connection, ACCOUNTS, tenantId);
  return (await collection.updateOne(filter, update, { hint: BY_ID })).matchedCount;
}

const hinted = (save: Save) => ({ ...save, hint: BY_ID });

/**
 * Each save names one document by its id, so as many matches as saves means: every one of them. With fewer, the total does not
 * say which ones were lost, so all of them count as lost. That is right although most were written: whoever reads again finds
 * the movement, or the state, of its own command on the account or in the ledger, as it would on a second arrival, and has the
 * first answer. Nothing is written twice, because the version has moved on.
 */
const written = (all: boolean): Saved => ({ status: 'fulfilled', value: all });

/** Some single saves failed: those have their error, the others are as above. Anything else leaves all of them unknown. */
function outcomesOf(saves: readonly Save[], error: unknown): Saved[] {
  if (!(error instanceof mongo.MongoBulkWriteError)) throw error;
  // Not at a majority in time: whether it lasts is not known of any of them.
  if (error.result.getWriteConcernError() !== undefined) throw error;
  const failed = new Map([error.writeErrors].flat().map((one) => [one.index, one]));
  const all = error.matchedCount === saves.length - failed.size;
  return saves.map((_, index) => (failed.has(index) ? { status: 'rejected', reason: error } : written(all)));
}
