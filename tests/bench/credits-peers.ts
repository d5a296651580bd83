import { addressOf } from '@consult/testing/environment';
import { ensureIndexes, connectMongo, hotWrite } from '@consult/runtime/mongo';
import { Book, initModels, mongoTransaction } from 'medici';
import mongoose from 'mongoose';
import { type AccountDocument, ACCOUNTS, accountsOn } from '../../services/credits/src/store/account-document.ts';
import { inParallel } from '../support/parallel.ts';
import { TENANT } from './credits-service.ts';

/** Something that takes one credit of a client. */
export interface Peer {
  take(clientId: string): Promise<void>;
  stop(): Promise<void>;
}

const FUNDED = 1_000_000;
const SETUP_LANES = 16;
const JOURNAL_ENTRIES_MAX = 500;

/**
 * medici's own recipe for a withdrawal that cannot overdraw (README, "ACID checks of an account balance"), on a database of its own.
 * Each account has its balance snapshot, as medici makes it by default, and a day's traffic since: `earlier` withdrawals.
 */
export async function startMedici(namespace: string, clientIds: readonly string[], earlier: number): Promise<Peer> {
  await mongoose.connect(addressOf('MONGODB_URI'), {
    dbName: `${namespace}_medici`,
    writeConcern: { w: 'majority', journal: true },
    readConcern: { level: 'majority' },
    maxPoolSize: 50,
  });
  await initModels();
  const book = new Book('mainLedger');
  for (let next = 0; next < clientIds.length; next += JOURNAL_ENTRIES_MAX) {
    const some = clientIds.slice(next, next + JOURNAL_ENTRIES_MAX);
    const entry = book.entry('Fund').debit('Assets', FUNDED * some.length);
    for (const clientId of some) entry.credit(`Accounts:${clientId}`, FUNDED);
    await entry.commit();
    await inParallel(some, SETUP_LANES, (clientId) => book.balance({ account: `Accounts:${clientId}` }));
  }
  for (let time = 0; time < earlier; time += 1)
    for (let next = 0; next < clientIds.length; next += JOURNAL_ENTRIES_MAX) {
      const some = clientIds.slice(next, next + JOURNAL_ENTRIES_MAX);
      const entry = book.entry('Withdraw by User').credit('Assets', some.length);
      for (const clientId of some) entry.debit(`Accounts:${clientId}`, 1);
      await entry.commit();
    }
  return {
    take: (clientId) =>
      mongoTransaction(async (session) => {
        const account = `Accounts:${clientId}`;
        await book.entry('Withdraw by User').credit('Assets', 1).debit(account, 1).commit({ session });
        const { balance } = await book.balance({ account }, { session });
        if (balance < 0) throw new Error('Not enough balance in wallet.');
        await book.writelockAccounts([account], { session });
      }),
    stop: () => mongoose.disconnect(),
  };
}

/**
 * The limit: one guarded `$inc` by the raw driver, on copies of the very documents with the very indexes. It decides nothing,
 * remembers nothing and tells nobody.
 */
export async function startGuardedInc(namespace: string, accounts: readonly AccountDocument[]): Promise<Peer> {
  const connection = await connectMongo({ uri: addressOf('MONGODB_URI'), database: `${namespace}_limit` });
  await accountsOn(connection).insertMany(accounts);
  await ensureIndexes(connection);
  const collection = hotWrite<AccountDocument>(connection, ACCOUNTS, TENANT);
  const places = new Map(
    accounts.map(({ _id, clientId, lots }) => [clientId, { _id, remaining: `lots.${Object.keys(lots)[0]}.remaining` }]),
  );
  return {
    async take(clientId) {
      const place = places.get(clientId);
      if (place === undefined) throw new Error(`no account of ${clientId}`);
      const { _id, remaining } = place;
      const guard = { _id, [remaining]: { $gte: 1 } };
      const { matchedCount } = await collection.updateOne(guard, { $inc: { [remaining]: -1 } });
      if (matchedCount !== 1) throw new Error('nothing left');
    },
    stop: () => connection.close(),
  };
}
