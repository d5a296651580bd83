import type { Envelope } from '@consult/contracts/envelope';
import { isDuplicateKey } from '@consult/runtime/errors';
import { groupRead } from '@consult/runtime/group-read';
import { type Consultation, isActive } from '../domain/consultation.ts';
import type { Hold } from '../domain/hold.ts';
import { hasOpenDispute } from '../domain/resolve.ts';
import type { ConsultationDocument, Consultations } from './consultation-document.ts';
import { type Inserted, type Inserts, refusedInsert } from './inserts.ts';
import { FREED, occupied, type Occupancy } from './occupancy.ts';

/**
 * Records a new consultation, its time and its events in one write; that write is the conflict check.
 * Answers `duplicate` when a unique index refused it: the id, a cell, or the same session twice; `limit_taken` when it was that of
 * the claims.
 */
export async function insertConsultation(
  inserts: Inserts,
  consultation: Consultation,
  occupancy: Occupancy,
  events: Envelope[],
): Promise<Inserted> {
  const insertion = await inserts.commit({ ...consultation, ...occupied(occupancy), outbox: events });
  return insertion.isNew ? 'inserted' : refusedInsert(insertion.why);
}

/** Leaves a document that only holds the id. Answers `duplicate` when something has that id already. */
export async function insertTombstone(
  consultations: Consultations,
  key: { tenantId: string; bookingId: string },
): Promise<'inserted' | 'duplicate'> {
  const inserted = await insertOnce(consultations, {
    _id: key.bookingId,
    tenantId: key.tenantId,
    tombstone: true,
    outbox: [],
  });
  return inserted === 'inserted' ? inserted : 'duplicate';
}

/** By the public id. */
export async function findConsultation(
  consultations: Consultations,
  key: { tenantId: string; consultationId: string },
): Promise<Consultation | undefined> {
  const found = await consultations.findOne(key).lean<ConsultationDocument>();
  return found === null ? undefined : toConsultation(found);
}

const readBooking = groupRead<ConsultationDocument>('bookings');

/** By the internal id: what a slot hold has become, or the hold itself; `tombstone` when a fence holds it. */
export async function findBooking(
  consultations: Consultations,
  key: { tenantId: string; bookingId: string },
): Promise<Consultation | Hold | 'tombstone' | undefined> {
  const found = await readBooking(consultations, { tenantId: key.tenantId, _id: key.bookingId });
  if (found === undefined) return undefined;
  if (found.tombstone) return 'tombstone';
  return found.hold === undefined ? toConsultation(found) : toHold({ ...found, hold: found.hold });
}

/** The standing consultation, or the open hold, of the same two people at the same start, if there is one. */
export async function findSameSession(
  consultations: Consultations,
  key: { tenantId: string; clientId: string; consultantId: string; scheduledStart: Date },
): Promise<Consultation | Hold | undefined> {
  const found = await consultations.findOne({ ...key, active: true }).lean<ConsultationDocument>();
  if (found === null) return undefined;
  return found.hold === undefined ? toConsultation(found) : toHold({ ...found, hold: found.hold });
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
  const { resolution, earnings = [] } = after;
  const isDisputed = hasOpenDispute(after);
  const freed = isActive(status) ? {} : FREED;
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
        ...(resolution === undefined ? {} : { resolution }),
        ...(earnings.length === 0 ? {} : { earnings }),
        ...(isDisputed ? { disputeOpen: true } : {}),
        ...(dueAt === undefined ? {} : { dueAt }),
      },
      $unset: {
        ...freed,
        ...(dueAt === undefined ? { dueAt: 1 } : {}),
        ...(isDisputed ? {} : { disputeOpen: 1 }),
      },
      $push: { outbox: { $each: events } },
    },
  );
  return matchedCount === 1;
}

/** Marks a revision above the present one as fenced, at the version that was read; false when it has moved on. */
export async function saveFence(
  consultations: Consultations,
  before: Pick<Consultation, 'tenantId' | '_id' | 'version'>,
  revision: number,
): Promise<boolean> {
  const { matchedCount } = await consultations.updateOne(
    { tenantId: before.tenantId, _id: before._id, version: before.version },
    { $set: { version: before.version + 1 }, $max: { fencedRevision: revision } },
  );
  return matchedCount === 1;
}

/** Inserts, unless a unique index refuses it. */
export async function insertOnce(
  consultations: Consultations,
  document: Pick<ConsultationDocument, '_id' | 'tenantId' | 'outbox'> & Partial<ConsultationDocument>,
): Promise<Inserted> {
  try {
    await consultations.create(document);
    return 'inserted';
  } catch (error) {
    return refusedBy(error);
  }
}

/** What the unique index that refused a write stands for. Throws every other error. */
export function refusedBy(error: unknown): Exclude<Inserted, 'inserted'> {
  if (!isDuplicateKey(error)) throw error;
  const key = error instanceof Error && 'keyPattern' in error ? error.keyPattern : undefined;
  return typeof key === 'object' && key !== null && 'limitClaims' in key ? 'limit_taken' : 'duplicate';
}

/** What the domain knows of a document that is a slot hold. */
export function toHold(document: ConsultationDocument & Pick<Hold, 'hold'>): Hold {
  const { _id, tenantId, clientId, consultantId, version, revision, scheduledStart, scheduledEnd, createdAt } =
    document;
  const { hold, dueAt, fencedRevision } = document;
  const more = {
    ...(dueAt === undefined ? {} : { dueAt }),
    ...(fencedRevision === undefined ? {} : { fencedRevision }),
  };
  const own = { _id, tenantId, clientId, consultantId, version, revision, createdAt };
  return { ...own, scheduledStart, scheduledEnd, hold, ...more };
}

/** What the domain knows of a document: without cells, counters and outbox. */
export function toConsultation(document: ConsultationDocument): Consultation {
  const {
    active: _active,
    consultantCells: _consultantCells,
    clientCells: _clientCells,
    busyFrom: _busyFrom,
    busyTo: _busyTo,
    limitClaims: _limitClaims,
    counted: _counted,
    countPending: _countPending,
    disputeOpen: _disputeOpen,
    tombstone: _tombstone,
    hold: _hold,
    heldAt: _heldAt,
    changedAt: _changedAt,
    outbox: _outbox,
    ...consultation
  } = document;
  return consultation;
}
