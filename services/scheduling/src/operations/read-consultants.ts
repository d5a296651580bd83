import { type Caller, hasRole } from '@consult/runtime/caller';
import { refuse } from '@consult/runtime/errors';
import { type Consultant, isBookable } from '../domain/consultant.ts';
import { type ConsultantFilter, findConsultant, listConsultants } from '../store/consultants.ts';
import type { Deps } from './deps.ts';

export interface ConsultantPlace {
  name: string;
  _id: string;
}

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
  input: {
    filter: Omit<ConsultantFilter, 'tenantId' | 'inactiveToo'>;
    limit: number;
    place?: ConsultantPlace | undefined;
  },
): Promise<{ consultants: Omit<Consultant, 'availability'>[]; next?: ConsultantPlace | undefined }> {
  const filter = { ...input.filter, tenantId: caller.tenantId, inactiveToo: hasRole(caller, 'admin') };
  const page = { limit: input.limit + 1, place: input.place };
  const found = await listConsultants(deps.consultants, filter, page);
  const consultants = found.slice(0, input.limit);
  const last = consultants.at(-1);
  if (found.length <= input.limit || last === undefined) return { consultants };
  return { consultants, next: { name: last.name, _id: last._id } };
}
