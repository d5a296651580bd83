import type { Consultation, Deliverable } from '../domain/consultation.ts';
import type { MeasuredSession } from '../domain/metrics.ts';
import type { ConsultationDocument, Consultations } from './consultation-document.ts';
import { toConsultation } from './consultations.ts';

/** Slot holds and tombstones have none. */
const SESSIONS = { consultationId: { $exists: true } } as const;

/** Writes the deliverables at the version that was read; false when it has moved on. */
export async function saveDeliverables(
  consultations: Consultations,
  before: Consultation,
  deliverables: Deliverable[],
): Promise<boolean> {
  const { matchedCount } = await consultations.updateOne(
    { tenantId: before.tenantId, _id: before._id, version: before.version },
    { $set: { deliverables, version: before.version + 1 } },
  );
  return matchedCount === 1;
}

/** The last completed session of the same two people that was to begin before this one. */
export async function lastCompletedBefore(
  consultations: Consultations,
  { tenantId, clientId, consultantId, scheduledStart }: Consultation,
): Promise<Pick<Consultation, 'consultationId' | 'scheduledEnd' | 'actualEnd' | 'outcomes'> | undefined> {
  const found = await consultations
    .findOne(
      {
        tenantId,
        ...SESSIONS,
        clientId,
        consultantId,
        'status.current': 'completed',
        scheduledStart: { $lt: scheduledStart },
      },
      { consultationId: 1, scheduledEnd: 1, actualEnd: 1, outcomes: 1 },
    )
    .sort({ scheduledStart: -1, _id: -1 })
    .lean<ConsultationDocument>();
  return found ?? undefined;
}

/** What is measured of a consultant's sessions that were to begin in `[from, to)`, of at most `limit` of them. */
export async function measuredSessions(
  consultations: Consultations,
  key: { tenantId: string; consultantId: string },
  { from, to, limit }: { from: Date; to: Date; limit: number },
): Promise<MeasuredSession[]> {
  return consultations
    .find(
      { ...key, ...SESSIONS, scheduledStart: { $gte: from, $lt: to } },
      { status: 1, scheduledStart: 1, scheduledEnd: 1, actualStart: 1, actualEnd: 1, 'feedback.client.rating': 1 },
    )
    .limit(limit)
    .lean<MeasuredSession[]>();
}

/** Of a person's sessions with a start in the half-open range the `limit` nearest to its open or its closed end. */
export async function sessionsNear(
  consultations: Consultations,
  person: { tenantId: string; $or: ({ clientId: string } | { consultantId: string })[] },
  range: { from: Date; to?: Date; limit: number },
): Promise<Consultation[]> {
  const { from, to, limit } = range;
  // Of what has an end, the latest; of what has none, the earliest.
  const order = to === undefined ? 1 : -1;
  const found = await consultations
    .find({ ...person, ...SESSIONS, scheduledStart: { $gte: from, ...(to === undefined ? {} : { $lt: to }) } })
    .sort({ scheduledStart: order, _id: order })
    .limit(limit)
    .lean<ConsultationDocument[]>();
  return found.map(toConsultation);
}
