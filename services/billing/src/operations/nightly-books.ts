import { derivedId } from '@consult/runtime/ids';
import { putBackTurn, type ReconciliationTurn, takeTurn } from '../store/reconciliation-turns.ts';
import { findRun, insertRun } from '../store/reconciliations.ts';
import type { Deps } from './deps.ts';
import { carryOn, newRun } from './reconcile.ts';

/** Technical time from the beginning of one run to the next. */
export const NIGHTLY_EVERY_MS = 24 * 60 * 60_000;
/** A page asks Stripe about each of its transactions; who has not finished by then is taken to be dead. */
const LEASE_MS = 5 * 60_000;
/** After a page that could not be checked. */
const PAUSE_MS = 2 * 60_000;
/** What has changed within this time may still be on its way. */
const SETTLED_SECONDS = 300;

/**
 * Checks one page of the tenant whose turn it is, where its run stands. It finds and never mends. False when nobody's turn has
 * come. Throws what kept the page from being checked: it is tried again after a pause.
 */
export async function checkNightly(deps: Deps): Promise<boolean> {
  const now = deps.clock.wallNow();
  const turn = await takeTurn(deps.turns, now, after(now, LEASE_MS));
  if (turn === undefined) return false;
  try {
    const isOver = await checkNext(deps, turn);
    // The next one is not begun twice when this one took longer than a day.
    const dueAt = after(turn.dueAt, NIGHTLY_EVERY_MS);
    const next = dueAt > now ? dueAt : after(now, NIGHTLY_EVERY_MS);
    await putBackTurn(deps.turns, turn, isOver ? { dueAt: next, nextAt: next } : { nextAt: now });
    return true;
  } catch (error) {
    await putBackTurn(deps.turns, turn, { nextAt: after(now, PAUSE_MS) });
    throw error;
  }
}

async function checkNext(deps: Deps, { tenantId, dueAt }: ReconciliationTurn): Promise<boolean> {
  const runId = derivedId('nightly', tenantId, dueAt.toISOString());
  const begun = { _id: runId, tenantId, since: undefined, settledSeconds: SETTLED_SECONDS };
  const run =
    (await findRun(deps.runs, { tenantId, runId })) ??
    newRun({ ...begun, trigger: 'nightly', startedAt: deps.clock.wallNow(), by: 'system', apply: false });
  if (run.finishedAt !== undefined) return true;
  if (run.cursor === '' && run.checked === 0) await insertRun(deps.runs, run);
  return (await carryOn(deps, run)).nextCursor === '';
}

function after(instant: Date, ms: number): Date {
  return new Date(instant.getTime() + ms);
}
