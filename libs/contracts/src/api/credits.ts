import Type from 'typebox';
import { Id, Line } from '../primitives.ts';
import { InstantInput } from './scheduling.ts';

const strict = { additionalProperties: false } as const;
/** As many credits as one lot may have (`credits.total` of a package). */
const CREDITS_MAX = 1_000_000;
const noZero = { not: { const: 0 } } as const;

/** Body of POST /api/admin/clients/:clientId/credits/grant; without `expiresAt` they never expire. */
export const GrantCreditsInput = Type.Object(
  {
    credits: Type.Integer({ minimum: 1, maximum: CREDITS_MAX }),
    reason: Line,
    expiresAt: Type.Optional(InstantInput),
  },
  strict,
);
/** Body of …/adjust: added when positive, taken from what is unused when negative. */
export const AdjustCreditsInput = Type.Object(
  { lotId: Id, credits: Type.Integer({ minimum: -CREDITS_MAX, maximum: CREDITS_MAX, ...noZero }), reason: Line },
  strict,
);
/** Body of …/void. */
export const VoidLotInput = Type.Object({ lotId: Id, reason: Line }, strict);
/** Body of …/extend. */
export const ExtendLotInput = Type.Object({ lotId: Id, expiresAt: InstantInput, reason: Line }, strict);
