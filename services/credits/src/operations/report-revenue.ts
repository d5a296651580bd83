import { type Caller, hasRole } from '@consult/runtime/caller';
import { refuse } from '@consult/runtime/errors';
import { Temporal } from 'temporal-polyfill';
import { elapsedWithin, type Span, unearnedAt } from '../domain/elapsed.ts';
import type { LotTerms } from '../domain/lot.ts';
import { earnedWithin, type OwedRow, owedAt, refundsOfUnlimited, unlimitedBefore } from '../store/revenue.ts';
import type { Deps } from './deps.ts';

/** A report is read by a person. */
const MONTHS_MAX = 36;
const MONTH_LENGTH = '2025-01'.length;

/** Minor units: by use, by expiry, and of unlimited lots by the time that went by. */
export interface RevenueRow {
  month: string;
  packageId: string;
  currency: string;
  usedMinor: number;
  breakageMinor: number;
  elapsedMinor: number;
}

/** What credits have earned within a span, and what is owed at its end. Refusals: forbidden, rule_refused (too many months, an unknown zone). */
export async function reportRevenue(
  deps: Pick<Deps, 'ledger'>,
  caller: Caller,
  input: Span & { timezone: string },
): Promise<{ rows: RevenueRow[]; deferred: OwedRow[] }> {
  const { tenantId } = caller;
  if (tenantId === '' || !hasRole(caller, 'admin', 'finance')) return refuse('forbidden');
  const months = monthsOf(input);
  const [earned, owed, unlimited] = await Promise.all([
    earnedWithin(deps.ledger, tenantId, input),
    owedAt(deps.ledger, tenantId, input.to),
    unlimitedBefore(deps.ledger, tenantId, input.to),
  ]);
  const lotIds = unlimited.map(({ lotId }) => lotId);
  const refunds = await refundsOfUnlimited(deps.ledger, tenantId, { lotIds, before: input.to });
  const rows = new Map<string, RevenueRow>();
  for (const { kind, recognisedMinor, ...at } of earned)
    add(rows, at, { [kind === 'used' || kind === 'used_reversed' ? 'usedMinor' : 'breakageMinor']: recognisedMinor });
  for (const lot of unlimited)
    for (const { month, ...span } of months)
      add(rows, { month, ...placeOf(lot) }, { elapsedMinor: elapsedWithin(lot, span, refunds.get(lot.lotId)) });
  const deferred = new Map<string, OwedRow>();
  const unearned = unlimited.map((lot) => ({
    ...placeOf(lot),
    deferredMinor: unearnedAt(lot, input.to, refunds.get(lot.lotId)),
  }));
  for (const { packageId, currency, deferredMinor } of [...owed, ...unearned]) {
    const key = `${packageId} ${currency}`;
    deferred.set(key, { packageId, currency, deferredMinor: deferredMinor + (deferred.get(key)?.deferredMinor ?? 0) });
  }
  return {
    rows: [...rows.values()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)),
    deferred: [...deferred.values()].filter(({ deferredMinor }) => deferredMinor !== 0),
  };
}

function placeOf({ packageId, currency }: LotTerms) {
  return { packageId, currency };
}

const keyOf = ({ month, packageId, currency }: Pick<RevenueRow, 'month' | 'packageId' | 'currency'>) =>
  `${month} ${packageId} ${currency}`;

function add(
  rows: Map<string, RevenueRow>,
  at: Pick<RevenueRow, 'month' | 'packageId' | 'currency'>,
  sums: Partial<RevenueRow>,
): void {
  const { usedMinor = 0, breakageMinor = 0, elapsedMinor = 0 } = sums;
  if (usedMinor === 0 && breakageMinor === 0 && elapsedMinor === 0) return;
  const { month, packageId, currency } = at;
  const row = rows.get(keyOf(at)) ?? { month, packageId, currency, usedMinor: 0, breakageMinor: 0, elapsedMinor: 0 };
  rows.set(keyOf(at), {
    ...row,
    usedMinor: row.usedMinor + usedMinor,
    breakageMinor: row.breakageMinor + breakageMinor,
    elapsedMinor: row.elapsedMinor + elapsedMinor,
  });
}

/** The months of a zone that a span touches, each cut to the span. */
function monthsOf({ from, to, timezone }: Span & { timezone: string }): (Span & { month: string })[] {
  const months: (Span & { month: string })[] = [];
  let begins = zoned(from, timezone);
  while (begins.epochMilliseconds < to.getTime()) {
    if (months.length === MONTHS_MAX)
      return refuse('rule_refused', { rule: 'span_too_long', maximumMonths: MONTHS_MAX });
    const next = begins.with({ day: 1 }).startOfDay().add({ months: 1 });
    months.push({
      month: begins.toPlainDate().toString().slice(0, MONTH_LENGTH),
      from: new Date(begins.epochMilliseconds),
      to: new Date(Math.min(next.epochMilliseconds, to.getTime())),
    });
    begins = next;
  }
  return months;
}

function zoned(instant: Date, timezone: string): Temporal.ZonedDateTime {
  try {
    return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timezone);
  } catch {
    return refuse('rule_refused', { rule: 'unknown_zone', timezone });
  }
}
