import { type Caller, hasRole } from '@consult/runtime/caller';
import { refuse } from '@consult/runtime/errors';
import { type Consultant, isBookable } from '../domain/consultant.ts';
import { type ConsultantFilter, type ConsultantPlace, findConsultant, listConsultants } from '../store/consultants.ts';
import type { Deps } from './deps.ts';

/** A profile. One that cannot be booked any more is only for admins and for themselves. Refusals: not_found. */
export async function getConsultant(
  deps: Pick<Deps, 'consultants'>,
  caller: Caller,
  consultantId: string,
): Promise<Consultant> {
  const found = await findConsultant(deps.consultants, { tenantId: caller.tenantId, consultantId });
  const seesAll = hasRole(caller, 'admin') || caller.userId === consultantId;
  if (found === undefined || !(isBookable(found) || seesAll)) return refuse('not_found', { consultantId });
  return found;
}

/** One page of the bookable consultants by name; admins see the others too. */
export async function listProfiles(
  deps: Pick<Deps, 'consultants'>,
  caller: Caller,
  asked: Omit<ConsultantFilter, 'tenantId' | 'inactiveToo'>,
  page: { limit: number; place: ConsultantPlace | undefined },
): Promise<Omit<Consultant, 'availability'>[]> {
  const filter = { ...asked, tenantId: caller.tenantId, inactiveToo: hasRole(caller, 'admin') };
  return listConsultants(deps.consultants, filter, page);
}
