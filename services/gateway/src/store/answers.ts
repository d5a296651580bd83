import { createGroupCommit } from '@consult/runtime/group-commit';
import { createGroupInsert } from '@consult/runtime/group-insert';
import { updateEachOf } from '@consult/runtime/mongo-bulk';
import { type Connection, Schema } from 'mongoose';

/** How long a stored answer is replayed (API: 24 h of technical time). */
const ANSWER_TTL_SECONDS = 24 * 60 * 60;
/** A request that has run this long has died with its process; its key may be tried again. Longer than any request runs. */
const RUNNING_LEASE_MS = 60_000;

const ANSWERS = 'answers';
/** Answers in one write. */
const BATCH_MAX = 64;
/** Answers that wait for theirs; beyond it a repeat meets the service's own memory. */
const WAITING_MAX = 2_000;

export interface StoredAnswer {
  status: number;
  body: string;
  etag?: string;
}

/** Whose key it is: keys of different people never meet. */
export interface KeyOwner {
  tenantId: string;
  userId: string;
  key: string;
}

/** The right to decide the answer of a key; void once `leaseUntil` has passed and another request took over. */
export interface Lease extends KeyOwner {
  leaseUntil: Date;
}

export type Claim =
  | { outcome: 'claimed'; lease: Lease }
  | { outcome: 'replay'; answer: StoredAnswer }
  | { outcome: 'running' }
  | { outcome: 'reused' };

interface Row extends Lease {
  requestHash: string;
  state: 'running' | 'done';
  createdAt: Date;
  answer?: StoredAnswer;
}

interface Kept {
  lease: Lease;
  answer: StoredAnswer;
}

export type AnswerStore = ReturnType<typeof createAnswerStore>;

/** Stored answers to idempotency keys, one row per (tenant, user, key); the unique index decides who runs. */
export function createAnswerStore(connection: Connection) {
  const answers = connection.model<Row>('Answer', rowSchema());
  const claims = createGroupInsert<Row>(connection, ANSWERS);
  const keeping = createGroupCommit<Kept, void>({
    writeAll: (kept) => keepAll(connection, kept),
    batchMax: BATCH_MAX,
    waitingMax: WAITING_MAX,
  });

  return {
    /** Takes the key for this request, or says why not. `now` is technical time. */
    async claim(owner: KeyOwner, requestHash: string, now: Date): Promise<Claim> {
      const lease: Lease = { ...owner, leaseUntil: new Date(now.getTime() + RUNNING_LEASE_MS) };
      const fresh: Row = { ...lease, requestHash, state: 'running', createdAt: now };
      if ((await claims.commit(fresh)).isNew) return { outcome: 'claimed', lease };
      // Somebody else has it; or had it a moment ago, and then it is not ours either.
      const before = (await answers.findOne(owner).lean()) ?? fresh;
      if (before.requestHash !== requestHash) return { outcome: 'reused' };
      if (before.state === 'done' && before.answer) return { outcome: 'replay', answer: before.answer };
      if (before.leaseUntil > now) return { outcome: 'running' };
      const taken = await answers.updateOne(running(before), { $set: { leaseUntil: lease.leaseUntil } });
      return taken.modifiedCount === 1 ? { outcome: 'claimed', lease } : { outcome: 'running' };
    },

    /** Keeps the answer a service decided, while the lease is ours. */
    async keep(lease: Lease, answer: StoredAnswer): Promise<void> {
      await keeping.commit({ lease, answer });
    },

    /** Frees the key: nothing was decided. */
    async free(lease: Lease): Promise<void> {
      await answers.deleteOne(running(lease));
    },
  };
}

const running = ({ tenantId, userId, key, leaseUntil }: Lease) => ({
  tenantId,
  userId,
  key,
  leaseUntil,
  state: 'running' as const,
});

async function keepAll(connection: Connection, kept: readonly Kept[]): Promise<PromiseSettledResult<void>[]> {
  const updates = kept.map(({ lease, answer }) => ({
    tenantId: lease.tenantId,
    filter: running(lease),
    update: { $set: { state: 'done' as const, answer } },
  }));
  await updateEachOf<Row>(connection, ANSWERS, updates);
  return kept.map(() => ({ status: 'fulfilled', value: undefined }));
}

function rowSchema(): Schema<Row> {
  const schema = new Schema<Row>(
    {
      tenantId: { type: String, required: true },
      userId: { type: String, required: true },
      key: { type: String, required: true },
      requestHash: { type: String, required: true },
      state: { type: String, required: true },
      leaseUntil: { type: Date, required: true },
      createdAt: { type: Date, required: true },
      answer: { type: { status: Number, body: String, etag: String }, _id: false },
    },
    { collection: ANSWERS, shardKey: { tenantId: 1 }, versionKey: false },
  );
  schema.index({ tenantId: 1, userId: 1, key: 1 }, { unique: true });
  schema.index({ createdAt: 1 }, { expireAfterSeconds: ANSWER_TTL_SECONDS });
  return schema;
}
