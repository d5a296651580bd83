import type { Availability, TimeOff } from '../domain/availability.ts';
import { averageRating, type Consultant, isBookable } from '../domain/consultant.ts';
import type { ExplainedDay } from '../domain/explain.ts';
import type { Limit, Limits } from '../domain/limits.ts';
import type { AnswerOf } from './types.ts';

/** A consultant's public profile. */
export function consultantAnswer(consultant: Omit<Consultant, 'availability'>): AnswerOf<'getConsultant'> {
  const { _id, name, headline, expertise, languages, sessionTypes, timezone, photoUrl, figures, version } = consultant;
  return {
    consultantId: _id,
    name,
    headline,
    expertise,
    languages,
    sessionTypes,
    timezone,
    photoUrl,
    version,
    rating: { average: averageRating(figures), count: figures.ratings },
    active: isBookable(consultant),
  };
}

/** The profile with where its sessions are held, which is for the consultant and admins: a link opens a room. */
export function ownProfileAnswer(consultant: Omit<Consultant, 'availability'>): AnswerOf<'getConsultant'> {
  const { meeting } = consultant;
  return { ...consultantAnswer(consultant), ...(meeting === undefined ? {} : { meeting }) };
}

/** An availability as it was written. */
export function availabilityAnswer(availability: Availability): AnswerOf<'getAvailability'> {
  const { timezone, weekly, overrides, timeOff, bufferBeforeMinutes, bufferAfterMinutes, version } = availability;
  const { minimumNoticeMinutes, horizonDays, horizonAvailableDays, horizonRange, limits } = availability;
  const { slotStepMinutes, slotOffsetMinutes } = availability;
  return {
    timezone,
    weekly,
    overrides,
    timeOff: timeOff.map(timeOffAnswer),
    bufferBeforeMinutes,
    bufferAfterMinutes,
    version,
    ...(minimumNoticeMinutes === undefined ? {} : { minimumNoticeMinutes }),
    ...(horizonDays === undefined ? {} : { horizonDays }),
    ...(horizonAvailableDays === undefined ? {} : { horizonAvailableDays }),
    ...(horizonRange === undefined ? {} : { horizonRange }),
    ...(slotStepMinutes === undefined ? {} : { slotStepMinutes }),
    ...(slotOffsetMinutes === undefined ? {} : { slotOffsetMinutes }),
    ...(limits === undefined ? {} : { limits: limitsAnswer(limits) }),
  };
}

export function timeOffAnswer({ timeOffId, from, to }: TimeOff) {
  return { timeOffId, from: from.toISOString(), to: to.toISOString() };
}

function limitsAnswer({ perDay, perWeek, perMonth }: Limits) {
  return {
    ...(perDay === undefined ? {} : { perDay: limitAnswer(perDay) }),
    ...(perWeek === undefined ? {} : { perWeek: limitAnswer(perWeek) }),
    ...(perMonth === undefined ? {} : { perMonth: limitAnswer(perMonth) }),
  };
}

function limitAnswer({ count, minutes }: Limit) {
  return { ...(count === undefined ? {} : { count }), ...(minutes === undefined ? {} : { minutes }) };
}

/** Days with the cuts that took their starts. */
export function explainAnswer(explained: { days: ExplainedDay[]; timezone: string }): AnswerOf<'explainSlots'> {
  const { timezone } = explained;
  const days = explained.days.map((day) => ({
    ...day,
    removed: day.removed.map(({ id, ...removal }) => ({ ...removal, ...(id === undefined ? {} : { id }) })),
  }));
  return { timezone, days };
}
