import type { Caller } from '@consult/runtime/caller';
import { refuse } from '@consult/runtime/errors';
import type { Availability } from '../domain/availability.ts';
import { availabilityFaults } from '../domain/availability-faults.ts';
import type { Consultant } from '../domain/consultant.ts';
import { findConsultant, saveAvailability } from '../store/consultants.ts';
import { requireOwnOrAdmin } from './access.ts';
import type { Deps } from './deps.ts';
import { tenantRules } from './tenant-rules.ts';

/** Faults of what a value is, not of what rules say about it: 400 instead of 422. */
const MALFORMED = new Set(['unknown_zone', 'unknown_date', 'unknown_time']);
/** How often a part is written anew because another part has changed in between. */
const CHANGE_ATTEMPTS = 5;

type AvailabilityDeps = Pick<Deps, 'consultants' | 'tenants' | 'identity'>;
export type Written = Omit<Availability, 'version'>;

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
  deps: AvailabilityDeps,
  caller: Caller,
  input: { consultantId: string; version: number; availability: Written },
): Promise<Availability> {
  const { consultantId, version } = input;
  const { tenantId } = caller;
  const before = (await ownConsultant(deps, caller, consultantId)).availability;
  const written = withKnownIds(input.availability, before);
  await refuseFaults(deps, caller, written);
  const availability = { ...written, version: version + 1 };
  const saved =
    before.version === version &&
    (await saveAvailability(deps.consultants, { tenantId, consultantId, version }, availability));
  return saved ? availability : refuse('version_mismatch', { currentVersion: before.version });
}

/**
 * Changes a part of the availability at whatever version it has now; `change` answers what it was given where there is nothing to
 * do. Refusals: forbidden, not_found, conflict (others changed it all the while); those of `putAvailability`.
 */
export async function changeAvailability(
  deps: AvailabilityDeps,
  caller: Caller,
  consultantId: string,
  change: (before: Availability) => Availability,
): Promise<Availability> {
  const { tenantId } = caller;
  for (let attempt = 1; attempt <= CHANGE_ATTEMPTS; attempt += 1) {
    const before = (await ownConsultant(deps, caller, consultantId)).availability;
    const changed = change(before);
    if (changed === before) return before;
    await refuseFaults(deps, caller, changed, '/overrides');
    const { version } = before;
    const availability = { ...changed, version: version + 1 };
    if (await saveAvailability(deps.consultants, { tenantId, consultantId, version }, availability))
      return availability;
  }
  return refuse('conflict', { consultantId });
}

/** `within`: of the faults only those at this pointer or below. What stands since before a change of policy is not in its way. */
async function refuseFaults(deps: AvailabilityDeps, caller: Caller, written: Written, within = ''): Promise<void> {
  const { policies } = await tenantRules(deps, caller);
  const errors = availabilityFaults(written, policies).filter(({ pointer }) => pointer.startsWith(within));
  if (errors.length === 0) return;
  refuse(errors.some(({ code }) => MALFORMED.has(code)) ? 'invalid_request' : 'rule_refused', { errors });
}

/** A time off that stays keeps its id, however it came by it. */
function withKnownIds(written: Written, before: Availability): Written {
  const keyOf = ({ from, to }: { from: Date; to: Date }) => `${from.toISOString()}/${to.toISOString()}`;
  const known = new Map(before.timeOff.map((off) => [keyOf(off), off.timeOffId]));
  const timeOff = written.timeOff.map((off) => ({ ...off, timeOffId: known.get(keyOf(off)) ?? off.timeOffId }));
  return { ...written, timeOff };
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
