import { groupReadAll } from '@consult/runtime/group-read';
import { onlyDuplicates } from '@consult/runtime/mongo-bulk';
import { type Connection, type Model, Schema } from 'mongoose';
import type { Lot } from '../domain/lot.ts';
import type { AccountKey } from './accounts.ts';

/** A spent lot that has left its account. Where the account has the lot too, the account is right. */
interface ArchivedLot {
  /** The lot's id. */
  _id: string;
  tenantId: string;
  accountId: string;
  /** The account's version the copy was taken at; only a newer one replaces it. */
  archivedAtVersion: number;
  lot: Lot;
}

export type Archive = Model<ArchivedLot>;

const schema = new Schema<ArchivedLot>(
  {
    _id: String,
    tenantId: { type: String, required: true },
    accountId: { type: String, required: true },
    archivedAtVersion: Number,
    lot: Schema.Types.Mixed,
  },
  { collection: 'archived_lots', shardKey: { tenantId: 1 }, autoIndex: false, minimize: false, versionKey: false },
);
schema.index({ tenantId: 1, accountId: 1, 'lot.effectiveAt': -1 });

/** The lots of this connection that have left their accounts. */
export function archiveOn(connection: Connection): Archive {
  return connection.model<ArchivedLot>('ArchivedLot', schema);
}

/** Puts copies of lots into the archive as they were at a version of their account. A copy of that version or a newer one stays. */
export async function archiveLots(archive: Archive, key: AccountKey, version: number, lots: Lot[]): Promise<void> {
  const { tenantId, accountId } = key;
  try {
    await archive.bulkWrite(
      lots.map((lot) => ({
        updateOne: {
          filter: { _id: lot.lotId, tenantId, archivedAtVersion: { $lt: version } },
          update: { $set: { accountId, archivedAtVersion: version, lot } },
          upsert: true,
        },
      })),
      { ordered: false },
    );
  } catch (error) {
    // The filter found nothing although the id is there: what is there is not older. Whether it is newer, the account's version tells.
    if (!onlyDuplicates(error)) throw error;
  }
}

/** Every grant asks whether its lot has come and gone. */
const readLots = groupReadAll<ArchivedLot>('archived lots by their ids');

/** The account's archived lots among these ids; they are shared: not to be changed. Read the account first: what it has itself is right. */
export async function findArchivedLots(archive: Archive, key: AccountKey, lotIds: readonly string[]): Promise<Lot[]> {
  if (lotIds.length === 0) return [];
  const { tenantId, accountId } = key;
  const found = await readLots(archive, { tenantId, ids: lotIds });
  return found.filter((row) => row.accountId === accountId).map(({ lot }) => lot);
}

/** An account's archived lots, the newest first; `onAccount`: lots it has itself, of which there may be old copies here. */
export async function archivedLotsOf(
  archive: Archive,
  key: AccountKey,
  limit: number,
  onAccount: readonly string[] = [],
): Promise<Lot[]> {
  const { tenantId, accountId } = key;
  const found = await archive
    .find({ tenantId, accountId, _id: { $nin: [...onAccount] } })
    .sort({ 'lot.effectiveAt': -1, _id: 1 })
    .limit(limit)
    .lean<ArchivedLot[]>();
  return found.map(({ lot }) => lot);
}

/** All of an account's archived lots; of those the account has itself, an old copy may be among them. */
export async function allArchivedLots(archive: Archive, key: AccountKey): Promise<Lot[]> {
  const { tenantId, accountId } = key;
  const found = await archive.find({ tenantId, accountId }).lean<ArchivedLot[]>();
  return found.map(({ lot }) => lot);
}
