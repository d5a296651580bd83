import { isDuplicateKey } from '@consult/runtime/errors';
import { afterPlace, type TimePage } from '@consult/runtime/paging';
import { type Connection, type Model, Schema } from 'mongoose';
import type { ReconciliationRun } from '../domain/reconciliation-run.ts';

export type ReconciliationRuns = Model<ReconciliationRun>;

const mixed = Schema.Types.Mixed;
const schema = new Schema<ReconciliationRun>(
  {
    _id: String,
    tenantId: { type: String, required: true },
    trigger: String,
    startedAt: Date,
    finishedAt: Date,
    since: Date,
    settledSeconds: Number,
    apply: Boolean,
    by: String,
    cursor: String,
    checked: Number,
    counts: mixed,
    findings: [mixed],
    applied: Number,
    version: Number,
  },
  { collection: 'reconciliations', shardKey: { tenantId: 1 }, autoIndex: false, minimize: false, versionKey: false },
);
schema.index({ tenantId: 1, startedAt: -1, _id: -1 });

export function reconciliationRunsOn(connection: Connection): ReconciliationRuns {
  return connection.model<ReconciliationRun>('ReconciliationRun', schema);
}

/** Keeps a run that begins; one that has begun already stays as it is. */
export async function insertRun(runs: ReconciliationRuns, run: ReconciliationRun): Promise<void> {
  try {
    await runs.create(run);
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
}

export async function findRun(
  runs: ReconciliationRuns,
  { tenantId, runId }: { tenantId: string; runId: string },
): Promise<ReconciliationRun | undefined> {
  return (await runs.findOne({ tenantId, _id: runId }).lean<ReconciliationRun>()) ?? undefined;
}

/** Writes a run with one more page, at the version and the page it was read at; false when somebody else has done that page. */
export async function saveRun(
  runs: ReconciliationRuns,
  before: ReconciliationRun,
  after: ReconciliationRun,
): Promise<boolean> {
  const { tenantId, _id, version, cursor } = before;
  const { checked, counts, findings, applied, finishedAt } = after;
  const { matchedCount } = await runs.updateOne(
    { tenantId, _id, version, cursor },
    {
      $set: {
        checked,
        counts,
        findings,
        applied,
        cursor: after.cursor,
        version: after.version,
        ...(finishedAt === undefined ? {} : { finishedAt }),
      },
    },
  );
  return matchedCount === 1;
}

/** A page of a tenant's runs, newest first. */
export async function listRuns(
  runs: ReconciliationRuns,
  tenantId: string,
  page: TimePage,
): Promise<ReconciliationRun[]> {
  return runs
    .find({ tenantId, ...afterPlace('startedAt', page.place) })
    .sort({ startedAt: -1, _id: -1 })
    .limit(page.limit)
    .lean<ReconciliationRun[]>();
}

/** The last run that looked at everything and came to its end. */
export async function lastWholeRun(runs: ReconciliationRuns, tenantId: string): Promise<ReconciliationRun | undefined> {
  const whole = { tenantId, finishedAt: { $exists: true }, since: { $exists: false } };
  return (await runs.findOne(whole).sort({ startedAt: -1, _id: -1 }).lean<ReconciliationRun>()) ?? undefined;
}
