import Type from 'typebox';
import { Id, Line, Prose, SESSION_TYPES, Zone } from '../primitives.ts';
import { Email } from './identity.ts';

const strict = { additionalProperties: false } as const;
/** ISO 8601 instant with offset, or a date alone (00:00Z). */
export const InstantInput = Type.String({
  minLength: 10,
  maxLength: 40,
  pattern: '^\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?(Z|[+-]\\d{2}:\\d{2}))?$',
});
export const HttpsUrl = Type.String({ minLength: 8, maxLength: 2_000, pattern: '^https?://[^\\s]+$' });
const Lines = Type.Array(Line, { maxItems: 50 });

const MeetingInput = Type.Object(
  { kind: Type.Enum(['video', 'phone', 'in_person']), url: Type.Optional(HttpsUrl), location: Type.Optional(Line) },
  strict,
);

/** What is to be booked. */
const booking = {
  consultantId: Id,
  title: Line,
  type: Type.Enum(SESSION_TYPES),
  scheduledStart: InstantInput,
  scheduledEnd: Type.Optional(InstantInput),
  durationMinutes: Type.Optional(Type.Integer({ minimum: 5, maximum: 1_440 })),
  objectives: Type.Optional(Lines),
  description: Type.Optional(Prose),
  agenda: Type.Optional(Lines),
  timezone: Type.Optional(Zone),
  meeting: Type.Optional(MeetingInput),
  useFreeTrial: Type.Optional(Type.Boolean()),
};
/** Body of POST /api/consultations. */
export const BookingInput = Type.Object(
  {
    ...booking,
    quoteId: Type.Optional(Id),
    holdId: Type.Optional(Id),
    clientId: Type.Optional(Id),
  },
  strict,
);
/** Body of POST /api/quotes/booking. */
export const BookingQuoteInput = Type.Object(
  { ...booking, clientId: Type.Optional(Id), holdId: Type.Optional(Id) },
  strict,
);
/** Body of POST /api/slots/hold: for oneself. */
export const HoldInput = Type.Object(booking, strict);

/** Body of confirm, decline and start. */
export const ReasonInput = Type.Object({ reason: Type.Optional(Type.String({ maxLength: 1_000 })) }, strict);
/** Body of POST …/cancel. */
export const CancelInput = Type.Object(
  { reason: Type.Optional(Type.String({ maxLength: 1_000 })), quoteId: Type.Optional(Id) },
  strict,
);
/** Body of POST …/reschedule. */
export const RescheduleInput = Type.Object(
  {
    scheduledStart: InstantInput,
    scheduledEnd: InstantInput,
    reason: Type.Optional(Type.String({ maxLength: 1_000 })),
    quoteId: Type.Optional(Id),
  },
  strict,
);
/** Body of POST /api/quotes/cancellation. */
export const CancellationQuoteInput = Type.Object({ consultationId: Id }, strict);
/** Body of POST /api/quotes/reschedule. */
export const RescheduleQuoteInput = Type.Object(
  { consultationId: Id, scheduledStart: InstantInput, scheduledEnd: InstantInput },
  strict,
);
export const NoShowInput = Type.Object(
  { who: Type.Enum(['client', 'consultant']), reason: Type.Optional(Type.String({ maxLength: 1_000 })) },
  strict,
);

const deliverable = {
  title: Line,
  description: Type.Optional(Prose),
  fileUrl: Type.Optional(HttpsUrl),
  url: Type.Optional(HttpsUrl),
};
const STATUSES = ['successful', 'partially_successful', 'unsuccessful'] as const;

