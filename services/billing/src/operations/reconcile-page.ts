import type { CheckedPage, ReconciliationRun } from '../domain/reconciliation-run.ts';
import type { Deps } from './deps.ts';
import { reconcileHolds, reconcileSessions } from './reconcile-sessions.ts';
import { reconcileLots, reconcileTransactions } from './reconcile-transactions.ts';

/** What is held against each other, of whom. */
export interface Compared {
  tenantId: string;
  since: Date | undefined;
  /** Technical time: what was written later may not have been heard of everywhere. */
  changedBefore: Date;
  /** Mends what can be mended without a person. */
  apply: boolean;
}

/** The sides of the books in their order; a cursor begins with the name of its side. */
const SIDES = [
  { name: 'transactions', check: reconcileTransactions },
  { name: 'lots', check: reconcileLots },
  { name: 'sessions', check: reconcileSessions },
  { name: 'holds', check: reconcileHolds },
] as const;

/**
 * Checks the page that a run stands at. What is mended is mended by the means of daily work: Stripe is asked again, an event is
 * told again, credits asks scheduling; each changes nothing where it was right. Refusals: dependency_unavailable.
 */
export async function reconcilePage(deps: Deps, run: ReconciliationRun): Promise<CheckedPage> {
  const { tenantId, since, apply, settledSeconds } = run;
  const changedBefore = new Date(deps.clock.wallNow().getTime() - settledSeconds * 1_000);
  const { index, place } = placeIn(run.cursor);
  const side = SIDES[index] ?? SIDES[0];
  const page = await side.check(deps, { tenantId, since, changedBefore, apply }, place);
  for (const { kind, subject, applied } of page.findings)
    deps.logger.warn({ tenantId, runId: run._id, kind, subject, applied }, 'reconciling found');
  if (page.nextCursor !== '') return { ...page, nextCursor: `${side.name}:${page.nextCursor}` };
  const next = SIDES[index + 1];
  return { ...page, nextCursor: next === undefined ? '' : `${next.name}:` };
}

function placeIn(cursor: string): { index: number; place: string } {
  const [name = '', ...rest] = cursor.split(':');
  const index = Math.max(
    0,
    SIDES.findIndex((side) => side.name === name),
  );
  return { index, place: rest.join(':') };
}
