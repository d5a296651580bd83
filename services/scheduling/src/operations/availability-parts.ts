import { OVERRIDES_MAX, TIME_OFF_MAX } from '@consult/contracts/api/scheduling';
import type { Caller } from '@consult/runtime/caller';
import { refuse } from '@consult/runtime/errors';
import type { Availability, DateOverride, TimeOff } from '../domain/availability.ts';
import { changeAvailability } from './availability.ts';
import type { Deps } from './deps.ts';

type PartDeps = Pick<Deps, 'consultants' | 'tenants' | 'identity'>;

/**
 * Adds a time off; the same id again answers the one that is there. Sessions that are booked stay.
 * Refusals: forbidden, not_found, rule_refused (an empty range, or 500 already), conflict, idempotency_key_reused.
 */
export async function addTimeOff(
  deps: PartDeps,
  caller: Caller,
  input: { consultantId: string; timeOff: TimeOff },
): Promise<TimeOff> {
  const { timeOff } = input;
  if (timeOff.from >= timeOff.to) return refuse('rule_refused', { why: 'end_before_start' });
  const { timeOffId } = timeOff;
  const after = await changeAvailability(deps, caller, input.consultantId, (before) => {
    const known = before.timeOff.find((each) => each.timeOffId === timeOffId);
    if (known !== undefined) return isSameRange(known, timeOff) ? before : refuse('idempotency_key_reused');
    if (before.timeOff.length >= TIME_OFF_MAX) return refuseMore('time_off', TIME_OFF_MAX);
    return { ...before, timeOff: [...before.timeOff, timeOff] };
  });
  return after.timeOff.find((each) => each.timeOffId === timeOffId) ?? timeOff;
}

/** Takes a time off away; one that is not there is away already. Refusals: forbidden, not_found, conflict. */
export function removeTimeOff(
  deps: PartDeps,
  caller: Caller,
  input: { consultantId: string; timeOffId: string },
): Promise<Availability> {
  return changeAvailability(deps, caller, input.consultantId, (before) => {
    const timeOff = before.timeOff.filter(({ timeOffId }) => timeOffId !== input.timeOffId);
    return timeOff.length === before.timeOff.length ? before : { ...before, timeOff };
  });
}

/**
 * Sets the hours of one date; the same hours again answer the same. Refusals: forbidden, not_found, conflict, rule_refused
 * (+ errors, or 1,000 already; other hours for that date stand: they have to be removed first), invalid_request (no such day).
 */
export async function addOverride(
  deps: PartDeps,
  caller: Caller,
  input: { consultantId: string; override: DateOverride },
): Promise<DateOverride> {
  const { override } = input;
  await changeAvailability(deps, caller, input.consultantId, (before) => {
    const known = before.overrides.find(({ date }) => date === override.date);
    if (known !== undefined)
      return isSameHours(known, override) ? before : refuse('rule_refused', { why: 'override_exists' });
    if (before.overrides.length >= OVERRIDES_MAX) return refuseMore('overrides', OVERRIDES_MAX);
    return { ...before, overrides: [...before.overrides, override] };
  });
  return override;
}

/** Gives a date its weekday's hours back; one without an override has them already. Refusals: forbidden, not_found, conflict. */
export function removeOverride(
  deps: PartDeps,
  caller: Caller,
  input: { consultantId: string; date: string },
): Promise<Availability> {
  return changeAvailability(deps, caller, input.consultantId, (before) => {
    const overrides = before.overrides.filter(({ date }) => date !== input.date);
    return overrides.length === before.overrides.length ? before : { ...before, overrides };
  });
}

function isSameRange(a: TimeOff, b: TimeOff): boolean {
  return a.from.getTime() === b.from.getTime() && a.to.getTime() === b.to.getTime();
}

function isSameHours(a: DateOverride, b: DateOverride): boolean {
  const text = ({ hours }: DateOverride) => hours.map(({ from, to }) => `${from}-${to}`).join();
  return text(a) === text(b);
}

function refuseMore(what: string, maximum: number): never {
  return refuse('rule_refused', { why: `too_many_${what}`, maximum });
}
