import { type Caller, hasRole, type Role } from '@consult/runtime/caller';
import { refuse } from '@consult/runtime/errors';
import type { Actor, Consultation } from '../domain/consultation.ts';
import type { Consultant } from '../domain/consultant.ts';
import { findConsultant } from '../store/consultants.ts';
import { findConsultation } from '../store/consultations.ts';
import type { Deps } from './deps.ts';

/** Refuses callers that have none of the roles. Refusals: forbidden. */
export function requireRole(caller: Caller, ...roles: Role[]): void {
  if (!hasRole(caller, ...roles)) refuse('forbidden');
}

/** Refuses everybody but admins and the consultant in question. Refusals: forbidden. */
export function requireOwnOrAdmin(caller: Caller, consultantId: string): void {
  if (hasRole(caller, 'admin')) return;
  if (!hasRole(caller, 'consultant') || caller.userId !== consultantId) refuse('forbidden');
}

/**
 * A consultant whose money and figures the caller may see: their own, for admins and finance the tenant's.
 * Refusals: forbidden, not_found.
 */
export async function staffOrOwnConsultant(
  deps: Pick<Deps, 'consultants'>,
  caller: Caller,
  consultantId: string,
): Promise<Consultant> {
  if (!hasRole(caller, 'finance')) requireOwnOrAdmin(caller, consultantId);
  const found = await findConsultant(deps.consultants, { tenantId: caller.tenantId, consultantId });
  return found ?? refuse('not_found', { consultantId });
}

/** In which capacities the caller stands to a consultation; none: it is not theirs to see. */
export function capacities(caller: Caller, consultation: Consultation): Actor[] {
  const own: Actor[] = [];
  if (caller.userId === consultation.consultantId && hasRole(caller, 'consultant')) own.push('consultant');
  if (hasRole(caller, 'admin')) own.push('admin');
  if (caller.userId === consultation.clientId && hasRole(caller, 'client')) own.push('client');
  return own;
}

/** Whether the caller sees a consultation as staff does: client's name and private notes included. */
export function seesAsStaff(caller: Caller, consultation: Consultation): boolean {
  return capacities(caller, consultation).some((actor) => actor !== 'client');
}

/** A consultation the caller may see. Other people's and other tenants' are not_found, as if they did not exist. */
export async function visibleConsultation(
  deps: Pick<Deps, 'consultations'>,
  caller: Caller,
  consultationId: string,
): Promise<Consultation> {
  const found = await findConsultation(deps.consultations, { tenantId: caller.tenantId, consultationId });
  if (found === undefined || capacities(caller, found).length === 0) return refuse('not_found', { consultationId });
  return found;
}
