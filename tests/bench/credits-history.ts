import { randomUUID } from 'node:crypto';
import { addressOf } from '@consult/testing/environment';
import mongoose from 'mongoose';
import { RECENT_IDS_MAX, recentMark } from '../../services/credits/src/store/recent-ids.ts';
import { type CreditsService, TENANT } from './credits-service.ts';

const LEDGER = 'ledger';
const SEEDS = 'bench_seeds';
/** Spreads ids over their index, as digests do. */
const SPREAD = 2_654_435_761;
const SPREAD_OVER = 4_294_967_296;

/**
 * Gives the accounts of a service a past of so many ledger rows in all, each in turn, as if they had been flushed; the accounts
 * remember the newest and have forgotten the others. The server makes the rows itself, which is fast.
 */
export async function loadLedger({ deps, connection }: CreditsService, rows: number): Promise<void> {
  const accounts = await deps.accounts.find({ tenantId: TENANT }).lean();
  const perAccount = rows / accounts.length;
  const template = await deps.ledger.findOne({ tenantId: TENANT, kind: 'granted' }).lean();
  if (template === null || !Number.isInteger(perAccount)) throw new Error('there is nothing to make the past of');
  const owners = accounts.map(({ _id, lots }, index) => ({ accountId: _id, lotId: Object.keys(lots)[0], index }));
  const { _id, ...granted } = template;
  const seed = { template: { ...granted, kind: 'reserved', credits: 1, cause: 'booking' }, owners };
  // A connection that waits as long as it takes.
  const patient = await mongoose.createConnection(addressOf('MONGODB_URI'), { dbName: connection.name }).asPromise();
  try {
    await patient.collection(SEEDS).insertOne(seed);
    // Indexes are built faster over what is there already.
    await patient.collection(LEDGER).dropIndexes();
    await patient.collection(SEEDS).aggregate(rowsOf(perAccount, accounts.length), { allowDiskUse: true }).toArray();
    await patient.collection(SEEDS).drop();
    await patient.model('Rows', deps.ledger.schema).createIndexes();
  } finally {
    await patient.close();
  }
  await deps.accounts.updateMany(
    { tenantId: TENANT },
    {
      $set: { sequence: perAccount, recentIds: forgottenMarks(), idsCompleteSince: new Date() },
    },
  );
  // What is remembered of the accounts in memory knows nothing of all this.
  for (const { _id } of accounts) deps.cache.drop(_id);
}

/** An id like those of bookings, at another place of the index each. */
const ROW = {
  accountId: '$owners.accountId',
  lotId: '$owners.lotId',
  sequence: { $add: ['$n', 1] },
  bookingId: { $toString: '$k' },
  movementId: {
    $concat: [
      { $toString: { $mod: [{ $multiply: ['$k', { $toLong: SPREAD }] }, { $toLong: SPREAD_OVER }] } },
      '-',
      { $toString: '$k' },
      '-8000-8000-000000000000:1:reserve',
    ],
  },
};

function rowsOf(perAccount: number, accounts: number) {
  return [
    { $set: { n: { $range: [0, perAccount] } } },
    { $unwind: '$n' },
    { $unwind: '$owners' },
    { $set: { k: { $add: [{ $multiply: ['$n', accounts] }, '$owners.index'] } } },
    { $replaceWith: { $mergeObjects: ['$template', ROW] } },
    { $set: { _id: { $concat: [TENANT, '/', '$movementId'] } } },
    { $out: LEDGER },
  ];
}

function forgottenMarks(): string[] {
  return Array.from({ length: RECENT_IDS_MAX }, () => recentMark({ movementId: randomUUID(), recordedAt: new Date() }));
}
