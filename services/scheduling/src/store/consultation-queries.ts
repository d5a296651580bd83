import { LONGEST_SESSION_MINUTES } from '@consult/contracts/primitives';
import { afterPlace, type TimePage } from '@consult/runtime/paging';
import type { Consultation, State } from '../domain/consultation.ts';
import type { Interval } from '../domain/intervals.ts';
import type { ConsultationDocument, Consultations } from './consultation-document.ts';
import { toConsultation } from './consultations.ts';

const MINUTE_MS = 60_000;
/** The longest buffer an availability may name; see AvailabilityInput. */
const LONGEST_BUFFER_MINUTES = 720;

/** Which consultations a list shows; every part narrows it. */
export interface ConsultationFilter {
  tenantId: string;
  /** Own as client, as consultant, or as either; absent: the whole tenant. */
  clientId?: string | undefined;
  consultantId?: string | undefined;
  participantId?: string | undefined;
  status?: State | undefined;
  /** True: only no-shows with a dispute that no admin has settled. */
  disputed?: boolean | undefined;
  /** Half-open range of the scheduled start. */
  from?: Date | undefined;
  to?: Date | undefined;
}

/** Somebody's standing sessions and slot holds, but for the one that is being moved. */
export interface BusyKey {
  tenantId: string;
  /** Business time: a hold that has lapsed by now takes no time. */
  now: Date;
  /** The internal id of a session whose own time does not count. */
  exceptBookingId?: string | undefined;
}
/** Part of a document that is only a slot hold, or was one. */
interface Held {
  hold?: { expiresAt: Date } | undefined;
}
/** A busy time of a consultant, buffers included, in epoch minutes. */
export interface BusyTime extends Interval {
  /** Not a session yet: a slot held while its buyer pays. */
  held: boolean;
}

type BusyPart = Pick<ConsultationDocument, 'busyFrom' | 'busyTo'> & Held;
/** All there is in one answer: the server's first batch is 101 otherwise, and the rest costs a round trip of its own. */
const ONE_BATCH = 5_000;
const BUSY_PARTS = { busyFrom: 1, busyTo: 1, 'hold.expiresAt': 1 } as const;
const BOTH_PARTS = { ...BUSY_PARTS, consultantId: 1, clientId: 1, scheduledStart: 1, scheduledEnd: 1 } as const;
type BothPart = BusyPart & Pick<ConsultationDocument, 'consultantId' | 'clientId' | 'scheduledStart' | 'scheduledEnd'>;

/** When the consultant is busy around `range`, whatever buffers it is wanted with, in the order of the sessions' starts. */
export async function consultantBusyTimes(
  consultations: Consultations,
  key: BusyKey & { consultantId: string },
  range: Interval,
): Promise<BusyTime[]> {
  const { now, ...of } = key;
  const found = await consultations
    .find(standing(of, withAnyBuffers(range)), { _id: 0, ...BUSY_PARTS })
    .sort({ scheduledStart: 1 })
    .batchSize(ONE_BATCH)
    .lean<BusyPart[]>();
  return found.flatMap((part) => busyTimeOf(part, now));
}

/**
 * What a consultant and a client have on within `range`, in one query: all that a booking has to know.
 * @param wide the range with the consultant's buffers around it
 */
export async function bothBusyTimes(
  consultations: Consultations,
  key: BusyKey & { consultantId: string; clientId: string },
  { range, wide }: { range: Interval; wide: Interval },
): Promise<{ consultant: BusyTime[]; client: Interval[] }> {
  const { now, consultantId, clientId, ...of } = key;
  // The index finds what begins near enough to matter; what does not reach into the range stays where it is.
  const either = [
    { consultantId, scheduledStart: near(wide), busyFrom: { $lt: wide.end }, busyTo: { $gt: wide.start } },
    { clientId, scheduledStart: near(range), scheduledEnd: { $gt: new Date(range.start * MINUTE_MS) } },
  ];
  const found = await consultations
    .find({ ...active(of), $or: either }, { _id: 0, ...BOTH_PARTS })
    .batchSize(ONE_BATCH)
    .lean<BothPart[]>();
  const inOrder = found.toSorted((a, b) => a.scheduledStart.getTime() - b.scheduledStart.getTime());
  return {
    consultant: inOrder.filter((part) => part.consultantId === consultantId).flatMap((part) => busyTimeOf(part, now)),
    client: inOrder.filter((part) => part.clientId === clientId && !isLapsed(part.hold, now)).map(minutesOfSession),
  };
}

/** The same of many consultants in one query, by consultant. */
export async function manyBusyTimes(
  consultations: Consultations,
  key: Omit<BusyKey, 'exceptBookingId'> & { consultantIds: string[] },
  range: Interval,
): Promise<Map<string, BusyTime[]>> {
  const { tenantId, consultantIds, now } = key;
  const found = await consultations
    .find(
      { tenantId, consultantId: { $in: consultantIds }, active: true, scheduledStart: near(withAnyBuffers(range)) },
      { _id: 0, consultantId: 1, ...BUSY_PARTS },
    )
    .batchSize(ONE_BATCH)
    .lean<(BusyPart & Pick<ConsultationDocument, 'consultantId'>)[]>();
  const busy = new Map<string, BusyTime[]>();
  for (const { consultantId, ...part } of found) {
    const times = busy.get(consultantId) ?? [];
    busy.set(consultantId, times);
    times.push(...busyTimeOf(part, now));
  }
  return busy;
}

