import { cellsOf } from '../domain/cells.ts';
import type { Interval } from '../domain/intervals.ts';
import type { ConsultationDocument } from './consultation-document.ts';

/** The time a session takes from both people, in epoch minutes. */
export interface Occupancy {
  session: Interval;
  /** With the consultant's buffers. */
  consultantBusy: Interval;
  /** Whether the client may be in two places at once. */
  clientMayOverlap: boolean;
  /** Ordinals in limited periods; see `operations/limit-claims.ts`. */
  limitClaims?: string[] | undefined;
}

type Occupied = Pick<
  ConsultationDocument,
  'active' | 'consultantCells' | 'clientCells' | 'busyFrom' | 'busyTo' | 'limitClaims'
>;

/** The fields that give a document its time; what it has none of is left out, for an empty array would be indexed. */
export function occupied(occupancy: Occupancy): Occupied {
  const { session, consultantBusy, clientMayOverlap, limitClaims = [] } = occupancy;
  return {
    active: true,
    consultantCells: cellsOf(consultantBusy),
    ...(clientMayOverlap ? {} : { clientCells: cellsOf(session) }),
    busyFrom: consultantBusy.start,
    busyTo: consultantBusy.end,
    ...(limitClaims.length === 0 ? {} : { limitClaims }),
  };
}

/** What is unset when the time is given back. */
export const FREED: Readonly<Record<keyof Occupied, 1>> = {
  active: 1,
  consultantCells: 1,
  clientCells: 1,
  busyFrom: 1,
  busyTo: 1,
  limitClaims: 1,
};

/** For an update that replaces one time by another: what the new one sets, and what of the old one it must unset. */
export function reoccupied(occupancy: Occupancy): { $set: Occupied; $unset: Partial<Record<keyof Occupied, 1>> } {
  const $set = occupied(occupancy);
  return {
    $set,
    $unset: {
      ...($set.clientCells === undefined ? { clientCells: 1 } : {}),
      ...($set.limitClaims === undefined ? { limitClaims: 1 } : {}),
    },
  };
}
