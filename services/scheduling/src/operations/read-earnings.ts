import type { Caller } from '@consult/runtime/caller';
import type { TimePage } from '@consult/runtime/paging';
import { refuse } from '@consult/runtime/errors';
import { monthSpan } from '../domain/months.ts';
import { earningsByMonth, type MonthRow, statementLines, type StatementRow } from '../store/earnings.ts';
import { personNames } from '../store/projections.ts';
import { staffOrOwnConsultant } from './access.ts';
import type { Deps } from './deps.ts';
import { requireRange } from './require-range.ts';

/** How much time one question may span. */
const EARNINGS_RANGE_MAX_DAYS = 366;

/** A line with the name of whose session it was; empty where it is not known. */
export type NamedLine = StatementRow & { clientName: string };

/**
 * What a consultant earned in `[from, to)`, by month of their zone and currency. For themselves, admins and finance.
 * Refusals: forbidden, not_found, rule_refused (range).
 */
export async function sumEarnings(
  deps: Pick<Deps, 'consultations' | 'consultants'>,
  caller: Caller,
  asked: { consultantId: string; from: Date; to: Date },
): Promise<{ timezone: string; months: MonthRow[] }> {
  const { consultantId, from, to } = asked;
  const { timezone } = await staffOrOwnConsultant(deps, caller, consultantId);
  requireRange(asked, EARNINGS_RANGE_MAX_DAYS);
  const span = { tenantId: caller.tenantId, consultantId, from, to };
  return { timezone, months: await earningsByMonth(deps.consultations, span, timezone) };
}

/** A page of a month's lines, oldest first. Refusals: forbidden, not_found, invalid_request (month). */
export async function readStatement(
  deps: Pick<Deps, 'consultations' | 'consultants' | 'people'>,
  caller: Caller,
  asked: { consultantId: string; month: string },
  page: TimePage,
): Promise<{ timezone: string; lines: NamedLine[] }> {
  const { tenantId } = caller;
  const { consultantId, month } = asked;
  const { timezone } = await staffOrOwnConsultant(deps, caller, consultantId);
  const span = monthSpan(month, timezone);
  if (span === undefined)
    return refuse('invalid_request', {
      errors: [{ pointer: '/month', code: 'unknown_month', message: 'is no month' }],
    });
  const rows = await statementLines(deps.consultations, { tenantId, consultantId, ...span }, page);
  const names = await personNames(deps.people, tenantId, [...new Set(rows.map(({ clientId }) => clientId))]);
  return { timezone, lines: rows.map((row) => ({ ...row, clientName: names.get(row.clientId) ?? '' })) };
}
