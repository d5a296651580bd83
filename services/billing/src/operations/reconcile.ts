import { type Caller, hasRole } from '@consult/runtime/caller';
import { refuse } from '@consult/runtime/errors';
import { newId } from '@consult/runtime/ids';
import type { TimePage } from '@consult/runtime/paging';
import { type CheckedPage, type ReconciliationRun, withPage } from '../domain/reconciliation-run.ts';
import { findRun, insertRun, lastWholeRun, listRuns, saveRun } from '../store/reconciliations.ts';
import type { Deps } from './deps.ts';
import { reconcilePage } from './reconcile-page.ts';

export interface ReconcileInput {
  tenantId: string;
  since?: Date | undefined;
  /** Empty: a new run begins, as the other parts say; else they are those of the run. */
  cursor: string;
  /** Mends what can be mended without a person. */
  apply: boolean;
  settledSeconds: number;
}

/**
 * Holds a page of a tenant's books against each other, and keeps in the run what was found, what was mended and for whom.
 * The cursor names the run. Refusals: forbidden (the operator asks), invalid_request, dependency_unavailable.
 */
export async function reconcile(
  deps: Deps,
  caller: Caller,
  input: ReconcileInput,
): Promise<CheckedPage & { runId: string }> {
  if (!hasRole(caller, 'operator')) return refuse('forbidden');
  const run = input.cursor === '' ? await beginByHand(deps, caller, input) : await runAt(deps, input);
  const page = await carryOn(deps, run);
  const { _id: runId } = run;
  return { ...page, runId, nextCursor: page.nextCursor === '' ? '' : `${runId}/${page.nextCursor}` };
}

/** Checks the page a run stands at, and writes down what it found; of two who check the same page one is counted. */
export async function carryOn(deps: Deps, run: ReconciliationRun): Promise<CheckedPage> {
  const page = await reconcilePage(deps, run);
  const saved = await saveRun(deps.runs, run, withPage(run, page, deps.clock.wallNow()));
  if (!saved) deps.logger.warn({ runId: run._id }, 'page of a reconciliation checked twice');
  return page;
}

/** A run as it begins. */
export function newRun(
  begun: Pick<
    ReconciliationRun,
    '_id' | 'tenantId' | 'trigger' | 'startedAt' | 'since' | 'settledSeconds' | 'by' | 'apply'
  >,
): ReconciliationRun {
  return { ...begun, cursor: '', checked: 0, counts: {}, findings: [], applied: 0, version: 1 };
}

/** The runs of the tenant, newest first, one more than `limit` when there are more, and the last one over everything. Refusals: forbidden. */
export async function readRuns(
  deps: Pick<Deps, 'runs'>,
  caller: Caller,
  page: TimePage,
): Promise<{ runs: ReconciliationRun[]; lastWhole: ReconciliationRun | undefined }> {
  const { tenantId } = caller;
  if (tenantId === '' || !hasRole(caller, 'admin', 'finance')) return refuse('forbidden');
  const runs = await listRuns(deps.runs, tenantId, { ...page, limit: page.limit + 1 });
  return { runs, lastWhole: await lastWholeRun(deps.runs, tenantId) };
}

async function beginByHand(deps: Deps, caller: Caller, input: ReconcileInput): Promise<ReconciliationRun> {
  const { tenantId, since, apply, settledSeconds } = input;
  const begun = { _id: newId(), tenantId, since, apply, settledSeconds, by: caller.userId };
  const run = newRun({ ...begun, trigger: 'by_hand', startedAt: deps.clock.wallNow() });
  await insertRun(deps.runs, run);
  return run;
}

/** The run of a cursor, at the page the cursor stands for. */
async function runAt(deps: Pick<Deps, 'runs'>, { tenantId, cursor }: ReconcileInput): Promise<ReconciliationRun> {
  const [runId = '', ...rest] = cursor.split('/');
  const run = await findRun(deps.runs, { tenantId, runId });
  if (run !== undefined) return { ...run, cursor: rest.join('/') };
  const message = 'is not a cursor of this list';
  return refuse('invalid_request', { errors: [{ pointer: '/cursor', code: 'unknown_cursor', message }] });
}
