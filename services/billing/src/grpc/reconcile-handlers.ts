import type { Reconciliation } from '@consult/contracts/grpc/gen/consult/billing/v1/Reconciliation';
import { Instant, TenantId } from '@consult/contracts/primitives';
import type { Handlers } from '@consult/runtime/grpc-server';
import { pageOf, timePage } from '@consult/runtime/paging';
import { parse } from '@consult/runtime/parse';
import Type from 'typebox';
import { FINDING_KINDS, type Finding, type Repair } from '../domain/reconcile.ts';
import { isOpen, leftOpen, type ReconciliationRun } from '../domain/reconciliation-run.ts';
import type { Deps } from '../operations/deps.ts';
import { readRuns, reconcile } from '../operations/reconcile.ts';

const DAY_SECONDS = 86_400;
const ReconcileRequest = Type.Object({
  tenantId: TenantId,
  since: Type.Union([Type.Literal(''), Instant]),
  cursor: Type.String({ maxLength: 400 }),
  apply: Type.Boolean(),
  settledSeconds: Type.Integer({ minimum: 0, maximum: DAY_SECONDS }),
});
/** What a person is told to do, or what `--apply` does. */
const PROPOSALS: Record<Repair, string> = {
  ask_stripe: 'read it again from Stripe',
  tell_again: 'publish its event again',
  settle: 'have credits do what scheduling says of it',
  by_hand: 'look at it: nothing here can be mended safely',
};

/** The books held against Stripe, the ledger and the consultations, and the runs that did so. */
export function reconcileHandlers(deps: Deps): Pick<Handlers<'billing'>, 'reconcile' | 'listReconciliations'> {
  return {
    async reconcile(caller, request) {
      const { since, ...input } = parse(ReconcileRequest, request);
      const span = since === '' ? {} : { since: new Date(since) };
      const { findings, ...page } = await reconcile(deps, caller, { ...input, ...span });
      return { ...page, findings: findings.map((finding) => findingAnswer(input.tenantId, finding, !finding.applied)) };
    },
    async listReconciliations(caller, request) {
      const page = timePage(request.page);
      const { runs, lastWhole } = await readRuns(deps, caller, page);
      const { rows, page: next } = pageOf(runs, page.limit, ({ startedAt, _id }) => ({ at: startedAt, _id }));
      return {
        reconciliations: rows.map((run) => runAnswer(run, lastWhole)),
        page: next,
        ...(lastWhole?.finishedAt === undefined
          ? {}
          : { standing: { at: lastWhole.finishedAt.toISOString(), open: leftOpen(lastWhole) } }),
      };
    },
  };
}

function runAnswer(run: ReconciliationRun, lastWhole: ReconciliationRun | undefined): Reconciliation {
  const { _id: runId, tenantId, trigger, startedAt, finishedAt, since, checked, apply, applied, by } = run;
  return {
    runId,
    trigger,
    checked,
    apply,
    applied,
    by,
    startedAt: startedAt.toISOString(),
    ...(finishedAt === undefined ? {} : { finishedAt: finishedAt.toISOString() }),
    ...(since === undefined ? {} : { since: since.toISOString() }),
    counts: FINDING_KINDS.flatMap((kind) => {
      const count = run.counts[kind];
      return count === undefined ? [] : [{ kind, count }];
    }),
    findings: run.findings.map((finding) => findingAnswer(tenantId, finding, isOpen(finding, run, lastWhole))),
  };
}

function findingAnswer(tenantId: string, { repair, ...finding }: Finding, open: boolean) {
  return { tenantId, ...finding, open, proposal: PROPOSALS[repair] };
}
