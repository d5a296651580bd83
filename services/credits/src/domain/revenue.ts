import type { Lot, LotTerms } from './lot.ts';

/** What a lot was paid with, by what has become of it; minor units. */
interface Value {
  /** Earned: its credits were used or have lapsed. */
  recognisedMinor: number;
  /** Owed: its credits may still be used. */
  deferredMinor: number;
}

/** A change of it, and what a report counts it under. */
interface ValueMoved extends Value {
  packageId: string;
  currency: string;
}

/** ⌊paid · k ÷ total⌋: what the first k credits that leave a lot recognise in all (SPEC, fine print 11). */
export function recognisedBy({ paidMinor, credits }: Pick<LotTerms, 'paidMinor' | 'credits'>, k: number): number {
  return credits === 0 ? 0 : Number((BigInt(paidMinor) * BigInt(Math.min(k, credits))) / BigInt(credits));
}

/** Of unlimited lots nothing: theirs is recognised as time goes by. */
export function valueOf(lot: Lot): Value {
  if (lot.unlimited) return { recognisedMinor: 0, deferredMinor: 0 };
  const gone = lot.used + lot.expired;
  const recognisedMinor = recognisedBy(lot, gone);
  const deferredMinor = recognisedBy(lot, gone + lot.remaining + lot.reserved + lot.held) - recognisedMinor;
  return { recognisedMinor, deferredMinor };
}

/** What a movement recognises and defers; what goes on into a later period takes its deferred value along, unrecognised. */
export function valueMoved(before: Lot, after: Lot, kind: string): Partial<ValueMoved> {
  if (before.paidMinor === 0) return {};
  const [from, to] = [valueOf(before), valueOf(after)];
  const recognisedMinor = kind === 'rolled_over' ? 0 : to.recognisedMinor - from.recognisedMinor;
  const deferredMinor = to.deferredMinor - from.deferredMinor;
  if (recognisedMinor === 0 && deferredMinor === 0) return {};
  return { recognisedMinor, deferredMinor, packageId: after.packageId, currency: after.currency };
}
