import { type Caller, systemCaller } from '@consult/runtime/caller';
import { refuse } from '@consult/runtime/errors';
import { keepNewest } from '@consult/runtime/projection';
import { emptyAvailability } from '../domain/availability.ts';
import { type Consultant, NO_FIGURES, type Profile } from '../domain/consultant.ts';
import { findConsultant, insertConsultant } from '../store/consultants.ts';
import { requireRole } from './access.ts';
import { requireKnownZone } from './known-zone.ts';
import type { Deps } from './deps.ts';

/**
 * Makes a user who was invited as a consultant bookable, closed until they say when. The same id again answers the consultant
 * that exists. Refusals: forbidden, not_found (no such user), rule_refused (a user without the role), invalid_request (zone).
 */
export async function createConsultant(
  deps: Pick<Deps, 'consultants' | 'people' | 'identity'>,
  caller: Caller,
  input: { consultantId: string; profile: Profile },
): Promise<Consultant> {
  requireRole(caller, 'admin');
  const { consultantId, profile } = input;
  const { tenantId } = caller;
  requireKnownZone(profile.timezone);
  const user = await deps.identity.getUser(systemCaller(tenantId, 'scheduling', caller.requestId), {
    userId: consultantId,
  });
  if (!user.roles.includes('consultant')) return refuse('rule_refused', { why: 'not_invited_as_consultant' });
  await keepNewest(deps.people, { _id: consultantId, tenantId, name: user.name, version: user.version });
  const consultant: Consultant = {
    ...profile,
    _id: consultantId,
    tenantId,
    active: true,
    roleLost: false,
    availability: emptyAvailability(profile.timezone),
    figures: NO_FIGURES,
    version: 1,
  };
  if (await insertConsultant(deps.consultants, consultant, user)) return consultant;
  const existing = await findConsultant(deps.consultants, { tenantId, consultantId });
  return existing ?? refuse('conflict', { consultantId });
}
