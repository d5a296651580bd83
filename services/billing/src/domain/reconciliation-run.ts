import { FINDING_KINDS, type Finding, type FindingKind } from './reconcile.ts';

/** Findings a run keeps; of the others it knows how many there were. */
const FINDINGS_KEPT_MAX = 100;

/** The books held against each other once: as far as it got, and what it found. */
export interface ReconciliationRun {
  /** The run's id. */
  _id: string;
  tenantId: string;
  trigger: 'nightly' | 'by_hand';
  /** Technical time. */
  startedAt: Date;
  /** Absent: it goes on at `cursor`. */
  finishedAt?: Date | undefined;
  /** Business time: only what was created since; absent: everything. */
  since?: Date | undefined;
  /** What has changed within so many seconds of technical time is left out. */
  settledSeconds: number;
  apply: boolean;
  /** Who asked; `system`: nobody. */
  by: string;
  cursor: string;
  checked: number;
  /** All that was found, mended or not. */
  counts: Partial<Record<FindingKind, number>>;
  /** The most serious first. */
  findings: Finding[];
  applied: number;
  version: number;
}

export interface CheckedPage {
  checked: number;
  findings: Finding[];
  /** Empty: this was the last page. */
  nextCursor: string;
}

/** The run with one more page; `at` is technical time. */
export function withPage(run: ReconciliationRun, page: CheckedPage, at: Date): ReconciliationRun {
  const counts = { ...run.counts };
  for (const { kind } of page.findings) counts[kind] = (counts[kind] ?? 0) + 1;
  const all = [...run.findings, ...page.findings];
  // A stable sort: of one kind the first found stay.
  const findings = all.toSorted((a, b) => seriousness(a) - seriousness(b)).slice(0, FINDINGS_KEPT_MAX);
  return {
    ...run,
    counts,
    findings,
    cursor: page.nextCursor,
    checked: run.checked + page.checked,
    applied: run.applied + page.findings.filter(({ applied }) => applied).length,
    version: run.version + 1,
    ...(page.nextCursor === '' ? { finishedAt: at } : {}),
  };
}

function seriousness({ kind }: Finding): number {
  return FINDING_KINDS.indexOf(kind);
}

/** How many it found and did not mend. */
export function leftOpen(run: ReconciliationRun): number {
  return Object.values(run.counts).reduce((sum, count) => sum + count, 0) - run.applied;
}

/** Whether a finding of `run` is still as it was, as far as the last whole run (undefined: there was none) can tell. */
export function isOpen(finding: Finding, run: ReconciliationRun, lastWhole: ReconciliationRun | undefined): boolean {
  if (finding.applied) return false;
  if (lastWhole === undefined || lastWhole.startedAt <= run.startedAt) return true;
  const total = Object.values(lastWhole.counts).reduce((sum, count) => sum + count, 0);
  // It found more than it kept: that one is not among them says nothing.
  if (total > lastWhole.findings.length) return true;
  return lastWhole.findings.some(
    ({ kind, subject, applied }) => kind === finding.kind && subject === finding.subject && !applied,
  );
}
