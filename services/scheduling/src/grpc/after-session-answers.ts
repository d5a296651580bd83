import { averageRating, type Figures } from '../domain/consultant.ts';
import type { Consultation } from '../domain/consultation.ts';
import { eventIdOf } from '../operations/consultation-events.ts';
import type { NamedLine } from '../operations/read-earnings.ts';
import type { RangeMetrics } from '../operations/read-metrics.ts';
import { billingView, resolutionAnswer } from './consultation-answers.ts';
import type { AnswerOf } from './types.ts';

const RATE_DECIMALS = 4;

export function statementLine(line: NamedLine): NonNullable<AnswerOf<'listStatement'>['lines']>[number] {
  const { earning, consultationId, scheduledStart, clientName, details, billing } = line;
  const { id: earningId, at, amountMinor, currency, kind, reason } = earning;
  const { method, credits, unitPriceMinor } = billing;
  return {
    earningId,
    at: at.toISOString(),
    consultationId,
    scheduledStart: scheduledStart.toISOString(),
    clientName,
    title: details.title,
    method,
    credits,
    unitPriceMinor,
    amountMinor,
    currency,
    kind,
    reason,
  };
}

/** Rates are shares of one, to four decimals; absent where there is nothing to take them of. */
export function metricsAnswer(metrics: RangeMetrics): AnswerOf<'getMetrics'> {
  const { clientNoShows, consultantNoShows, cancellations, bookedMinutes, openMinutes, lifetime } = metrics;
  const utilisation = share(bookedMinutes, openMinutes);
  return {
    ...figuresAnswer(metrics),
    clientNoShows,
    consultantNoShows,
    cancellations,
    bookedMinutes,
    openMinutes,
    ...(utilisation === undefined ? {} : { utilisation }),
    lifetime: figuresAnswer(lifetime),
  };
}

function figuresAnswer(figures: Figures) {
  const { completed, minutes, onTime, ratings } = figures;
  const onTimeRate = share(onTime, completed);
  return {
    sessions: completed,
    hours: rounded(minutes / 60),
    ...(onTimeRate === undefined ? {} : { onTimeRate }),
    rating: { average: averageRating(figures), count: ratings },
  };
}

/** Scheduling's part of the trail: each step with the event that told of it. Amounts of earnings are for staff. */
export function trailAnswer(consultation: Consultation, asStaff: boolean): AnswerOf<'getTrail'> {
  const { _id: bookingId, consultationId, revision, clientId, history, resolution, earnings = [] } = consultation;
  return {
    consultationId,
    bookingId,
    revision,
    clientId,
    billing: billingView(consultation),
    steps: history.map(({ at, move, from, to, actor, reason, version }) => ({
      at: at.toISOString(),
      move,
      from,
      to,
      actor,
      reason,
      ...(version === undefined ? {} : { eventId: eventIdOf(bookingId, version) }),
    })),
    ...(resolution === undefined ? {} : { resolution: resolutionAnswer(resolution, asStaff) }),
    earnings: earnings.map(({ id, at, kind, amountMinor, currency, reason }) => ({
      earningId: id,
      at: at.toISOString(),
      kind,
      reason,
      ...(asStaff ? { amountMinor, currency } : {}),
    })),
  };
}

/** What the last completed session of the same two people ended with, to go on from. */
export function previousAnswer(
  previous: Pick<Consultation, 'consultationId' | 'scheduledEnd' | 'actualEnd' | 'outcomes'> | undefined,
): Pick<AnswerOf<'getConsultation'>, 'previousNextSteps'> {
  if (previous === undefined) return {};
  const { consultationId, scheduledEnd, actualEnd, outcomes } = previous;
  const completedAt = (actualEnd ?? scheduledEnd).toISOString();
  return { previousNextSteps: { consultationId, completedAt, nextSteps: outcomes?.nextSteps ?? [] } };
}

function share(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : rounded(part / whole);
}

function rounded(value: number): number {
  return Number(value.toFixed(RATE_DECIMALS));
}
