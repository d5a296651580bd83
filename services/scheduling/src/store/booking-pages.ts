import { afterPlace, type TimePage } from '@consult/runtime/paging';
import type { Consultation } from '../domain/consultation.ts';
import type { ConsultationDocument, Consultations } from './consultation-document.ts';
import { toConsultation } from './consultations.ts';

export interface PagedBooking {
  consultation: Consultation;
  /** Its last write is old enough, and everything about it has been published. */
  isSettled: boolean;
}

/** A page of a tenant's consultations, newest start first; what was written since `changedBefore` (technical time) is not settled. */
export async function bookingsAfter(
  consultations: Consultations,
  filter: { tenantId: string; since?: Date | undefined; changedBefore: Date },
  page: TimePage,
): Promise<PagedBooking[]> {
  const { tenantId, since, changedBefore } = filter;
  const found = await consultations
    .find({
      tenantId,
      // Neither tombstones nor anything else that is no session has one.
      consultationId: { $exists: true },
      ...(since === undefined ? {} : { createdAt: { $gte: since } }),
      ...afterPlace('scheduledStart', page.place),
    })
    .sort({ scheduledStart: -1, _id: -1 })
    .limit(page.limit)
    .lean<ConsultationDocument[]>();
  return found.map((document) => ({
    consultation: toConsultation(document),
    isSettled: isSettled(document, changedBefore),
  }));
}

/** Consultations by their internal ids. */
export async function findBookings(
  consultations: Consultations,
  tenantId: string,
  bookingIds: readonly string[],
): Promise<Consultation[]> {
  const found = await consultations
    .find({ tenantId, _id: { $in: [...bookingIds] }, consultationId: { $exists: true } })
    .lean<ConsultationDocument[]>();
  return found.map(toConsultation);
}

function isSettled({ changedAt, outbox }: ConsultationDocument, changedBefore: Date): boolean {
  return outbox.length === 0 && (changedAt === undefined || changedAt < changedBefore);
}
