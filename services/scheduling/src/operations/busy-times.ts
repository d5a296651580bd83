import { buffersOf } from '../domain/availability.ts';
import { busyTime } from '../domain/cells.ts';
import type { Consultant } from '../domain/consultant.ts';
import type { Interval } from '../domain/intervals.ts';
import { type LimitedSession, limitReach } from '../domain/limits.ts';
import { localDay } from '../domain/local-days.ts';
import type { BusyTimes } from '../domain/slots.ts';
import {
  bothBusyTimes,
  type BusyTime,
  claimedSessions,
  clientBusyTimes,
  consultantBusyTimes,
} from '../store/consultation-queries.ts';
import type { TenantRules } from '../store/projections.ts';
import type { Deps } from './deps.ts';

/** Who wants to meet whom, under which rules. */
export interface Meeting {
  consultant: Consultant;
  tenant: TenantRules;
  /** Absent: any client; present: their own sessions are busy times too. */
  clientId?: string | undefined;
  /** The internal id of a session that is being moved: its own time and claims do not stand in its way. */
  exceptBookingId?: string | undefined;
}

type BusyDeps = Pick<Deps, 'consultations' | 'clock'>;

/**
 * What the two people have on around `range` (epoch minutes) that could stand in the way of a session in it. `known`: what the
 * consultant has on, where it has been read already.
 */
export async function busyTimes(
  deps: BusyDeps,
  meeting: Meeting,
  range: Interval,
  known?: BusyTime[],
): Promise<BusyTimes> {
  const [people, limited] = await Promise.all([
    timesOfBoth(deps, meeting, range, known),
    limitedSessions(deps, meeting, range),
  ]);
  return { ...apart(people.consultant), client: people.client, limited };
}

async function timesOfBoth(
  { consultations, clock }: BusyDeps,
  { consultant, tenant, clientId, exceptBookingId }: Meeting,
  range: Interval,
  known: BusyTime[] | undefined,
): Promise<{ consultant: readonly BusyTime[]; client: readonly Interval[] }> {
  const { tenantId, _id: consultantId } = consultant;
  const key = { tenantId, exceptBookingId, now: clock.now() };
  if (clientId === undefined || tenant.policies.clientMayOverlap)
    return {
      consultant: known ?? (await consultantBusyTimes(consultations, { ...key, consultantId }, range)),
      client: [],
    };
  if (known === undefined) {
    const wide = busyTime(range, buffersOf(consultant.availability));
    return bothBusyTimes(consultations, { ...key, consultantId, clientId }, { range, wide });
  }
  return { consultant: known, client: await clientBusyTimes(consultations, { ...key, clientId }, range) };
}

/** Sessions and holds apart: they are cuts of their own. */
export function apart(times: readonly BusyTime[]): Pick<BusyTimes, 'consultant' | 'held'> {
  if (!times.some(({ held }) => held)) return { consultant: times };
  return { consultant: times.filter(({ held }) => !held), held: times.filter(({ held }) => held) };
}

/** The sessions that count to the limits of the local days in `range`; none where there are no limits. */
export async function limitedSessions(
  deps: BusyDeps,
  { consultant, exceptBookingId }: Omit<Meeting, 'tenant'>,
  range: Interval,
): Promise<LimitedSession[]> {
  const { timezone, limits } = consultant.availability;
  if (limits === undefined) return [];
  const key = { tenantId: consultant.tenantId, consultantId: consultant._id, exceptBookingId, now: deps.clock.now() };
  const reach = limitReach(limits, localDay(timezone, range.start), localDay(timezone, range.end));
  const sessions = await claimedSessions(deps.consultations, key, reach);
  return sessions.map(({ start, end, claims }) => ({ day: localDay(timezone, start), minutes: end - start, claims }));
}
