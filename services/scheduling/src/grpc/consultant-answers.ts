import type { Availability } from '../domain/availability.ts';
import { averageRating, type Consultant, isBookable } from '../domain/consultant.ts';
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

/** An availability as it was written. */
export function availabilityAnswer(availability: Availability): AnswerOf<'getAvailability'> {
  const { timeOff, minimumNoticeMinutes, horizonDays, slotStepMinutes, ...rest } = availability;
  return {
    ...rest,
    timeOff: timeOff.map(({ timeOffId, from, to }) => ({ timeOffId, from: from.toISOString(), to: to.toISOString() })),
    ...(minimumNoticeMinutes === undefined ? {} : { minimumNoticeMinutes }),
    ...(horizonDays === undefined ? {} : { horizonDays }),
    ...(slotStepMinutes === undefined ? {} : { slotStepMinutes }),
  };
}
