import { addressOf } from '@consult/testing/environment';
import { newId } from '@consult/runtime/ids';
import { connectMongo, ensureIndexes, hotWrite } from '@consult/runtime/mongo';
import { Book, initModels, mongoTransaction } from 'medici';
import mongoose, { type Connection } from 'mongoose';
import { ACCOUNTS, type AccountDocument, accountsOn } from '../../services/credits/src/store/account-document.ts';
import { cellsOf } from '../../services/scheduling/src/domain/cells.ts';
import {
  CONSULTATIONS,
  type ConsultationDocument,
  consultationsOn,
} from '../../services/scheduling/src/store/consultation-document.ts';
import { inParallel } from '../support/parallel.ts';
import { TENANT } from './credits-service.ts';
import type { FreeHour } from './scheduling-service.ts';

/** Something that books an hour. */
export interface Booker {
  book(hour: FreeHour): Promise<void>;
  stop(): Promise<void>;
}

const HOUR_MINUTES = 60;
const MINUTE_MS = 60_000;
const SETUP_LANES = 16;
const FUNDED = 1_000_000;

/**
 * The limit: the two writes of a booking by the raw driver, on copies of the very documents with the very indexes, one after the
 * other. Nothing is decided, remembered or told.
 */
export async function startRawBooking(
  namespace: string,
  accounts: readonly AccountDocument[],
  pattern: ConsultationDocument,
): Promise<Booker> {
  const connection = await connectMongo({ uri: addressOf('MONGODB_URI'), database: `${namespace}_limit` });
  await accountsOn(connection).insertMany(accounts);
  consultationsOn(connection);
  await ensureIndexes(connection);
  const held = hotWrite<AccountDocument>(connection, ACCOUNTS, TENANT);
  const booked = hotWrite<ConsultationDocument>(connection, CONSULTATIONS, TENANT);
  const places = new Map(
    accounts.map(({ _id, clientId, lots }) => [clientId, { _id, lot: `lots.${Object.keys(lots)[0]}` }]),
  );
  return {
    async book(hour) {
      const place = places.get(hour.clientId);
      if (place === undefined) throw new Error(`no account of ${hour.clientId}`);
      const { _id, lot } = place;
      await held.updateOne({ _id }, { $inc: { [`${lot}.remaining`]: -1, [`${lot}.reserved`]: 1 } });
      await booked.insertOne(documentOf(hour, pattern));
    },
    stop: () => connection.close(),
  };
}

/**
 * The same job as one would build it on medici: withdrawal, session and event in one transaction, double bookings refused by the
 * same unique cells.
 */
export async function startMediciBooking(
  namespace: string,
  clientIds: readonly string[],
  pattern: ConsultationDocument,
): Promise<Booker> {
  await mongoose.connect(addressOf('MONGODB_URI'), {
    dbName: `${namespace}_medici`,
    writeConcern: { w: 'majority', journal: true },
    readConcern: { level: 'majority' },
    maxPoolSize: 50,
  });
  await initModels();
  const book = new Book('mainLedger');
  await inParallel(clientIds, SETUP_LANES, async (clientId) => {
    await book.entry('Fund').debit('Assets', FUNDED).credit(`Accounts:${clientId}`, FUNDED).commit();
    await book.balance({ account: `Accounts:${clientId}` });
  });
  const consultations = consultationsOn(mongoose.connection as Connection);
  await consultations.createCollection();
  await consultations.createIndexes();
  const sessions = mongoose.connection.collection<ConsultationDocument>(CONSULTATIONS);
  const outbox = mongoose.connection.collection('outbox');
  await mongoose.connection.createCollection('outbox');
  return {
    book: (hour) =>
      mongoTransaction(async (session) => {
        const account = `Accounts:${hour.clientId}`;
        await book.entry('Booking').credit('Assets', 1).debit(account, 1).commit({ session });
        const { balance } = await book.balance({ account }, { session });
        if (balance < 0) throw new Error('Not enough balance in wallet.');
        await book.writelockAccounts([account], { session });
        const { outbox: events, ...document } = documentOf(hour, pattern);
        await sessions.insertOne({ ...document, outbox: [] }, { session });
        // Copies: the driver writes its ids into what it inserts, and a transaction may be tried again.
        await outbox.insertMany(
          events.map((event) => ({ ...event })),
          { session },
        );
      }),
    stop: () => mongoose.disconnect(),
  };
}

/** A consultation as ours writes it, of this hour. */
function documentOf({ clientId, consultantId, start }: FreeHour, pattern: ConsultationDocument): ConsultationDocument {
  const session = { start, end: start + HOUR_MINUTES };
  const id = newId();
  return {
    ...pattern,
    _id: id,
    consultationId: id,
    clientId,
    consultantId,
    scheduledStart: new Date(session.start * MINUTE_MS),
    scheduledEnd: new Date(session.end * MINUTE_MS),
    consultantCells: cellsOf(session),
    clientCells: cellsOf(session),
    busyFrom: session.start,
    busyTo: session.end,
  };
}
