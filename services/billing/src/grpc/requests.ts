import { AmountMinor, Id } from '@consult/contracts/primitives';
import { refuse } from '@consult/runtime/errors';
import { parse } from '@consult/runtime/parse';
import Type from 'typebox';

const PAGE_DEFAULT = 25;
const PAGE_MAX = 100;
/** Stripe's events stay far below. */
const WEBHOOK_MAX_BYTES = 256 * 1024;

const Page = Type.Union([
  Type.Null(),
  Type.Object({ limit: Type.Integer({ minimum: 0, maximum: PAGE_MAX }), cursor: Type.String({ maxLength: 300 }) }),
]);

/** What each method takes; gRPC has the types right, this has the ranges. */
export const CreatePaymentIntentRequest = Type.Object({
  packageId: Id,
  amount: AmountMinor,
  currency: Type.String({ pattern: '^[A-Za-z]{3}$' }),
  requestId: Type.String({ maxLength: 200 }),
  holdId: Type.Optional(Type.String({ maxLength: 100 })),
});
export const GetTransactionRequest = Type.Object({ transactionId: Id });
export const ListTransactionsRequest = Type.Object({
  clientId: Type.Optional(Id),
  status: Type.Optional(Type.Enum(['pending', 'succeeded', 'cancelled', 'partially_refunded', 'refunded'])),
  page: Page,
});
export const ListSubscriptionsRequest = Type.Object({ page: Page });
export const ReceiveWebhookRequest = Type.Object({
  body: Type.Unsafe<Buffer>(Type.Unknown()),
  signature: Type.String({ minLength: 1, maxLength: 2_000 }),
});

/** The exact bytes of a webhook. Refusals: too_large. */
export function webhookBytes(body: Buffer): Buffer {
  return body.length > WEBHOOK_MAX_BYTES ? refuse('too_large') : body;
}

const Cursor = Type.Object({ createdAt: Type.String(), _id: Type.String() });
type PageRequest = Type.Static<typeof Page>;

/** Which page is asked for. Refusals: invalid_request for a cursor no page of ours gave out. */
export function pageOf(page: PageRequest): { limit: number; place?: { createdAt: Date; _id: string } } {
  const limit = page === null || page.limit === 0 ? PAGE_DEFAULT : page.limit;
  if (page === null || page.cursor === '') return { limit };
  try {
    const { createdAt, _id } = parse(Cursor, JSON.parse(Buffer.from(page.cursor, 'base64url').toString('utf8')));
    const instant = new Date(createdAt);
    if (!Number.isNaN(instant.getTime())) return { limit, place: { createdAt: instant, _id } };
  } catch {
    // Said below, in the same words.
  }
  const fault = { pointer: '/cursor', code: 'unknown_cursor', message: 'is not a cursor of this list' };
  return refuse('invalid_request', { errors: [fault] });
}

/** One page of rows that were read with one more than its limit, and what it says about the next. */
export function paged<T extends { createdAt: Date; _id: string }>(
  rows: T[],
  limit: number,
): { rows: T[]; page: { hasMore: boolean; nextCursor?: string } } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  if (rows.length <= limit || last === undefined) return { rows: shown, page: { hasMore: false } };
  const place = { createdAt: last.createdAt.toISOString(), _id: last._id };
  return { rows: shown, page: { hasMore: true, nextCursor: Buffer.from(JSON.stringify(place)).toString('base64url') } };
}
