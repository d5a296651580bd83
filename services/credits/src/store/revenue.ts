import type { RefundedTo } from '../domain/elapsed.ts';
import type { LotTerms } from '../domain/lot.ts';
import type { Ledger } from './ledger.ts';

/** Money by month, package, currency and kind of movement; minor units. */
export interface EarnedRow {
  month: string;
  packageId: string;
  currency: string;
  kind: string;
  recognisedMinor: number;
}

export interface OwedRow {
  packageId: string;
  currency: string;
  deferredMinor: number;
}

/** What movements of a span have recognised; `timezone` says whose months. */
export async function earnedWithin(
  ledger: Ledger,
  tenantId: string,
  span: { from: Date; to: Date; timezone: string },
): Promise<EarnedRow[]> {
  const { from, to, timezone } = span;
  const month = { $dateToString: { date: '$at', format: '%Y-%m', timezone } };
  return ledger.aggregate<EarnedRow>([
    { $match: { tenantId, at: { $gte: from, $lt: to }, deferredMinor: { $exists: true } } },
    {
      $group: {
        _id: { month, packageId: '$packageId', currency: '$currency', kind: '$kind' },
        recognisedMinor: { $sum: '$recognisedMinor' },
      },
    },
    { $match: { recognisedMinor: { $ne: 0 } } },
    { $replaceRoot: { newRoot: { $mergeObjects: ['$_id', { recognisedMinor: '$recognisedMinor' }] } } },
  ]);
}

/** What is owed at an instant: all that was ever deferred, less what has been earned or revoked since. */
export async function owedAt(ledger: Ledger, tenantId: string, at: Date): Promise<OwedRow[]> {
  return ledger.aggregate<OwedRow>([
    { $match: { tenantId, at: { $lt: at }, deferredMinor: { $exists: true } } },
    {
      $group: {
        _id: { packageId: '$packageId', currency: '$currency' },
        deferredMinor: { $sum: '$deferredMinor' },
      },
    },
    { $match: { deferredMinor: { $ne: 0 } } },
    { $replaceRoot: { newRoot: { $mergeObjects: ['$_id', { deferredMinor: '$deferredMinor' }] } } },
  ]);
}

/** Paid unlimited lots granted before an instant. */
export async function unlimitedBefore(ledger: Ledger, tenantId: string, at: Date): Promise<LotTerms[]> {
  const rows = await ledger
    .find({ tenantId, at: { $lt: at }, 'terms.unlimited': true }, { terms: 1 })
    .lean<{ terms: LotTerms }[]>();
  return rows.map(({ terms }) => terms).filter(({ paidMinor }) => paidMinor > 0);
}

/** What has gone back of unlimited lots before an instant, by lot, in the order in which it happened. */
export async function refundsOfUnlimited(
  ledger: Ledger,
  tenantId: string,
  { lotIds, before }: { lotIds: readonly string[]; before: Date },
): Promise<ReadonlyMap<string, RefundedTo[]>> {
  if (lotIds.length === 0) return new Map();
  // `$gt` says that the partial index is enough.
  const rows = await ledger
    .find({ tenantId, lotId: { $in: [...lotIds], $gt: '' }, refundedMinor: { $exists: true }, at: { $lt: before } })
    .sort({ sequence: 1 })
    .lean<(RefundedTo & { lotId: string })[]>();
  const byLot = new Map<string, RefundedTo[]>();
  for (const { lotId, at, refundedMinor } of rows)
    byLot.set(lotId, [...(byLot.get(lotId) ?? []), { at, refundedMinor }]);
  return byLot;
}
