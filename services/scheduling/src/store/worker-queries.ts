import type { DuePage } from '@consult/runtime/due-worker';
import type { ClientSession } from 'mongoose';
import type { Figures } from '../domain/consultant.ts';
import type { ConsultationDocument, Consultations } from './consultation-document.ts';

/** What workers look for goes across tenants; each hit names its tenant. */
const ACROSS_TENANTS = { acrossTenants: 'scheduling workers' } as const;

export interface BookingKey {
  tenantId: string;
  bookingId: string;
}

/** The earliest business time up to `until` at which a consultation moves by itself. */
export async function nextDueAt(consultations: Consultations, until: Date): Promise<Date | undefined> {
  const [first] = await consultations
    .find({ dueAt: { $lte: until } }, { dueAt: 1 }, ACROSS_TENANTS)
    .sort({ dueAt: 1 })
    .limit(1)
    .lean<Pick<ConsultationDocument, 'dueAt'>[]>();
  return first?.dueAt;
}

/** Consultations that have something due by `now` (business time), the longest due first. */
export async function dueBookings(consultations: Consultations, now: Date, page: DuePage): Promise<BookingKey[]> {
  const found = await consultations
    .find({ dueAt: { $lte: now }, _id: { $nin: page.except } }, { tenantId: 1 }, ACROSS_TENANTS)
    .sort({ dueAt: 1 })
    .limit(page.limit)
    .lean<Pick<ConsultationDocument, '_id' | 'tenantId'>[]>();
  return found.map(({ _id, tenantId }) => ({ tenantId, bookingId: _id }));
}

/** Completed consultations with something not yet in their consultant's figures. */
export async function uncountedConsultations(
  consultations: Consultations,
  page: DuePage,
): Promise<ConsultationDocument[]> {
  return consultations
    .find({ countPending: true, _id: { $nin: page.except } }, { outbox: 0, history: 0 }, ACROSS_TENANTS)
    .limit(page.limit)
    .lean<ConsultationDocument[]>();
}

/** Marks what has been counted, at the version that was read; false when it has moved on or somebody else has counted it. */
export async function markCounted(
  consultations: Consultations,
  consultation: Pick<ConsultationDocument, '_id' | 'tenantId' | 'version'>,
  counted: Figures,
  session: ClientSession,
): Promise<boolean> {
  const { _id, tenantId, version } = consultation;
  const { matchedCount } = await consultations.updateOne(
    { tenantId, _id, version, countPending: true },
    { $set: { counted }, $unset: { countPending: 1 } },
    { session },
  );
  return matchedCount === 1;
}
