import { refuse } from '@consult/runtime/errors';
import { hotWrite } from '@consult/runtime/mongo';
import { updateEachOf } from '@consult/runtime/mongo-bulk';
import { type Connection, mongo } from 'mongoose';
import { ACCOUNTS, type AccountDocument } from './account-document.ts';

/** Saves in one bulk write. */
const BATCH_MAX = 96;
/** Two: while the database works on one, the next is put together. What comes at once is shared out among those that are free. */
const BATCHES_IN_FLIGHT_MAX = 2;
/** Saves that wait for their batch; beyond it callers are told to come back. */
const WAITING_MAX = 2_000;
/** The filter names the document; without this the server would weigh its other indexes each time. */
const BY_ID = { _id: 1 } as const;

/** An update of one account at the version it was decided on. */
interface Save {
  tenantId: string;
  filter: mongo.Filter<AccountDocument>;
  update: mongo.UpdateFilter<AccountDocument>;
}

/** Brings the saves of all accounts to the database, together where there are many. */
export interface GroupCommit {
  /**
   * Answers true when the save is written, on disk at a majority; false when it may not be: read again, decide again.
   * Throws when nothing is known about it. Refusals: dependency_unavailable when too many wait.
   */
  commit(save: Save): Promise<boolean>;
}

interface Waiting {
  save: Save;
  resolve: (written: boolean) => void;
  reject: (error: unknown) => void;
}

/**
 * Whatever is asked for while a batch is under way goes into the next one: alone when there is nothing else to do, so that
 * an idle service has no wait.
 */
export function createGroupCommit(connection: Connection): GroupCommit {
  const waiting: Waiting[] = [];
  let inFlight = 0;
  let scheduled = false;

  /** After what is on this turn of the event loop: callers that a batch has just answered come back at once, all together. */
  function schedule(): void {
    if (scheduled || inFlight >= BATCHES_IN_FLIGHT_MAX || waiting.length === 0) return;
    scheduled = true;
    setImmediate(() => {
      scheduled = false;
      const share = Math.ceil(waiting.length / (BATCHES_IN_FLIGHT_MAX - inFlight));
      inFlight += 1;
      void write(connection, waiting.splice(0, Math.min(share, BATCH_MAX))).finally(() => {
        inFlight -= 1;
        schedule();
      });
      schedule();
    });
  }

  return {
    commit: async (save) => {
      if (waiting.length >= WAITING_MAX) return refuse('dependency_unavailable', { dependency: 'database' });
      return new Promise<boolean>((resolve, reject) => {
        waiting.push({ save, resolve, reject });
        schedule();
      });
    },
  };
}

async function write(connection: Connection, batch: Waiting[]): Promise<void> {
  const [first] = batch;
  try {
    const matched =
      first !== undefined && batch.length === 1
        ? await writeOne(connection, first.save)
        : (await updateEachOf<AccountDocument>(connection, ACCOUNTS, batch.map(hinted))).matchedCount;
    settle(batch, matched);
  } catch (error) {
    settleFailed(batch, error);
  }
}

async function writeOne(connection: Connection, { tenantId, filter, update }: Save): Promise<number> {
  const collection = hotWrite<AccountDocument>(connection, ACCOUNTS, tenantId);
  return (await collection.updateOne(filter, update, { hint: BY_ID })).matchedCount;
}

const hinted = ({ save }: Waiting) => ({ ...save, hint: BY_ID });

/**
 * Each save names one document by its id, so as many matches as saves means: every one of them. With fewer, the total does not
 * say which ones were lost, so all of them count as lost. That is right although most were written: whoever reads again finds
 * the movement, or the state, of its own command on the account or in the ledger, as it would on a second arrival, and has the
 * first answer. Nothing is written twice, because the version has moved on.
 */
function settle(batch: Waiting[], matched: number): void {
  for (const { resolve } of batch) resolve(matched === batch.length);
}

/** Some single saves failed: those have their error, the others are as above. Anything else leaves all of them unknown. */
function settleFailed(batch: Waiting[], error: unknown): void {
  const failed = failedSaves(error);
  if (failed === undefined) for (const { reject } of batch) reject(error);
  else {
    for (const [index, cause] of failed.errors) batch[index]?.reject(cause);
    settle(
      batch.filter((_, index) => !failed.errors.has(index)),
      failed.matched,
    );
  }
}

function failedSaves(error: unknown): { errors: Map<number, Error>; matched: number } | undefined {
  if (!(error instanceof mongo.MongoBulkWriteError)) return undefined;
  // Not at a majority in time: whether it lasts is not known of any of them.
  if (error.result.getWriteConcernError() !== undefined) return undefined;
  const { writeErrors, matchedCount } = error;
  const list = Array.isArray(writeErrors) ? writeErrors : [writeErrors];
  return { errors: new Map(list.map((one) => [one.index, error])), matched: matchedCount };
}
