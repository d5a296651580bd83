import { PromotionCodeName } from '@consult/contracts/api/billing';
import { AmountMinor, Id, Instant } from '@consult/contracts/primitives';
import { refuse } from '@consult/runtime/errors';
import Type from 'typebox';

/** Stripe's events stay far below. */
const WEBHOOK_MAX_BYTES = 256 * 1024;

/** What each method takes; gRPC has the types right, this has the ranges. */
export const CreatePaymentIntentRequest = Type.Object({
  packageId: Id,
  amount: AmountMinor,
  currency: Type.String({ pattern: '^[A-Za-z]{3}$' }),
  requestId: Type.String({ maxLength: 200 }),
  holdId: Type.Optional(Id),
  promotionCode: Type.Optional(PromotionCodeName),
  quoteId: Type.Optional(Type.String({ maxLength: 100 })),
});
export const GetTransactionRequest = Type.Object({ transactionId: Id });
export const ListTransactionsRequest = Type.Object({
  clientId: Type.Optional(Id),
  status: Type.Optional(Type.Enum(['pending', 'succeeded', 'cancelled', 'partially_refunded', 'refunded'])),
  packageId: Type.Optional(Id),
  from: Type.Optional(Instant),
  to: Type.Optional(Instant),
});
export const ListSubscriptionsRequest = Type.Object({
  ofTenant: Type.Boolean(),
  clientId: Type.Optional(Id),
  status: Type.Optional(Type.Enum(['incomplete', 'active', 'past_due', 'cancelled'])),
});
export const ReceiveWebhookRequest = Type.Object({
  body: Type.Unsafe<Buffer>(Type.Unknown()),
  signature: Type.String({ maxLength: 2_000 }),
});

/** The exact bytes of a webhook. Refusals: too_large. */
export function webhookBytes(body: Buffer): Buffer {
  return body.length > WEBHOOK_MAX_BYTES ? refuse('too_large') : body;
}
