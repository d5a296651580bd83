import { type PackedSlots, type Slot, slotsOf } from '@consult/contracts/api/slots';
import { type Caller, hasRole } from '@consult/runtime/caller';
import { minuteOf } from '../domain/availability.ts';
import type { Consultant } from '../domain/consultant.ts';
import type { Interval } from '../domain/intervals.ts';
import { findWithAvailability } from '../store/consultants.ts';
import { type BusyTime, clientBusyTimes, manyBusyTimes } from '../store/consultation-queries.ts';
import type { TenantRules } from '../store/projections.ts';
import { apart, limitedSessions } from './busy-times.ts';
import type { Deps } from './deps.ts';
import { lengthOf, rangeOf, type TimeQuestion } from './find-slots.ts';
import { freeTime } from './free-time.ts';
import { tenantRules } from './tenant-rules.ts';

/** How many consultants one question looks at: the first by name that match. */
const CONSULTANTS_MAX = 50;
/** How many days of many consultants' slots one question may ask for. */
const RANGE_MAX_DAYS = 31;

export interface FirstSlotsQuestion extends TimeQuestion {
  expertise?: string | undefined;
  language?: string | undefined;
}
export interface ConsultantSlot extends Slot {
  consultant: { consultantId: string; name: string };
}
/** A row's place among the slots by start, then name. */
export interface SlotPlace {
  start: string;
  name: string;
  consultantId: string;
}

interface SlotPage {
  limit: number;
  place: SlotPlace | undefined;
}

/**
 * Free starts of all bookable consultants who match, the earliest first and at one start by name; at most `limit` after `place`.
 * Only the first 50 by name are looked at: `more` says that others match too.
 * Refusals: rule_refused (range, grid), duration_not_allowed, invalid_request (zone).
 */
export async function findFirstSlots(
  deps: Deps,
  caller: Caller,
  question: FirstSlotsQuestion,
  page: SlotPage,
): Promise<{ slots: ConsultantSlot[]; consultants: number; more: boolean }> {
  const { expertise, language, type } = question;
  const range = rangeOf(question, RANGE_MAX_DAYS);
  const tenant = await tenantRules(deps, caller);
  const durationMinutes = lengthOf(question, tenant.policies.sessionMinutes);
  const filter = { tenantId: caller.tenantId, inactiveToo: false, expertise, language, type };
  const found = await findWithAvailability(deps.consultants, filter, CONSULTANTS_MAX + 1);
  const consultants = found.slice(0, CONSULTANTS_MAX);
  const wish = { range, durationMinutes, timezone: question.timezone, now: deps.clock.now() };
  const all = await slotsOfAll(deps, caller, { tenant, consultants, ...wish }, page);
  const { place } = page;
  const rest = place === undefined ? all : all.filter((slot) => compare(placeOf(slot), place) > 0);
  const more = found.length > consultants.length;
  return { slots: rest.slice(0, page.limit), consultants: consultants.length, more };
}

/** Where a slot stands in the list. */
export function placeOf({ start, consultant }: ConsultantSlot): SlotPlace {
  return { start, ...consultant };
}

async function slotsOfAll(
  deps: Deps,
  caller: Caller,
  input: Parameters<typeof freeTime>[2] & { tenant: TenantRules; consultants: Consultant[] },
  page: SlotPage,
): Promise<ConsultantSlot[]> {
  const { tenant, consultants, ...wish } = input;
  const reach = { start: wish.range.start, end: wish.range.end + wish.durationMinutes };
  const key = { tenantId: caller.tenantId, now: wish.now };
  const ids = consultants.map(({ _id }) => _id);
  const [busy, client] = await Promise.all([
    manyBusyTimes(deps.consultations, { ...key, consultantIds: ids }, reach),
    clientTimes(deps, caller, tenant, reach),
  ]);
  const lists = await Promise.all(
    consultants.map(async (consultant) => {
      const times: BusyTime[] = busy.get(consultant._id) ?? [];
      const limited = await limitedSessions(deps, { consultant }, reach);
      const free = freeTime({ consultant, tenant }, { ...apart(times), client, limited }, wish);
      const slots = slotsOf(firstOf(free, page));
      const shown = { consultantId: consultant._id, name: consultant.name };
      return slots.map((slot) => ({ ...slot, consultant: shown }));
    }),
  );
  return lists.flat().toSorted((a, b) => compare(placeOf(a), placeOf(b)));
}

/** As many starts as one page can show of one consultant, and one that the place itself may be: only these are written out. */
function firstOf(
  { startMinutes, offsetMinutes, durationMinutes }: PackedSlots,
  { limit, place }: SlotPage,
): PackedSlots {
  const first = place === undefined ? 0 : minuteOf(new Date(place.start));
  const from = startMinutes.findIndex((start) => start >= first);
  const to = from + limit + 1;
  if (from < 0) return { startMinutes: [], offsetMinutes: [], durationMinutes };
  return { startMinutes: startMinutes.slice(from, to), offsetMinutes: offsetMinutes.slice(from, to), durationMinutes };
}

/** A client is not offered what falls into their own sessions. */
async function clientTimes(deps: Deps, caller: Caller, tenant: TenantRules, reach: Interval): Promise<Interval[]> {
  if (!hasRole(caller, 'client') || tenant.policies.clientMayOverlap) return [];
  const key = { tenantId: caller.tenantId, clientId: caller.userId, now: deps.clock.now() };
  return clientBusyTimes(deps.consultations, key, reach);
}

function compare(a: SlotPlace, b: SlotPlace): number {
  return order(a.start, b.start) || order(a.name, b.name) || order(a.consultantId, b.consultantId);
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
