import type { Envelope } from '@consult/contracts/envelope';
import type { ConsultationDocument, Consultations } from './consultation-document.ts';
import { refusedBy } from './consultations.ts';
import type { Inserted } from './inserts.ts';
import { type Occupancy, reoccupied } from './occupancy.ts';

/** `moved_on`: it is at another version by now; `duplicate` and `limit_taken` as in an insert. */
export type Retaken = 'saved' | 'moved_on' | Exclude<Inserted, 'inserted'>;

/**
 * Gives a document another time and changes it, with its events, in one update at the version that was read: that write is the
 * conflict check.
 */
export async function retakeTime(
  consultations: Consultations,
  { tenantId, _id, version }: Pick<ConsultationDocument, 'tenantId' | '_id' | 'version'>,
  change: Partial<ConsultationDocument>,
  made: { occupancy: Occupancy; events: Envelope[]; without?: Partial<Record<keyof ConsultationDocument, 1>> },
): Promise<Retaken> {
  const { dueAt, ...changed } = change;
  const { $set, $unset } = reoccupied(made.occupancy);
  try {
    const { matchedCount } = await consultations.updateOne(
      { tenantId, _id, version },
      {
        $set: { ...changed, ...$set, ...(dueAt === undefined ? {} : { dueAt }) },
        $unset: { ...$unset, ...made.without, ...(dueAt === undefined ? { dueAt: 1 } : {}) },
        $push: { outbox: { $each: made.events } },
      },
    );
    return matchedCount === 1 ? 'saved' : 'moved_on';
  } catch (error) {
    return refusedBy(error);
  }
}