/** When the client has sessions around `range`, whoever with, in epoch minutes. */
export async function clientBusyTimes(
  consultations: Consultations,
  key: BusyKey & { clientId: string },
  range: Interval,
): Promise<Interval[]> {
  const { now, ...of } = key;
  const found = await consultations
    .find(standing(of, range), { _id: 0, scheduledStart: 1, scheduledEnd: 1, 'hold.expiresAt': 1 })
    .lean<(Pick<ConsultationDocument, 'scheduledStart' | 'scheduledEnd'> & Held)[]>();
  return found.filter(({ hold }) => !isLapsed(hold, now)).map(minutesOfSession);
}

/** The consultant's sessions with a start in `range` and what they have claimed, slot holds included. */
export async function claimedSessions(
  consultations: Consultations,
  key: BusyKey & { consultantId: string },
  range: Interval,
): Promise<(Interval & { claims: string[] })[]> {
  const { now, ...of } = key;
  const found = await consultations
    .find(standing(of, range), { _id: 0, scheduledStart: 1, scheduledEnd: 1, 'hold.expiresAt': 1, limitClaims: 1 })
    .lean<(Pick<ConsultationDocument, 'scheduledStart' | 'scheduledEnd' | 'limitClaims'> & Held)[]>();
  return found
    .filter(({ hold }) => !isLapsed(hold, now))
    .map((session) => ({ ...minutesOfSession(session), claims: session.limitClaims ?? [] }));
}

function standing(of: Omit<BusyKey, 'now'> & { consultantId?: string; clientId?: string }, range: Interval) {
  return { ...active(of), scheduledStart: near(range) };
}

function active<T extends { exceptBookingId?: string | undefined }>({ exceptBookingId, ...key }: T) {
  return { ...key, active: true as const, ...(exceptBookingId === undefined ? {} : { _id: { $ne: exceptBookingId } }) };
}

function busyTimeOf({ busyFrom, busyTo, hold }: BusyPart, now: Date): BusyTime[] {
  return busyFrom === undefined || busyTo === undefined || isLapsed(hold, now)
    ? []
    : [{ start: busyFrom, end: busyTo, held: hold !== undefined }];
}

function isLapsed(hold: Held['hold'], now: Date): boolean {
  return hold !== undefined && hold.expiresAt <= now;
}

function minutesOfSession(session: Pick<ConsultationDocument, 'scheduledStart' | 'scheduledEnd'>): Interval {
  return { start: session.scheduledStart.getTime() / MINUTE_MS, end: session.scheduledEnd.getTime() / MINUTE_MS };
}

/** A page of consultations, newest start first; cost does not grow with what lies before it. */
export async function listConsultations(
  consultations: Consultations,
  filter: ConsultationFilter,
  page: TimePage,
): Promise<Consultation[]> {
  const found = await consultationsQuery(consultations, filter, page).lean<ConsultationDocument[]>();
  return found.map(toConsultation);
}

/** The query of such a page: every combination of filters goes along an index in the order of the list. */
export function consultationsQuery(consultations: Consultations, filter: ConsultationFilter, page: TimePage) {
  const { tenantId, clientId, consultantId, participantId, status, disputed, from, to } = filter;
  const start = { ...(from === undefined ? {} : { $gte: from }), ...(to === undefined ? {} : { $lt: to }) };
  return consultations
    .find({
      tenantId,
      // Slot holds and tombstones have none.
      consultationId: { $exists: true },
      ...(clientId === undefined ? {} : { clientId }),
      ...(consultantId === undefined ? {} : { consultantId }),
      ...(status === undefined ? {} : { 'status.current': status }),
      ...(disputed === undefined ? {} : { disputeOpen: disputed ? true : { $exists: false } }),
      $and: [
        ...(participantId === undefined
          ? []
          : [{ $or: [{ clientId: participantId }, { consultantId: participantId }] }]),
        ...(from === undefined && to === undefined ? [] : [{ scheduledStart: start }]),
        afterPlace('scheduledStart', page.place),
      ],
    })
    .sort({ scheduledStart: -1, _id: -1 })
    .limit(page.limit);
}

/** Starts of all sessions that may reach into `range`, with whatever buffers they were booked. */
function near({ start, end }: Interval): { $gt: Date; $lt: Date } {
  return {
    $gt: new Date((start - LONGEST_SESSION_MINUTES - LONGEST_BUFFER_MINUTES) * MINUTE_MS),
    $lt: new Date((end + LONGEST_BUFFER_MINUTES) * MINUTE_MS),
  };
}

/** What a session in `range` may take of its consultant's time. */
function withAnyBuffers({ start, end }: Interval): Interval {
  return { start: start - LONGEST_BUFFER_MINUTES, end: end + LONGEST_BUFFER_MINUTES };
}
