import type { SessionFacts } from '../src/domain/session.ts';

/** A session as its events tell it. */
export function sessionFacts(given: Partial<SessionFacts> = {}): SessionFacts {
  return {
    bookingId: 'booking-1',
    consultationId: 'CONS-100001-0001',
    revision: 1,
    clientId: 'client-1',
    consultantId: 'consultant-1',
    consultantName: 'Mike Johnson',
    title: 'Instagram Marketing Strategy',
    description: '',
    type: 'strategy_session',
    scheduledStart: '2025-01-20T10:00:00.000Z',
    scheduledEnd: '2025-01-20T11:00:00.000Z',
    timezone: 'UTC',
    meeting: { kind: 'video' },
    method: 'credits',
    credits: 1,
    lotId: 'lot-1',
    ...given,
  };
}
