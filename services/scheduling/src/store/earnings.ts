import type { TimePage } from '@consult/runtime/paging';
import type { Details, Billing } from '../domain/consultation.ts';
import type { Earning } from '../domain/earnings.ts';
import type { Consultations } from './consultation-document.ts';

export interface EarningSpan {
  tenantId: string;
  consultantId: string;
  /** Business time of the lines, half-open. */
  from: Date;
  to: Date;
}
export interface MonthRow {
  month: string;
  currency: string;
  amountMinor: number;
  sessions: number;
}
/** A line of a statement: what a session earned, and which session that is. */
export interface StatementRow {
  earning: Earning;
  consultationId: string;
  clientId: string;
  details: Pick<Details, 'title'>;
  scheduledStart: Date;
  billing: Billing;
}

/** What these lines come to by month (of the zone) and currency, in order. */
export async function earningsByMonth(
  consultations: Consultations,
  span: EarningSpan,
  timezone: string,
): Promise<MonthRow[]> {
  return consultations.aggregate<MonthRow>([
    ...linesWithin(span),
    {
      $group: {
        _id: {
          month: { $dateToString: { date: '$earnings.at', format: '%Y-%m', timezone } },
          currency: '$earnings.currency',
        },
        amountMinor: { $sum: '$earnings.amountMinor' },
        sessionIds: { $addToSet: '$_id' },
      },
    },
    { $sort: { _id: 1 } },
    {
      $project: {
        _id: 0,
        month: '$_id.month',
        currency: '$_id.currency',
        amountMinor: 1,
        sessions: { $size: '$sessionIds' },
      },
    },
  ]);
}

/** Lines of a statement, oldest first, at most `limit` after `place`. What it reads is bounded by the span, not by history. */
export async function statementLines(
  consultations: Consultations,
  span: EarningSpan,
  page: TimePage,
): Promise<StatementRow[]> {
  const { place, limit } = page;
  const later = place === undefined ? span : { ...span, from: place.at > span.from ? place.at : span.from };
  return consultations.aggregate<StatementRow>([
    ...linesWithin(later),
    ...(place === undefined
      ? []
      : [{ $match: { $or: [{ 'earnings.at': { $gt: place.at } }, { 'earnings.id': { $gt: place._id } }] } }]),
    { $sort: { 'earnings.at': 1, 'earnings.id': 1 } },
    { $limit: limit },
    {
      $project: {
        _id: 0,
        earning: '$earnings',
        consultationId: 1,
        clientId: 1,
        'details.title': 1,
        scheduledStart: 1,
        billing: 1,
      },
    },
  ]);
}

function linesWithin({ tenantId, consultantId, from, to }: EarningSpan) {
  const at = { $gte: from, $lt: to };
  return [
    // The second part says no more than the first, but in words by which the partial index is known to be enough.
    { $match: { tenantId, consultantId, earnings: { $elemMatch: { at } }, 'earnings.at': { $exists: true } } },
    { $unwind: '$earnings' },
    { $match: { 'earnings.at': at } },
  ];
}
