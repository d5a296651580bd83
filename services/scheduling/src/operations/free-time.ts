import { minuteOf, slotRules } from '../domain/availability.ts';
import type { Consultant } from '../domain/consultant.ts';
import type { Interval } from '../domain/intervals.ts';
import { type BusyTimes, type Cut, findSlots, judgeSession } from '../domain/slots.ts';
import { offsetAt } from '../domain/zone-offsets.ts';
import { clientBusyTimes, consultantBusyTimes } from '../store/consultation-queries.ts';
import type { TenantRules } from '../store/projections.ts';
import type { Deps } from './deps.ts';

/** A free start as the API shows it; `offsetMinutes` is that of the asked zone at that instant. */
export interface Slot {
  start: string;
  end: string;
  offsetMinutes: number;
}
/** Who wants to meet whom, under which rules. */
export interface Meeting {
  consultant: Consultant;
  tenant: TenantRules;
  /** Absent: any client; present: their own sessions are busy times too. */
  clientId?: string | undefined;
  /** The internal id of a session that is being moved: its own time and claims do not stand in its way. */
  exceptBookingId?: string | undefined;
}

const DAY_MINUTES = 1_440;
const NEAREST_SLOTS_MAX = 5;
/** How far around the wanted start the nearest free slots are looked for. */
const NEAREST_REACH_DAYS = 14;

/** Free slots with a start in `range` (epoch minutes), ascending. */
export async function freeSlots(
  deps: Deps,
  meeting: Meeting,
  query: { range: Interval; durationMinutes: number; timezone?: string | undefined },
): Promise<Slot[]> {
  const { consultant, tenant } = meeting;
  const { range, durationMinutes } = query;
  const zone = query.timezone ?? consultant.availability.timezone;
  const rules = slotRules(consultant.availability, tenant.policies, durationMinutes);
  const busy = await busyTimes(deps, meeting, { start: range.start, end: range.end + durationMinutes });
  const starts = findSlots(rules, busy, { ...range, durationMinutes, now: minuteAfter(deps.clock.now()) });
  return starts.map((start) => ({
    start: isoOf(start),
    end: isoOf(start + durationMinutes),
    offsetMinutes: offsetAt(zone, start),
  }));
}

/** What, if anything, stands against this session now; the same cuts in the same order as the list. */
export async function judgeWanted(deps: Deps, meeting: Meeting, session: Interval): Promise<Cut> {
  const { consultant, tenant } = meeting;
  const rules = slotRules(consultant.availability, tenant.policies, session.end - session.start);
  const busy = await busyTimes(deps, meeting, session);
  return judgeSession(rules, busy, { ...session, now: minuteAfter(deps.clock.now()) });
}

/** The free slots nearest to a session that cannot be had, nearest first, at most five. */
export async function nearestSlots(deps: Deps, meeting: Meeting, session: Interval): Promise<Slot[]> {
  const reach = NEAREST_REACH_DAYS * DAY_MINUTES;
  const range = { start: session.start - reach, end: session.start + reach };
  const slots = await freeSlots(deps, meeting, { range, durationMinutes: session.end - session.start });
  const distance = (slot: Slot) => Math.abs(minuteOf(new Date(slot.start)) - session.start);
  return slots.toSorted((a, b) => distance(a) - distance(b)).slice(0, NEAREST_SLOTS_MAX);
}

async function busyTimes(deps: Deps, meeting: Meeting, range: Interval): Promise<BusyTimes> {
  const { consultant, tenant, clientId, exceptBookingId } = meeting;
  const { tenantId, _id: consultantId } = consultant;
  const key = { tenantId, exceptBookingId, now: deps.clock.now() };
  const oneAtATime = clientId !== undefined && !tenant.policies.clientMayOverlap;
  const [ofConsultant, ofClient] = await Promise.all([
    consultantBusyTimes(deps.consultations, { ...key, consultantId }, range),
    oneAtATime ? clientBusyTimes(deps.consultations, { ...key, clientId }, range) : [],
  ]);
  return { consultant: ofConsultant, client: ofClient };
}

/** A start in the running minute is already past. */
function minuteAfter(now: Date): number {
  return Math.ceil(now.getTime() / 60_000);
}

function isoOf(minute: number): string {
  return new Date(minute * 60_000).toISOString();
}
