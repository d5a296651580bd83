import type { Envelope } from '@consult/contracts/envelope';
import { isDuplicateKey } from '@consult/runtime/errors';
import { cellsOf } from '../domain/cells.ts';
import { type Consultation, isActive } from '../domain/consultation.ts';
import type { Interval } from '../domain/intervals.ts';
import type { ConsultationDocument, Consultations } from './consultation-document.ts';

/** The time a session takes from both people, in epoch minutes. */
export interface Occupancy {
  session: Interval;
  /** With the consultant's buffers. */
  consultantBusy: Interval;
  /** Whether the client may be in two places at once. */
  clientMayOverlap: boolean;
}

/**
 * Records a new consultation, its time and its events in one write; that write is the conflict check.
 * Answers `duplicate` when a unique index refused it: the id, a cell, or the same session twice.
 */
export async function insertConsultation(
  consultations: Consultations,
  consultation: Consultation,
  occupancy: Occupancy,
  events: Envelope[],
): Promise<'inserted' | 'duplicate'> {
  const document: ConsultationDocument = {
    ...consultation,
    active: true,
    consultantCells: cellsOf(occupancy.consultantBusy),
    ...(occupancy.clientMayOverlap ? {} : { clientCells: cellsOf(occupancy.session) }),
    busyFrom: occupancy.consultantBusy.start,
    busyTo: occupancy.consultantBusy.end,
    outbox: events,
  };
  return insertOnce(consultations, document);
}

/** Leaves a document that only holds the id. Answers `duplicate` when something has that id already. */
export function insertTombstone(
  consultations: Consultations,
  key: { tenantId: string; bookingId: string },
): Promise<'inserted' | 'duplicate'> {
  return insertOnce(consultations, { _id: key.bookingId, tenantId: key.tenantId, tombstone: true, outbox: [] });
}

/** By the public id. */
export async function findConsultation(
  consultations: Consultations,
  key: { tenantId: string; consultationId: string },
): Promise<Consultation | undefined> {
  const found = await consultations.findOne(key).lean<ConsultationDocument>();
  return found === null ? undefined : toConsultation(found);
}

/** By the internal id; `tombstone` when a fence holds it. */
export async function findBooking(
  consultations: Consultations,
  key: { tenantId: string; bookingId: string },
): Promise<Consultation | 'tombstone' | undefined> {
  const found = await consultations
    .findOne({ tenantId: key.tenantId, _id: key.bookingId })
    .lean<ConsultationDocument>();
  if (found === null) return undefined;
  return found.tombstone ? 'tombstone' : toConsultation(found);
}

/** The standing consultation of the same two people at the same start, if there is one. */
export async function findSameSession(
  consultations: Consultations,
  key: { tenantId: string; clientId: string; consultantId: string; scheduledStart: Date },
): Promise<Consultation | undefined> {
  const found = await consultations.findOne({ ...key, active: true }).lean<ConsultationDocument>();
  return found === null ? undefined : toConsultation(found);
}

/**
 * Writes what a move changed and its events, only against the version that was read; false when it has moved on.
 * A consultation that is given up gives its time back in the same write.
 */
export async function saveMove(
  consultations: Consultations,
  before: Consultation,
  after: Consultation,
  events: Envelope[],
): Promise<boolean> {
  const { status, actualStart, actualEnd, outcomes, deliverables, feedback, history, dueAt, version } = after;
  const freed = isActive(status) ? {} : { active: 1, consultantCells: 1, clientCells: 1, busyFrom: 1, busyTo: 1 };
  const { matchedCount } = await consultations.updateOne(
    { tenantId: before.tenantId, _id: before._id, version: before.version },
    {
      $set: {
        status,
        deliverables,
        feedback,
        history,
        version,
        ...(status.current === 'completed' ? { countPending: true } : {}),
        ...(actualStart === undefined ? {} : { actualStart }),
        ...(actualEnd === undefined ? {} : { actualEnd }),
        ...(outcomes === undefined ? {} : { outcomes }),
        ...(dueAt === undefined ? {} : { dueAt }),
      },
      $unset: { ...freed, ...(dueAt === undefined ? { dueAt: 1 } : {}) },
      $push: { outbox: { $each: events } },
    },
  );
  return matchedCount === 1;
}

/** Marks a revision above the present one as fenced, at the version that was read; false when it has moved on. */
export async function saveFence(
  consultations: Consultations,
  before: Consultation,
  revision: number,
): Promise<boolean> {
  const { matchedCount } = await consultations.updateOne(
    { tenantId: before.tenantId, _id: before._id, version: before.version },
    { $set: { version: before.version + 1 }, $max: { fencedRevision: revision } },
  );
  return matchedCount === 1;
}

async function insertOnce(
  consultations: Consultations,
  document: ConsultationDocument | Pick<ConsultationDocument, '_id' | 'tenantId' | 'tombstone' | 'outbox'>,
): Promise<'inserted' | 'duplicate'> {
  try {
    await consultations.create(document);
    return 'inserted';
  } catch (error) {
    if (isDuplicateKey(error)) return 'duplicate';
    throw error;
  }
}

/** What the domain knows of a document: without cells, counters and outbox. */
export function toConsultation(document: ConsultationDocument): Consultation {
  const {
    active: _active,
    consultantCells: _consultantCells,
    clientCells: _clientCells,
    busyFrom: _busyFrom,
    busyTo: _busyTo,
    fencedRevision: _fencedRevision,
    counted: _counted,
    countPending: _countPending,
    tombstone: _tombstone,
    outbox: _outbox,
    ...consultation
  } = document;
  return consultation;
}
