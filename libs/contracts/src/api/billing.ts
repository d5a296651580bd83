import Type from 'typebox';
import { AmountMinor, Id } from '../primitives.ts';

/** Body of POST /api/billing/payments/intent. */
export const PaymentIntentInput = Type.Object(
  {
    packageId: Id,
    amount: AmountMinor,
    currency: Type.String({ pattern: '^[A-Za-z]{3}$' }),
    promotionCode: Type.Optional(Id),
    quoteId: Type.Optional(Id),
    holdId: Type.Optional(Id),
  },
  { additionalProperties: false },
);
