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
const HttpsUrl = Type.String({ minLength: 8, maxLength: 2_000, pattern: '^https?://[^\\s]+$' });
const Lines = Type.Array(Line, { maxItems: 50 });

const MeetingInput = Type.Object(
  { kind: Type.Enum(['video', 'phone', 'in_person']), url: Type.Optional(HttpsUrl), location: Type.Optional(Line) },
  strict,
);

/** Body of POST /api/consultations. */
export const BookingInput = Type.Object(
  {
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
    quoteId: Type.Optional(Id),
    holdId: Type.Optional(Id),
    clientId: Type.Optional(Id),
  },
  strict,
);

export const ReasonInput = Type.Object(
  { reason: Type.Optional(Type.String({ maxLength: 1_000 })), quoteId: Type.Optional(Id) },
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
    overrides: Type.Optional(
      Type.Array(Type.Object({ date: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }), hours }, strict), {
        maxItems: 1_000,
      }),
    ),
    timeOff: Type.Optional(
      Type.Array(Type.Object({ from: InstantInput, to: InstantInput }, strict), { maxItems: 500 }),
    ),
    bufferBeforeMinutes: Type.Optional(Type.Integer({ minimum: 0, maximum: 720 })),
    bufferAfterMinutes: Type.Optional(Type.Integer({ minimum: 0, maximum: 720 })),
    minimumNoticeMinutes: Type.Optional(Type.Integer({ minimum: 0, maximum: 525_600 })),
    horizonDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 730 })),
    slotStepMinutes: Type.Optional(Type.Integer({ minimum: 5, maximum: 1_440 })),
  },
  strict,
);
