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