/** Body of POST …/complete; `status` for `overallStatus` and `url` for `fileUrl` are accepted, as the source document writes them. */
export const CompleteInput = Type.Object(
  {
    summary: Type.String({ minLength: 1, maxLength: 10_000 }),
    overallStatus: Type.Optional(Type.Enum(STATUSES)),
    status: Type.Optional(Type.Enum(STATUSES)),
    metrics: Type.Optional(
      Type.Object(
        {
          goalsAchieved: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000 })),
          issuesResolved: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000 })),
        },
        strict,
      ),
    ),
    nextSteps: Type.Optional(Lines),
    deliverables: Type.Optional(Type.Array(Type.Object(deliverable, strict), { maxItems: 50 })),
  },
  strict,
);
export const ClientFeedbackInput = Type.Object(
  { rating: Type.Integer({ minimum: 1, maximum: 5 }), comments: Type.Optional(Prose) },
  strict,
);
export const ConsultantFeedbackInput = Type.Object(
  { clientEngagement: Type.Enum(['highly_engaged', 'engaged', 'neutral', 'disengaged']), notes: Type.Optional(Prose) },
  strict,
);

const profile = {
  headline: Type.Optional(Type.String({ maxLength: 200 })),
  expertise: Type.Optional(Lines),
  languages: Type.Optional(Lines),
  sessionTypes: Type.Optional(Type.Array(Type.Enum(SESSION_TYPES), { maxItems: SESSION_TYPES.length })),
  timezone: Type.Optional(Zone),
  photoUrl: Type.Optional(HttpsUrl),
  /** Where sessions are held unless a booking says otherwise. */
  meeting: Type.Optional(MeetingInput),
};
/** Body of POST /api/admin/consultants: the person is invited first. */
export const ConsultantInput = Type.Object({ name: Line, email: Email, ...profile }, strict);
export const ConsultantPatch = Type.Object(
  { name: Type.Optional(Line), active: Type.Optional(Type.Boolean()), ...profile },
  { ...strict, minProperties: 1 },
);
export type ConsultantPatch = Type.Static<typeof ConsultantPatch>;

const WallTime = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$|^24:00$' });
const hours = Type.Array(Type.Object({ from: WallTime, to: WallTime }, strict), { maxItems: 24 });
/** A calendar day in the consultant's zone. */
export const LocalDate = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
/** Body of POST /api/consultants/:id/overrides: the hours that begin on a date, in place of the weekday's; none: closed. */
export const OverrideInput = Type.Object({ date: LocalDate, hours }, strict);
/** Body of POST /api/consultants/:id/time-off. */
export const TimeOffInput = Type.Object({ from: InstantInput, to: InstantInput }, strict);
export const OVERRIDES_MAX = 1_000;
export const TIME_OFF_MAX = 500;

/** At most so many sessions, and so many minutes of them. */
const limit = (minutesMaximum: number) =>
  Type.Optional(
    Type.Object(
      {
        count: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000 })),
        minutes: Type.Optional(Type.Integer({ minimum: 5, maximum: minutesMaximum })),
      },
      { ...strict, minProperties: 1 },
    ),
  );
/** Body of PUT /api/consultants/:id/availability. */
export const AvailabilityInput = Type.Object(
  {
    timezone: Zone,
    weekly: Type.Array(
      Type.Object(
        { weekday: Type.Enum(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']), hours },
        strict,
      ),
      { maxItems: 7 },
    ),
    overrides: Type.Optional(Type.Array(OverrideInput, { maxItems: OVERRIDES_MAX })),
    timeOff: Type.Optional(Type.Array(TimeOffInput, { maxItems: TIME_OFF_MAX })),
    bufferBeforeMinutes: Type.Optional(Type.Integer({ minimum: 0, maximum: 720 })),
    bufferAfterMinutes: Type.Optional(Type.Integer({ minimum: 0, maximum: 720 })),
    minimumNoticeMinutes: Type.Optional(Type.Integer({ minimum: 0, maximum: 525_600 })),
    horizonDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 730 })),
    horizonRange: Type.Optional(Type.Object({ from: LocalDate, to: LocalDate }, strict)),
    horizonAvailableDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 365 })),
    slotStepMinutes: Type.Optional(Type.Integer({ minimum: 5, maximum: 1_440 })),
    slotOffsetMinutes: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_435 })),
    limits: Type.Optional(
      Type.Object(
        { perDay: limit(1_440), perWeek: limit(10_080), perMonth: limit(44_640) },
        { ...strict, minProperties: 1 },
      ),
    ),
  },
  strict,
);
