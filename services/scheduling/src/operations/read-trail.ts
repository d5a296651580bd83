import { type Caller, hasRole } from '@consult/runtime/caller';
import { refuse } from '@consult/runtime/errors';
import type { Consultation } from '../domain/consultation.ts';
import { findConsultation } from '../store/consultations.ts';
import type { Deps } from './deps.ts';

/** A consultation for whoever may see what happened to its money: its client, admins and finance. Refusals: not_found. */
export async function trailedConsultation(
  deps: Pick<Deps, 'consultations'>,
  caller: Caller,
  consultationId: string,
): Promise<{ consultation: Consultation; asStaff: boolean }> {
  const found = await findConsultation(deps.consultations, { tenantId: caller.tenantId, consultationId });
  const asStaff = hasRole(caller, 'admin', 'finance');
  const isOwn = found !== undefined && found.clientId === caller.userId && hasRole(caller, 'client');
  if (found === undefined || !(asStaff || isOwn)) return refuse('not_found', { consultationId });
  return { consultation: found, asStaff };
}
