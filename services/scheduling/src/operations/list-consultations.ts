import { type Caller, hasRole } from '@consult/runtime/caller';
import { refuse } from '@consult/runtime/errors';
import type { Consultation } from '../domain/consultation.ts';
import { type ConsultationFilter, type ListPlace, listConsultations } from '../store/consultation-queries.ts';
import type { Deps } from './deps.ts';

export interface ListInput {
  filter: Omit<ConsultationFilter, 'tenantId' | 'participantId'>;
  limit: number;
  place?: ListPlace | undefined;
}

/**
 * One page, newest start first: a client's own, a consultant's own, for an admin the tenant's. Filters only narrow that.
 * Refusals: forbidden.
 */
export async function listVisibleConsultations(
  deps: Pick<Deps, 'consultations'>,
  caller: Caller,
  input: ListInput,
): Promise<{ consultations: Consultation[]; next?: ListPlace | undefined }> {
  if (!hasRole(caller, 'client', 'consultant', 'admin')) return refuse('forbidden');
  const filter = visibleFilter(caller, input.filter);
  if (filter === 'nothing') return { consultations: [] };
  // One more than asked tells whether there is a next page.
  const found = await listConsultations(deps.consultations, filter, { limit: input.limit + 1, place: input.place });
  const consultations = found.slice(0, input.limit);
  const last = consultations.at(-1);
  if (found.length <= input.limit || last === undefined) return { consultations };
  return { consultations, next: { scheduledStart: last.scheduledStart, _id: last._id } };
}

function visibleFilter(caller: Caller, asked: ListInput['filter']): ConsultationFilter | 'nothing' {
  const { tenantId, userId } = caller;
  const filter = { ...asked, tenantId };
  if (hasRole(caller, 'admin')) return filter;
  const asClient = hasRole(caller, 'client') && (asked.clientId ?? userId) === userId;
  const asConsultant = hasRole(caller, 'consultant') && (asked.consultantId ?? userId) === userId;
  // Both only when no filter says which: whoever names a client or consultant other than themselves plays the other part.
  if (asClient && asConsultant) return { ...filter, participantId: userId };
  if (asClient) return { ...filter, clientId: userId };
  return asConsultant ? { ...filter, consultantId: userId } : 'nothing';
}
