import Type from 'typebox';
import { defineEvent } from '../envelope.ts';
import { Count, Id, Instant, SESSION_TYPES } from '../primitives.ts';

export const Meeting = Type.Object({
  kind: Type.Enum(['video', 'phone', 'in_person']),
  url: Type.Optional(Type.String()),
  location: Type.Optional(Type.String()),
});

/** What every consultation event tells: enough for mails, invites and the credit's movement, so that nobody calls back. */
const consultation = {
  /** Scheduling's internal id: the first part of every movement id in credits. */
  bookingId: Id,
  consultationId: Id,
  /** Grows with each reschedule; reservation = bookingId + revision. */
  revision: Count,
  clientId: Id,
  consultantId: Id,
  consultantName: Type.String(),
  title: Type.String(),
  description: Type.String(),
  type: Type.Enum(SESSION_TYPES),
  scheduledStart: Instant,
  scheduledEnd: Instant,
  timezone: Type.String(),
  meeting: Meeting,
  method: Type.Enum(['credits', 'unlimited', 'free_trial']),
  credits: Count,
  lotId: Type.Optional(Id),
};
const actor = { by: Type.Enum(['client', 'consultant', 'admin', 'system']), reason: Type.String() };
/** Decided by scheduling when the move was made; credits carries it out. */
const creditEffect = Type.Enum(['return', 'use', 'none']);

export const ConsultationScheduled = defineEvent('scheduling.ConsultationScheduled.v1', Type.Object(consultation));
/** Moved in place: `revision` is the new one, which took over from `previous`. */
export const ConsultationRescheduled = defineEvent(
  'scheduling.ConsultationRescheduled.v1',
  Type.Object({
    ...consultation,
    ...actor,
    previous: Type.Object({ revision: Count, scheduledStart: Instant, scheduledEnd: Instant }),
  }),
);
export const ConsultationConfirmed = defineEvent(
  'scheduling.ConsultationConfirmed.v1',
  Type.Object({ ...consultation, ...actor }),
);
export const ConsultationStarted = defineEvent(
  'scheduling.ConsultationStarted.v1',
  Type.Object({ ...consultation, actualStart: Instant }),
);
export const ConsultationCompleted = defineEvent(
  'scheduling.ConsultationCompleted.v1',
  Type.Object({
    ...consultation,
    actualStart: Instant,
    actualEnd: Instant,
    overallStatus: Type.Enum(['successful', 'partially_successful', 'unsuccessful']),
    autoClosed: Type.Boolean(),
  }),
);
export const ConsultationCancelled = defineEvent(
  'scheduling.ConsultationCancelled.v1',
  Type.Object({ ...consultation, ...actor, creditEffect }),
);
export const ConsultationNoShow = defineEvent(
  'scheduling.ConsultationNoShow.v1',
  Type.Object({ ...consultation, ...actor, who: Type.Enum(['client', 'consultant']), creditEffect }),
);
/** Who was said not to have come says otherwise; an admin settles it. */
export const ConsultationNoShowDisputed = defineEvent(
  'scheduling.ConsultationNoShowDisputed.v1',
  Type.Object({ ...consultation, ...actor, who: Type.Enum(['client', 'consultant']) }),
);
/** An admin settled a dispute or overrode what happened. `creditEffect`: a used credit goes back, or nothing moves. */
export const ConsultationResolved = defineEvent(
  'scheduling.ConsultationResolved.v1',
  Type.Object({
    ...consultation,
    ...actor,
    state: Type.Enum(['completed', 'cancelled', 'no_show']),
    /** Where the credit is now. */
    credit: Type.Enum(['return', 'use']),
    creditEffect: Type.Enum(['return', 'none']),
    /** Of the consultant's full earning. */
    earningPercent: Type.Integer({ minimum: 0, maximum: 100 }),
  }),
);
/** Credits arrived for a slot that was held while they were paid, and it could not be had any more: the client keeps them. */
export const SlotHoldLapsed = defineEvent(
  'scheduling.SlotHoldLapsed.v1',
  Type.Object({
    holdId: Id,
    clientId: Id,
    consultantId: Id,
    consultantName: Type.String(),
    title: Type.String(),
    type: Type.Enum(SESSION_TYPES),
    scheduledStart: Instant,
    scheduledEnd: Instant,
    reason: Type.Enum(['slot_taken', 'credits_required', 'unavailable']),
  }),
);
export const FeedbackSubmitted = defineEvent(
  'scheduling.FeedbackSubmitted.v1',
  Type.Object({
    bookingId: Id,
    consultationId: Id,
    consultantId: Id,
    clientId: Id,
    by: Type.Enum(['client', 'consultant']),
    rating: Type.Optional(Type.Integer({ minimum: 1, maximum: 5 })),
  }),
);
