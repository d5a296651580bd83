import type { Caller } from '@consult/runtime/caller';
import { refuse } from '@consult/runtime/errors';
import { type Availability, availabilityFaults } from '../domain/availability.ts';
import type { Consultant } from '../domain/consultant.ts';
import { findConsultant, saveAvailability } from '../store/consultants.ts';
import { requireOwnOrAdmin } from './access.ts';
import type { Deps } from './deps.ts';

/** Faults of what a value is, not of what rules say about it: 400 instead of 422. */
const MALFORMED = new Set(['unknown_zone', 'unknown_date']);

/** When a consultant can be booked, as they wrote it. For themselves and admins. Refusals: forbidden, not_found. */
export async function getAvailability(
  deps: Pick<Deps, 'consultants'>,
  caller: Caller,
  consultantId: string,
): Promise<Availability> {
  return (await ownConsultant(deps, caller, consultantId)).availability;
}

/**
 * Replaces the whole availability at its version. Sessions that are booked stay. Refusals: forbidden, not_found,
 * version_mismatch; invalid_request or rule_refused with every fault in `errors`.
 */
export async function putAvailability(
  deps: Pick<Deps, 'consultants'>,
  caller: Caller,
  input: { consultantId: string; version: number; availability: Omit<Availability, 'version'> },
): Promise<Availability> {
  const { consultantId, version } = input;
  const { tenantId } = caller;
  const before = await ownConsultant(deps, caller, consultantId);
  const errors = availabilityFaults(input.availability);
  if (errors.length > 0)
    return refuse(errors.some(({ code }) => MALFORMED.has(code)) ? 'invalid_request' : 'rule_refused', { errors });
  const availability = { ...input.availability, version: version + 1 };
  const saved =
    before.availability.version === version &&
    (await saveAvailability(deps.consultants, { tenantId, consultantId, version }, availability));
  return saved ? availability : refuse('version_mismatch', { currentVersion: before.availability.version });
}

async function ownConsultant(
  deps: Pick<Deps, 'consultants'>,
  caller: Caller,
  consultantId: string,
): Promise<Consultant> {
  requireOwnOrAdmin(caller, consultantId);
  const found = await findConsultant(deps.consultants, { tenantId: caller.tenantId, consultantId });
  return found ?? refuse('not_found', { consultantId });
}
