import { type Connection, type Model, Schema } from 'mongoose';

/** When a tenant's books are looked at by themselves. All technical time. */
export interface ReconciliationTurn {
  /** The tenant's id. */
  _id: string;
  tenantId: string;
  /** When the next run is to begin, or the present one was: its id is derived from it. */
  dueAt: Date;
  /** Nobody else takes it before: a lease while a page is checked, then a pause after a failure, then the next `dueAt`. */
  nextAt: Date;
  version: number;
}
export type ReconciliationTurns = Model<ReconciliationTurn>;

const schema = new Schema<ReconciliationTurn>(
  { _id: String, tenantId: { type: String, required: true }, dueAt: Date, nextAt: Date, version: Number },
  { collection: 'reconciliation_turns', shardKey: { tenantId: 1 }, autoIndex: false, versionKey: false },
);
schema.index({ nextAt: 1 });

export function reconciliationTurnsOn(connection: Connection): ReconciliationTurns {
  return connection.model<ReconciliationTurn>('ReconciliationTurn', schema);
}

/** Gives each of these tenants its first turn, unless it has one. */
export async function noteTurns(
  turns: ReconciliationTurns,
  tenantIds: readonly string[],
  firstAt: Date,
): Promise<void> {
  if (tenantIds.length === 0) return;
  await turns.bulkWrite(
    tenantIds.map((tenantId) => ({
      updateOne: {
        filter: { tenantId, _id: tenantId },
        update: { $setOnInsert: { dueAt: firstAt, nextAt: firstAt, version: 1 } },
        upsert: true,
      },
    })),
    { ordered: false },
  );
}

/** Takes the turn that has waited longest, if one is due; nobody else gets it until `leaseUntil`. */
export async function takeTurn(
  turns: ReconciliationTurns,
  now: Date,
  leaseUntil: Date,
): Promise<ReconciliationTurn | undefined> {
  const taken = await turns
    .findOneAndUpdate(
      { nextAt: { $lte: now } },
      { $set: { nextAt: leaseUntil }, $inc: { version: 1 } },
      { sort: { nextAt: 1 }, returnDocument: 'after' },
    )
    .setOptions({ acrossTenants: 'the books of every tenant are looked at in turn' })
    .lean<ReconciliationTurn>();
  return taken ?? undefined;
}

/** Says when a taken turn goes on; without effect when the lease has passed to somebody else. */
export async function putBackTurn(
  turns: ReconciliationTurns,
  { tenantId, _id, version }: ReconciliationTurn,
  next: Partial<Pick<ReconciliationTurn, 'dueAt'>> & Pick<ReconciliationTurn, 'nextAt'>,
): Promise<void> {
  await turns.updateOne({ tenantId, _id, version }, { $set: next, $inc: { version: 1 } });
}
