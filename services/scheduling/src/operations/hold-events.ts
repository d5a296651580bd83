import type { Envelope } from '@consult/contracts/envelope';
import { SlotHoldLapsed } from '@consult/contracts/events/scheduling';
import { newEvent } from '@consult/messaging/event';
import type { Hold } from '../domain/hold.ts';

/** What refusals of a conversion mean for its client; others: the consultant cannot be booked like that any more. */
const REASONS: Readonly<Record<string, 'slot_taken' | 'credits_required'>> = {
  slot_taken: 'slot_taken',
  credits_required: 'credits_required',
};

/** Credits arrived for a slot that could not be had any more. */
export function holdLapsedEvent(hold: Hold, told: { consultantName: string; refusal: string; now: Date }): Envelope {
  const { _id: holdId, tenantId, clientId, consultantId, scheduledStart, scheduledEnd, version } = hold;
  const { title, type } = hold.hold.booking.details;
  return newEvent(SlotHoldLapsed, {
    tenantId,
    subject: holdId,
    version: version + 1,
    time: told.now,
    data: {
      holdId,
      clientId,
      consultantId,
      consultantName: told.consultantName,
      title,
      type,
      scheduledStart: scheduledStart.toISOString(),
      scheduledEnd: scheduledEnd.toISOString(),
      reason: REASONS[told.refusal] ?? 'unavailable',
    },
  });
}
