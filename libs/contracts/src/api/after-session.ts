import Type from 'typebox';
import { Line, Prose } from '../primitives.ts';
import { HttpsUrl, InstantInput } from './scheduling.ts';

const strict = { additionalProperties: false } as const;

/** Where a consultation can stand. */
export const CONSULTATION_STATES = [
  'scheduled',
  'confirmed',
  'in_progress',
  'completed',
  'cancelled',
  'no_show',
] as const;

/** Body of POST …/dispute-no-show. */
export const DisputeInput = Type.Object({ reason: Type.String({ minLength: 1, maxLength: 1_000 }) }, strict);

/** Body of POST …/resolve: an admin's word on a session that is over. The reason stands in the client's ledger too. */
export const ResolveInput = Type.Object(
  {
    credit: Type.Enum(['return', 'use']),
    earningPercent: Type.Integer({ minimum: 0, maximum: 100 }),
    reason: Type.String({ minLength: 1, maxLength: 200 }),
  },
  strict,
);

const deliverable = {
  description: Type.Optional(Prose),
  fileUrl: Type.Optional(HttpsUrl),
  dueDate: Type.Optional(InstantInput),
};
/** Body of POST …/deliverables; without a file it is still to come. `url` is accepted for `fileUrl`. */
export const DeliverableInput = Type.Object({ title: Line, url: Type.Optional(HttpsUrl), ...deliverable }, strict);
/** What PATCH …/deliverables/:id may change; a file makes it delivered. */
export const DeliverablePatch = Type.Object(
  { title: Type.Optional(Line), ...deliverable },
  { ...strict, minProperties: 1 },
);
export type DeliverablePatch = Type.Static<typeof DeliverablePatch>;
/** The body: under either name of the file. */
export const DeliverablePatchInput = Type.Object(
  { title: Type.Optional(Line), url: Type.Optional(HttpsUrl), ...deliverable },
  { ...strict, minProperties: 1 },
);
