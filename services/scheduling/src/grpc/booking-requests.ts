import { BookingInput } from '@consult/contracts/api/scheduling';
import { parse } from '@consult/runtime/parse';
import type { Booking } from '../domain/booking.ts';
import { checkInstants, instantOf } from './instants.ts';
import { given, type RequestOf } from './types.ts';

/** A booking request as the domain knows it. Refusals: invalid_request with every fault. */
export function toBooking(request: RequestOf<'book'>): Booking {
  const { requestId, clientId, description, timezone, meeting, objectives, agenda, ...rest } = request;
  const input = parse(BookingInput, {
    ...rest,
    objectives,
    agenda,
    ...(clientId === '' ? {} : { clientId }),
    ...(description === '' ? {} : { description }),
    ...(timezone === '' ? {} : { timezone }),
    ...(meeting === null ? {} : { meeting }),
  });
  const { scheduledStart, scheduledEnd, title, type, ...more } = input;
  checkInstants({ '/scheduledStart': scheduledStart, '/scheduledEnd': scheduledEnd });
  return {
    requestId,
    clientId,
    consultantId: more.consultantId,
    details: { title, description, type, objectives, agenda },
    scheduledStart: instantOf(scheduledStart),
    ...(scheduledEnd === undefined ? {} : { scheduledEnd: instantOf(scheduledEnd) }),
    durationMinutes: more.durationMinutes,
    timezone: given(timezone),
    meeting: more.meeting,
    useFreeTrial: more.useFreeTrial,
    quoteId: more.quoteId,
    holdId: more.holdId,
  };
}
