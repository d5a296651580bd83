import type { Caller } from '@consult/runtime/caller';
import { refuse } from '@consult/runtime/errors';
import type { Consultant, Profile } from '../domain/consultant.ts';
import { findConsultant, saveProfile } from '../store/consultants.ts';
import { requireRole } from './access.ts';
import { requireKnownZone } from './known-zone.ts';
import type { Deps } from './deps.ts';

/** Changes the given parts of a profile at a version. Refusals: forbidden, not_found, version_mismatch, invalid_request (zone). */
export async function updateConsultant(
  deps: Pick<Deps, 'consultants'>,
  caller: Caller,
  input: { consultantId: string; version: number; patch: Partial<Profile & { active: boolean }> },
): Promise<Consultant> {
  requireRole(caller, 'admin');
  const { consultantId, version, patch } = input;
  const key = { tenantId: caller.tenantId, consultantId };
  if (patch.timezone !== undefined) requireKnownZone(patch.timezone);
  const before = await findConsultant(deps.consultants, key);
  if (before === undefined) return refuse('not_found', { consultantId });
  if (before.version !== version || !(await saveProfile(deps.consultants, { ...key, version }, patch)))
    return refuse('version_mismatch', { currentVersion: before.version });
  return { ...before, ...patch, version: version + 1 };
}
