import type { Booking } from './booking.ts';
import type { Interval } from './intervals.ts';

/** How long a slot is kept for somebody who pays, in business time. */
const HOLD_MINUTES = 10;
const MINUTE_MS = 60_000;

/**
 * `open` keeps its time, until it is converted (then it is a consultation), released by its client, lapsed by its time, or given up
 * because what it was for could not be had: then the client has been told.
 */
export type HoldState = 'open' | 'lapsed' | 'released' | 'given_up';

/** A slot kept while its buyer pays: what a consultation is before it is one. */
export interface Hold {
  /** Becomes the booking's id. */
  _id: string;
  tenantId: string;
  clientId: string;
  consultantId: string;
  version: number;
  /** 0: no reservation has come to stand under it. */
  revision: number;
  fencedRevision?: number | undefined;
  scheduledStart: Date;
  scheduledEnd: Date;
  /** Business time at which it lapses; absent once it is not open. */
  dueAt?: Date | undefined;
  createdAt: Date;
  hold: { state: HoldState; expiresAt: Date; booking: Booking };
}

/** A hold of `session` (epoch minutes) for what is to be booked. */
export function newHold(
  booking: Booking,
  made: { holdId: string; tenantId: string; clientId: string; session: Interval; now: Date },
): Hold {
  const { holdId, tenantId, clientId, session, now } = made;
  const { scheduledStart, consultantId, details, timezone, meeting, useFreeTrial } = booking;
  const scheduledEnd = new Date(session.end * MINUTE_MS);
  const isStated = booking.scheduledEnd !== undefined || booking.durationMinutes !== undefined;
  const expiresAt = new Date(now.getTime() + HOLD_MINUTES * MINUTE_MS);
  return {
    _id: holdId,
    tenantId,
    clientId,
    consultantId,
    version: 1,
    revision: 0,
    scheduledStart,
    scheduledEnd,
    dueAt: expiresAt,
    createdAt: now,
    hold: {
      state: 'open',
      expiresAt,
      booking: {
        requestId: booking.requestId,
        clientId,
        consultantId,
        details,
        scheduledStart,
        // Where nobody has said how long, the lot that pays will.
        ...(isStated ? { scheduledEnd } : {}),
        ...(timezone === undefined ? {} : { timezone }),
        ...(meeting === undefined ? {} : { meeting }),
        ...(useFreeTrial === undefined ? {} : { useFreeTrial }),
      },
    },
  };
}

/** Whether it keeps its time against others; what is open beyond its time gives way to whoever wants it. */
export function isLive({ hold }: Hold, now: Date): boolean {
  return hold.state === 'open' && now < hold.expiresAt;
}

/** Whether a booking is the one this hold was made for: what its caller states again must be the same. */
export function isHeldFor({ hold, scheduledEnd }: Hold, wanted: Booking): boolean {
  const { consultantId, details, scheduledStart } = hold.booking;
  const minutes = (scheduledEnd.getTime() - scheduledStart.getTime()) / MINUTE_MS;
  return (
    consultantId === wanted.consultantId &&
    details.type === wanted.details.type &&
    details.title === wanted.details.title &&
    scheduledStart.getTime() === wanted.scheduledStart.getTime() &&
    (wanted.scheduledEnd === undefined || wanted.scheduledEnd.getTime() === scheduledEnd.getTime()) &&
    (wanted.durationMinutes === undefined || wanted.durationMinutes === minutes)
  );
}
