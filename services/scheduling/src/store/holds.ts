import type { Envelope } from '@consult/contracts/envelope';
import type { Consultation } from '../domain/consultation.ts';
import type { Hold, HoldState } from '../domain/hold.ts';
import type { ConsultationDocument, Consultations } from './consultation-document.ts';
import { insertOnce, toHold } from './consultations.ts';
import type { Inserted } from './inserts.ts';
import { FREED, occupied, type Occupancy } from './occupancy.ts';
import { type Retaken, retakeTime } from './retake-time.ts';

/** A session has at most as many cells as this, and each has one owner. */
const IN_THE_WAY_MAX = 100;

/** Records a hold and its time in one write; that write is the conflict check, and that of one open hold per client. */
export function insertHold(consultations: Consultations, hold: Hold, occupancy: Occupancy): Promise<Inserted> {
  return insertOnce(consultations, { ...hold, ...occupied(occupancy), outbox: [] });
}

/** The client's open hold, over or not. */
export async function findOpenHold(
  consultations: Consultations,
  key: { tenantId: string; clientId: string },
): Promise<Hold | undefined> {
  const found = await consultations.findOne({ ...key, 'hold.state': 'open' }).lean<ConsultationDocument>();
  return found?.hold === undefined ? undefined : toHold({ ...found, hold: found.hold });
}

/** Holds whose time is over by `now` (business time) and that still keep a part of the wanted time, or of the limits. */
export async function holdsInTheWay(
  consultations: Consultations,
  key: { tenantId: string; consultantId: string; clientId: string },
  occupancy: Occupancy,
  now: Date,
): Promise<Hold[]> {
  const { tenantId, consultantId, clientId } = key;
  const { consultantCells, limitClaims } = occupied(occupancy);
  const found = await consultations
    .find({
      tenantId,
      'hold.state': 'open',
      'hold.expiresAt': { $lte: now },
      $or: [
        { consultantId, consultantCells: { $in: consultantCells ?? [] } },
        { clientId },
        ...(limitClaims === undefined ? [] : [{ consultantId, limitClaims: { $in: limitClaims } }]),
      ],
    })
    .limit(IN_THE_WAY_MAX)
    .lean<ConsultationDocument[]>();
  return found.flatMap(({ hold, ...rest }) => (hold === undefined ? [] : [toHold({ ...rest, hold })]));
}

/** Ends a hold at the version that was read, gives its time back and tells of it; false when it has moved on. */
export async function endHold(
  consultations: Consultations,
  before: Hold,
  state: Exclude<HoldState, 'open'>,
  events: Envelope[] = [],
): Promise<boolean> {
  const { tenantId, _id, version } = before;
  const { matchedCount } = await consultations.updateOne(
    { tenantId, _id, version },
    {
      $set: { 'hold.state': state, version: version + 1 },
      $unset: { ...FREED, dueAt: 1 },
      $push: { outbox: { $each: events } },
    },
  );
  return matchedCount === 1;
}

/** Turns a hold into a consultation at the version that was read, with its time, which a lapsed one has to take again. */
export function saveConverted(
  consultations: Consultations,
  before: Hold,
  consultation: Consultation,
  made: { occupancy: Occupancy; events: Envelope[] },
): Promise<Retaken> {
  const { _id: _bookingId, tenantId: _tenantId, ...rest } = consultation;
  const change = { ...rest, heldAt: before.createdAt };
  return retakeTime(consultations, before, change, { ...made, without: { hold: 1 } });
}
