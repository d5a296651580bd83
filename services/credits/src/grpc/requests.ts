import { AmountMinor, Count, Id, Instant, SESSION_TYPES, TenantId, Zone } from '@consult/contracts/primitives';
import { refuse } from '@consult/runtime/errors';
import Type from 'typebox';
import type { MovementKind } from '../domain/movement.ts';

/** A booking's id is part of a path inside the account, so nothing that could be one is let in. */
const BookingId = Type.String({ pattern: '^[A-Za-z0-9-]{1,64}$' });
/** The longest session there can be. */
const DAY_MINUTES = 1_440;
const DEADLINE_SECONDS_MAX = 3_600;
const REVISION_MAX = 1_000_000;

const CREDITS_BY_HAND_MAX = 1_000_000;
/** `2025-01-01T09:00:00` */
const TO_SECONDS = 19;

/** Why a person did it: it stands in the ledger. */
const Reason = Type.String({ minLength: 1, maxLength: 200 });
const optionalId = Type.String({ maxLength: 100 });
const session = {
  sessionType: Type.Enum([...SESSION_TYPES]),
  scheduledStart: Instant,
  useFreeTrial: Type.Optional(Type.Boolean()),
};
const booking = { bookingId: BookingId, revision: Type.Integer({ minimum: 1, maximum: REVISION_MAX }), clientId: Id };

/** What each method takes; gRPC has the types right, this has the ranges. */
export const ClientRequest = Type.Object({ clientId: optionalId });
export const BalanceRequest = Type.Object({ clientId: optionalId, withArchived: Type.Boolean() });
export const CheckAvailabilityRequest = Type.Object({
  ...session,
  clientId: optionalId,
  durationMinutes: Type.Integer({ minimum: 0, maximum: DAY_MINUTES }),
  bookingId: Type.Union([Type.Literal(''), BookingId]),
  predecessorRevision: Type.Integer({ minimum: 0, maximum: REVISION_MAX }),
});
export const ReserveRequest = Type.Object({
  ...booking,
  ...session,
  durationMinutes: Type.Integer({ minimum: 1, maximum: DAY_MINUTES }),
  deadlineSeconds: Type.Integer({ minimum: 1, maximum: DEADLINE_SECONDS_MAX }),
  maximumOpenBookings: Count,
  predecessorRevision: Type.Integer({ minimum: 0, maximum: REVISION_MAX }),
});
export const ReleaseRequest = Type.Object({
  ...booking,
  reason: Type.String({ maxLength: 200 }),
  forfeit: Type.Boolean(),
  stood: Type.Boolean(),
});
export const ReverseUseRequest = Type.Object({ ...booking, reason: Reason });
const ofPayment = { clientId: Id, transactionId: Id };
export const GetLotRequest = Type.Object(ofPayment);
export const ListBoughtLotsRequest = Type.Object({ cursor: optionalId });
export const BookingRefRequest = Type.Object(booking);
const BOOKINGS_MAX = 100;
export const GetBookingStatesRequest = Type.Object({
  bookings: Type.Array(BookingRefRequest, { maxItems: BOOKINGS_MAX }),
});
export const ListOpenHoldsRequest = Type.Object({ cursor: optionalId, deadlineBefore: Instant });
export const RevokeRequest = Type.Object({
  ...ofPayment,
  refundId: Id,
  amountMinor: AmountMinor,
  allUnused: Type.Boolean(),
  reason: Type.String({ maxLength: 200 }),
});
/** A movement has its id from it. */
const byHand = { commandId: Id, clientId: Id, reason: Reason };
export const GrantByHandRequest = Type.Object({
  ...byHand,
  credits: Type.Integer({ minimum: 1, maximum: CREDITS_BY_HAND_MAX }),
  expiresAt: Type.Optional(Instant),
});
export const AdjustRequest = Type.Object({
  ...byHand,
  lotId: Id,
  credits: Type.Union([
    Type.Integer({ minimum: -CREDITS_BY_HAND_MAX, maximum: -1 }),
    Type.Integer({ minimum: 1, maximum: CREDITS_BY_HAND_MAX }),
  ]),
});
export const VoidLotRequest = Type.Object({ ...byHand, lotId: Id });
export const ExtendLotRequest = Type.Object({ ...byHand, lotId: Id, expiresAt: Instant });
export const ReportRevenueRequest = Type.Object({ from: Instant, to: Instant, timezone: Zone });
export const VerifyAccountsRequest = Type.Object({
  tenantId: Type.Union([Type.Literal(''), TenantId]),
  cursor: optionalId,
  repair: Type.Boolean(),
});
/** What can be asked for by its kind: how a lot came to be, and what a booking did with its credits. */
const ASKED_KINDS = [
  'granted',
  'reserved',
  'held',
  'moved',
  'used',
  'released',
  'used_reversed',
] as const satisfies readonly MovementKind[];
export const ListLedgerRequest = Type.Object({
  clientId: optionalId,
  lotId: Type.Optional(Id),
  bookingId: Type.Optional(BookingId),
  kind: Type.Optional(Type.Enum([...ASKED_KINDS])),
});

/** An instant from its text. The pattern lets a 13th month through, and JavaScript a 30th of February; the calendar does not. */
export function instantOf(text: string, pointer: string): Date {
  const instant = new Date(text);
  const real = !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text.slice(0, TO_SECONDS));
  if (real) return instant;
  return refuse('invalid_request', { errors: [{ pointer, code: 'instant', message: 'is not an instant' }] });
}

/** Where a page of the ledger begins: before the last movement of the page before. */
export const LedgerPlace = Type.Object({ before: Type.Integer({ minimum: 1 }) });
