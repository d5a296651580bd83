import { type Caller, hasRole } from '@consult/runtime/caller';
import { refuse } from '@consult/runtime/errors';
import type { TimePage } from '@consult/runtime/paging';
import type { Consultation } from '../domain/consultation.ts';
import { type ConsultationFilter, listConsultations } from '../store/consultation-queries.ts';
import type { Deps } from './deps.ts';

/** What a caller may narrow a list of consultations by. */
export type AskedConsultations = Omit<ConsultationFilter, 'tenantId' | 'participantId'>;

/**
 * One page, newest start first: a client's own, a consultant's own, for an admin the tenant's. Filters only narrow that.
 * Refusals: forbidden.
 */
export async function listVisibleConsultations(
  deps: Pick<Deps, 'consultations'>,
  caller: Caller,
  asked: AskedConsultations,
  page: TimePage,
): Promise<Consultation[]> {
  if (!hasRole(caller, 'client', 'consultant', 'admin')) return refuse('forbidden');
  const filter = visibleFilter(caller, asked);
  return filter === 'nothing' ? [] : listConsultations(deps.consultations, filter, page);
}

function visibleFilter(caller: Caller, asked: AskedConsultations): ConsultationFilter | 'nothing' {
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
