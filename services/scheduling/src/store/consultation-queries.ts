import { afterPlace, type TimePage } from '@consult/runtime/paging';
import type { Consultation, State } from '../domain/consultation.ts';
import type { Interval } from '../domain/intervals.ts';
import { LONGEST_SESSION_MINUTES } from '../domain/session-types.ts';
import type { ConsultationDocument, Consultations } from './consultation-document.ts';
import { toConsultation } from './consultations.ts';

const MINUTE_MS = 60_000;
/** The longest buffer an availability may name; see AvailabilityInput. */
const LONGEST_BUFFER_MINUTES = 720;
const REACH_MS = (LONGEST_SESSION_MINUTES + LONGEST_BUFFER_MINUTES) * MINUTE_MS;

/** Which consultations a list shows; every part narrows it. */
export interface ConsultationFilter {
  tenantId: string;
  /** Own as client, as consultant, or as either; absent: the whole tenant. */
  clientId?: string | undefined;
  consultantId?: string | undefined;
  participantId?: string | undefined;
  status?: State | undefined;
  /** Half-open range of the scheduled start. */
  from?: Date | undefined;
  to?: Date | undefined;
}

/** When the consultant is busy around `range`, buffers included, in epoch minutes. */
export async function consultantBusyTimes(
  consultations: Consultations,
  key: { tenantId: string; consultantId: string },
  range: Interval,
): Promise<Interval[]> {
  const found = await consultations
    .find({ ...key, active: true, scheduledStart: around(range) }, { _id: 0, busyFrom: 1, busyTo: 1 })
    .lean<Pick<ConsultationDocument, 'busyFrom' | 'busyTo'>[]>();
  return found.flatMap(({ busyFrom, busyTo }) =>
    busyFrom === undefined || busyTo === undefined ? [] : [{ start: busyFrom, end: busyTo }],
  );
}

/** When the client has sessions around `range`, whoever with, in epoch minutes. */
export async function clientBusyTimes(
  consultations: Consultations,
  key: { tenantId: string; clientId: string },
  range: Interval,
): Promise<Interval[]> {
  const found = await consultations
    .find({ ...key, active: true, scheduledStart: around(range) }, { _id: 0, scheduledStart: 1, scheduledEnd: 1 })
    .lean<Pick<ConsultationDocument, 'scheduledStart' | 'scheduledEnd'>[]>();
  return found.map(({ scheduledStart, scheduledEnd }) => ({
    start: scheduledStart.getTime() / MINUTE_MS,
    end: scheduledEnd.getTime() / MINUTE_MS,
  }));
}

/** A page of consultations, newest start first; cost does not grow with what lies before it. */
export async function listConsultations(
  consultations: Consultations,
  filter: ConsultationFilter,
  page: TimePage,
): Promise<Consultation[]> {
  const { tenantId, clientId, consultantId, participantId, status, from, to } = filter;
  const start = { ...(from === undefined ? {} : { $gte: from }), ...(to === undefined ? {} : { $lt: to }) };
  const found = await consultations
    .find({
      tenantId,
      tombstone: { $exists: false },
      ...(clientId === undefined ? {} : { clientId }),
      ...(consultantId === undefined ? {} : { consultantId }),
      ...(status === undefined ? {} : { 'status.current': status }),
      $and: [
        ...(participantId === undefined
          ? []
          : [{ $or: [{ clientId: participantId }, { consultantId: participantId }] }]),
        ...(from === undefined && to === undefined ? [] : [{ scheduledStart: start }]),
        afterPlace('scheduledStart', page.place),
      ],
    })
    .sort({ scheduledStart: -1, _id: -1 })
    .limit(page.limit)
    .lean<ConsultationDocument[]>();
  return found.map(toConsultation);
}

function around(range: Interval): { $gt: Date; $lt: Date } {
  return { $gt: new Date(range.start * MINUTE_MS - REACH_MS), $lt: new Date(range.end * MINUTE_MS + REACH_MS) };
}
