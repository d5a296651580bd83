import type { Consultation, State, Status } from '../../src/domain/consultation.ts';

const STATUS: Record<State, Status> = {
  scheduled: { current: 'scheduled' },
  confirmed: { current: 'confirmed' },
  in_progress: { current: 'in_progress' },
  completed: { current: 'completed', autoClosed: false },
  cancelled: { current: 'cancelled', reason: 'ill', creditEffect: 'return' },
  no_show: { current: 'no_show', who: 'client', reason: '', creditEffect: 'use' },
};

/** 2025-01-20 10:00–11:00Z, booked on the third, in the given state. */
export function consultationIn(state: State, changes: Partial<Consultation> = {}): Consultation {
  return {
    _id: 'booking-1',
    tenantId: '100001',
    consultationId: 'CONS-100001-0001',
    clientId: 'client-1',
    consultantId: 'consultant-1',
    version: 3,
    revision: 1,
    details: { title: 'Instagram', description: '', type: 'strategy_session', objectives: [], agenda: [] },
    scheduledStart: new Date('2025-01-20T10:00:00Z'),
    scheduledEnd: new Date('2025-01-20T11:00:00Z'),
    timezone: 'UTC',
    status: STATUS[state],
    meeting: { kind: 'video' },
    billing: {
      method: 'credits',
      credits: 1,
      lotId: 'lot-1',
      transactionId: 'TXN-1',
      unitPriceMinor: 9900,
      currency: 'USD',
    },
    terms: {
      policyVersion: 1,
      confirmationRequired: false,
      confirmationDeadlineHours: 24,
      cancellationCutoffHours: 0,
      maximumReschedules: 3,
      lateCancelEarningPercent: 0,
    },
    deliverables: [],
    feedback: {},
    history: [],
    createdAt: new Date('2025-01-03T09:00:00Z'),
    ...changes,
  };
}
