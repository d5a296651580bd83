import type { Envelope } from '@consult/contracts/envelope';
import { isDuplicateKey } from '@consult/runtime/errors';
import type { Consultation } from '../domain/consultation.ts';
import type { Consultations } from './consultation-document.ts';
import { isClaimTaken } from './consultations.ts';
import type { Inserted } from './inserts.ts';
import { type Occupancy, reoccupied } from './occupancy.ts';

/**
 * Moves a consultation to another time, with its payment and its events, in one update at the version that was read: that write
 * is the conflict check. `moved_on` when it is at another version by now; `duplicate` and `limit_taken` as in an insert.
 */
export async function saveReschedule(
  consultations: Consultations,
  before: Consultation,
  after: Consultation,
  made: { occupancy: Occupancy; events: Envelope[] },
): Promise<'saved' | 'moved_on' | Exclude<Inserted, 'inserted'>> {
  const { revision, scheduledStart, scheduledEnd, status, billing, history, dueAt, version } = after;
  const { $set, $unset } = reoccupied(made.occupancy);
  try {
    const { matchedCount } = await consultations.updateOne(
      { tenantId: before.tenantId, _id: before._id, version: before.version },
      {
        $set: {
          ...$set,
          revision,
          scheduledStart,
          scheduledEnd,
          status,
          billing,
          history,
          version,
          ...(dueAt === undefined ? {} : { dueAt }),
        },
        $unset: { ...$unset, ...(dueAt === undefined ? { dueAt: 1 } : {}) },
        $push: { outbox: { $each: made.events } },
      },
    );
    return matchedCount === 1 ? 'saved' : 'moved_on';
  } catch (error) {
    if (isDuplicateKey(error)) return isClaimTaken(error) ? 'limit_taken' : 'duplicate';
    throw error;
  }
}
