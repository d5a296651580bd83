import { isDuplicateKey } from '@consult/runtime/errors';
import type { mongo } from 'mongoose';
import type { SandboxDatabase } from '../database.ts';
import { nextSequence } from '../sequence.ts';
import { dueAtOf } from './billing/due.ts';
import { noSuch } from './errors.ts';
import { copy, newStripeEvent, type Delivery, type EventDocument, type RequestOrigin } from './events.ts';
import type { IdempotencyDocument } from './idempotency.ts';
import type { Json, Kind, Kinds, StripeObject } from './objects.ts';
import { documentId, type Filter, type ObjectDocument } from './store.ts';

interface Tracked {
  body: StripeObject;
  /** The document as it was read; undefined for what this work adds. */
  read: ObjectDocument | undefined;
  /** As it was read: what decides whether it has to be written. */
  before: Json | undefined;
  /** As the last event showed it: what the next one's `previous_attributes` are taken from. */
  shown: Json | undefined;
  removed: boolean;
}

/**
 * One change of the sandbox: objects are loaded, changed in place, and written with their events in one transaction,
 * each against the version it was read at. Nothing is written before `commit`, so a handler can be run again.
 */
export interface Work {
  readonly account: string;
  /** Business time in seconds: `created` of everything this work makes. */
  readonly now: number;
  /** Where the pages of the sandbox are (receipts, the bank's question). */
  readonly baseUrl: string;
  get<K extends Kind>(kind: K, id: string, param?: string): Promise<Kinds[K]>;
  find<K extends Kind>(kind: K, id: string): Promise<Kinds[K] | undefined>;
  /** The object with this id, of whatever kind, even when it was removed. */
  any(id: string): Promise<StripeObject | undefined>;
  where<K extends Kind>(kind: K, filter: Filter): Promise<Kinds[K][]>;
  /** It can no longer be named or listed; what refers to it still finds it through `any`. */
  remove(object: StripeObject): void;
  add<T extends StripeObject>(object: T): T;
  emit(type: string, object: StripeObject): void;
  /** Answers whether there are events to send. */
  commit(idempotency?: IdempotencyDocument): Promise<boolean>;
}

/** Another request has changed one of the objects meanwhile. */
export class WorkConflict extends Error {}

interface WorkInput {
  database: SandboxDatabase;
  account: string;
  now: number;
  baseUrl: string;
  request: RequestOrigin;
  wallNow: () => Date;
  delivery: (type: string) => Delivery;
}

/** Starts a unit of work on one account. */
export function beginWork(input: WorkInput): Work {
  const { database, account, now } = input;
  const tracked = new Map<string, Tracked>();
  const events: EventDocument[] = [];

  const track = (document: ObjectDocument): StripeObject => {
    const known = tracked.get(document.objectId);
    if (known !== undefined) return known.body;
    const before = copy(document.body);
    tracked.set(document.objectId, {
      body: document.body,
      read: document,
      before,
      shown: before,
      removed: document.removed === true,
    });
    return document.body;
  };
  const find = async <K extends Kind>(kind: K, id: string): Promise<Kinds[K] | undefined> => {
    const known = await any(id);
    if (tracked.get(id)?.removed === true) return undefined;
    return known?.object === kind ? (known as Kinds[K]) : undefined;
  };
  const any = async (id: string): Promise<StripeObject | undefined> => tracked.get(id)?.body ?? (await load(id));
  const load = async (id: string): Promise<StripeObject | undefined> => {
    const document = await database.objects.findOne({ _id: documentId(account, id) });
    return document === null ? undefined : track(document);
  };

  return {
    account,
    now,
    baseUrl: input.baseUrl,
    find,
    any,
    async get(kind, id, param) {
      const found = await find(kind, id);
      if (found === undefined) throw noSuch(kind, id, param);
      return found;
    },
    async where(kind, filter) {
      const query = { account, kind, removed: { $ne: true }, ...filter } as mongo.Filter<ObjectDocument>;
      const stored = await database.objects.find(query).sort({ sequence: -1 }).toArray();
      const added = [...tracked.values()].filter(({ read, body }) => read === undefined && matches(kind, filter, body));
      return [...added.map(({ body }) => body), ...stored.map(track)] as Kinds[typeof kind][];
    },
    remove(object) {
      const known = tracked.get(object.id);
      if (known !== undefined) known.removed = true;
    },
    add(object) {
      tracked.set(object.id, { body: object, read: undefined, before: undefined, shown: undefined, removed: false });
      return object;
    },
    emit(type, object) {
      const known = tracked.get(object.id);
      const body = newStripeEvent({
        account,
        type,
        created: now,
        object,
        before: known?.shown,
        request: input.request,
      });
      if (known !== undefined) known.shown = copy(object);
      const sequence = nextSequence(input.wallNow());
      events.push({ _id: body.id, account, sequence, body, delivery: input.delivery(type) });
    },
    async commit(idempotency) {
      const writes = [...tracked.values()].flatMap((each) => writeOf(account, each, input.wallNow()));
      await write(database, { writes, events, idempotency });
      return events.length > 0;
    },
  };
}

function matches(kind: Kind, filter: Filter, body: StripeObject): boolean {
  const valueAt = (path: string): unknown =>
    path.split('.').reduce<unknown>((at, key) => (at as Json | null | undefined)?.[key], { body });
  return body.object === kind && Object.entries(filter).every(([path, value]) => valueAt(path) === value);
}

function writeOf(
  account: string,
  { body, read, before, removed }: Tracked,
  wallNow: Date,
): mongo.AnyBulkWriteOperation<ObjectDocument>[] {
  const stored = copy(body);
  if (read === undefined) {
    const _id = documentId(account, body.id);
    const head = { _id, account, objectId: body.id, kind: body.object as Kind, sequence: nextSequence(wallNow) };
    return [{ insertOne: { document: { ...head, version: 1, dueAt: dueAtOf(stored), body: stored } } }];
  }
  if (!removed && JSON.stringify(before) === JSON.stringify(stored)) return [];
  const { _id, version } = read;
  return [
    {
      updateOne: {
        filter: { _id, version },
        update: {
          $set: { body: stored, dueAt: dueAtOf(stored), ...(removed ? { removed } : {}) },
          $inc: { version: 1 },
        },
      },
    },
  ];
}

async function write(
  { client, objects, events, idempotency }: SandboxDatabase,
  changes: {
    writes: mongo.AnyBulkWriteOperation<ObjectDocument>[];
    events: EventDocument[];
    idempotency: IdempotencyDocument | undefined;
  },
): Promise<void> {
  if (changes.writes.length === 0 && changes.events.length === 0 && changes.idempotency === undefined) return;
  const updates = changes.writes.filter((each) => 'updateOne' in each).length;
  const inTransaction = async (session: mongo.ClientSession): Promise<void> => {
    if (changes.writes.length > 0) {
      const { matchedCount } = await objects.bulkWrite(changes.writes, { session });
      if (matchedCount !== updates) throw new WorkConflict('an object was changed meanwhile');
    }
    if (changes.events.length > 0) await events.insertMany(changes.events, { session });
    if (changes.idempotency !== undefined) await idempotency.insertOne(changes.idempotency, { session });
  };
  try {
    await client.withSession((session) =>
      session.withTransaction(() => inTransaction(session), { writeConcern: { w: 'majority', j: true } }),
    );
  } catch (error) {
    // What was to be added exists: a run before a crash, or a racing request, has already done this work.
    if (isDuplicateKey(error)) throw new WorkConflict('an object exists already');
    throw error;
  }
}
