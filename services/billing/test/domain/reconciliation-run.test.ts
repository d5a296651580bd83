import { describe, expect, test } from '@jest/globals';
import type { Finding, FindingKind } from '../../src/domain/reconcile.ts';
import { isOpen, leftOpen, type ReconciliationRun, withPage } from '../../src/domain/reconciliation-run.ts';

const at = (hour: number) => new Date(Date.UTC(2025, 0, 1, hour));
const finding = (kind: FindingKind, subject: string, applied = false): Finding => ({
  kind,
  subject,
  applied,
  detail: '',
  repair: 'by_hand',
});
const run = (startedAt: Date, findings: Finding[] = []): ReconciliationRun => {
  const empty: ReconciliationRun = {
    _id: `run-${startedAt.getTime()}`,
    tenantId: '100001',
    trigger: 'nightly',
    startedAt,
    by: 'system',
    settledSeconds: 300,
    apply: false,
    cursor: '',
    checked: 0,
    counts: {},
    findings: [],
    applied: 0,
    version: 1,
  };
  return withPage(empty, { checked: findings.length, findings, nextCursor: '' }, startedAt);
};

describe('a run', () => {
  test('adds its pages up, and ends with the last', () => {
    const begun = { ...run(at(1)), finishedAt: undefined };
    const half = withPage(
      begun,
      { checked: 25, findings: [finding('use_unheard', 'b', true)], nextCursor: 'lots:' },
      at(2),
    );
    expect(half).toMatchObject({ cursor: 'lots:', checked: 25, applied: 1, counts: { use_unheard: 1 } });
    expect(half.finishedAt).toBeUndefined();
    const whole = withPage(half, { checked: 3, findings: [finding('use_unheard', 'c')], nextCursor: '' }, at(3));
    expect(whole).toMatchObject({ cursor: '', checked: 28, applied: 1, counts: { use_unheard: 2 }, finishedAt: at(3) });
    expect(leftOpen(whole)).toBe(1);
  });

  test('keeps the most serious hundred, and counts them all', () => {
    const many = Array.from({ length: 150 }, (_, index) => finding('return_unheard', `b${index}`));
    const kept = run(at(1), [...many, finding('unpaid_at_stripe', 'TXN')]);
    expect(kept.findings).toHaveLength(100);
    expect(kept.findings[0]).toMatchObject({ kind: 'unpaid_at_stripe' });
    expect(kept.counts).toEqual({ return_unheard: 150, unpaid_at_stripe: 1 });
    expect(leftOpen(kept)).toBe(151);
  });
});

describe('a finding is open', () => {
  const old = finding('paid_without_grant', 'TXN-1');
  test('until it was mended, or a later whole run does not find it any more', () => {
    const found = run(at(1), [old]);
    expect(isOpen(old, found, undefined)).toBe(true);
    expect(isOpen(old, found, found)).toBe(true);
    expect(isOpen({ ...old, applied: true }, found, undefined)).toBe(false);
    expect(isOpen(old, found, run(at(2)))).toBe(false);
    expect(isOpen(old, found, run(at(2), [old]))).toBe(true);
    expect(isOpen(old, found, run(at(2), [{ ...old, applied: true }]))).toBe(false);
    expect(isOpen(old, found, run(at(2), [finding('paid_without_grant', 'TXN-2')]))).toBe(false);
  });
  test('as long as the later run found more than it kept', () => {
    const many = Array.from({ length: 101 }, (_, index) => finding('unpaid_at_stripe', `TXN-9${index}`));
    expect(isOpen(old, run(at(1), [old]), run(at(2), many))).toBe(true);
  });
  test('whatever an earlier run says', () => {
    expect(isOpen(old, run(at(3), [old]), run(at(2)))).toBe(true);
  });
});
