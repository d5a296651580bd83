import { buffersOf } from '../domain/availability.ts';
import { busyTime } from '../domain/cells.ts';
import type { Interval } from '../domain/intervals.ts';
import type { Inserted } from '../store/inserts.ts';
import { holdsInTheWay } from '../store/holds.ts';
import type { Occupancy } from '../store/occupancy.ts';
import type { Deps } from './deps.ts';
import type { Meeting } from './busy-times.ts';
import { lapseHold } from './lapse-hold.ts';
import { withLimitClaims } from './limit-claims.ts';

/** Whose time is taken, from when to when, and for which document. */
export interface TimeTaken extends Meeting {
  clientId: string;
  /** Epoch minutes. */
  session: Interval;
  bookingId: string;
}

/**
 * Carries out the one write that takes a session's time from both people: with the ordinals it claims under limits, and once more
 * where only holds stood in its way whose time is over. Answers what the write answers; `limit`: a period is full.
 * A write that a unique index refuses must leave nothing behind.
 */
export async function takeTime<T extends string>(
  deps: Deps,
  taken: TimeTaken,
  write: (occupancy: Occupancy) => Promise<T | Exclude<Inserted, 'inserted'>>,
): Promise<T | 'duplicate' | 'limit'> {
  let hasGivenWay = false;
  return withLimitClaims<T | 'duplicate'>(deps, taken, taken, async (limitClaims) => {
    const occupancy = { ...occupancyOf(taken), limitClaims };
    const written = await write(occupancy);
    if ((written !== 'duplicate' && written !== 'limit_taken') || hasGivenWay) return written;
    hasGivenWay = true;
    return (await giveWay(deps, taken, occupancy)) ? write(occupancy) : written;
  });
}

function occupancyOf({ consultant, tenant, session }: TimeTaken): Occupancy {
  return {
    session,
    consultantBusy: busyTime(session, buffersOf(consultant.availability)),
    clientMayOverlap: tenant.policies.clientMayOverlap,
  };
}

/** Ends the holds in the way whose time is over; whether there were any. */
async function giveWay(deps: Deps, taken: TimeTaken, occupancy: Occupancy): Promise<boolean> {
  const { consultant, clientId, bookingId } = taken;
  const key = { tenantId: consultant.tenantId, consultantId: consultant._id, clientId };
  const now = deps.clock.now();
  const found = await holdsInTheWay(deps.consultations, key, occupancy, now);
  const others = found.filter(({ _id }) => _id !== bookingId);
  const lapsed = await Promise.all(others.map((hold) => lapseHold(deps, hold)));
  return lapsed.length > 0;
}
