import type { Envelope } from '@consult/contracts/envelope';
import { newId } from '@consult/runtime/ids';
import type { Connection } from 'mongoose';

/** Most events taken from one document at a time; the rest follows in the next round. */
const EVENTS_PER_DOCUMENT = 20;
/** Counting stops here: more is simply "many". */
const COUNT_MAX = 1_000;
const QUERY_LIMIT_MS = 5_000;
/** Clocks of two machines may differ by this much. */
const CLOCK_SKEW_MS = 60_000;

/** Where an event waits until it is published. */
export interface Place {
  collection: string;
  tenantId: string;
  id: string;
}

export interface OutboxDocument {
  _id: string;
  tenantId: string;
  outbox: Envelope[];
}

// The relay works across tenants by its nature, so it uses the raw collections; each write names the tenant it found.

/**
 * Documents whose first unpublished event is older than `ageMs` or does not tell its age, in the order of that event's id and after
 * `afterId`. Most ids are UUIDv7, so that the index is in order of age.
 */
export async function findUnpublished(
  connection: Connection,
  collection: string,
  range: { afterId: string; ageMs: number; limit: number },
): Promise<OutboxDocument[]> {
  const youngest = timePrefix(CLOCK_SKEW_MS);
  return connection
    .collection<OutboxDocument>(collection)
    .find(
      {
        'outbox.0': { $exists: true },
        'outbox.0.id': { $gt: range.afterId, $not: { $gt: timePrefix(-range.ageMs), $lt: youngest } },
      },
      { projection: { tenantId: 1, outbox: { $slice: EVENTS_PER_DOCUMENT } }, maxTimeMS: QUERY_LIMIT_MS },
    )
    .sort({ 'outbox.0.id': 1 })
    .limit(range.limit)
    .toArray();
}

/** How many documents hold unpublished events, up to a thousand. */
export async function countUnpublished(connection: Connection, collection: string): Promise<number> {
  return connection
    .collection<OutboxDocument>(collection)
    .countDocuments(
      { 'outbox.0': { $exists: true }, 'outbox.0.id': { $gt: '' } },
      { limit: COUNT_MAX, maxTimeMS: QUERY_LIMIT_MS },
    );
}

/** Whether an event's id says when it was made (UUIDv7); one that is derived from its cause does not. */
export function tellsItsAge(id: string): boolean {
  return id[14] === '7';
}

/**
 * Takes published events off their documents, by id; versions stay as they are. One command for all of them: it costs the server half
 * of what as many single updates do. A document that does not hold an event loses nothing by its id.
 */
export async function pullPublished(
  connection: Connection,
  collection: string,
  published: readonly { place: Place; eventIds: string[] }[],
): Promise<void> {
  const tenantIds = new Set(published.map(({ place }) => place.tenantId));
  const filter = { _id: { $in: published.map(({ place }) => place.id) }, tenantId: { $in: [...tenantIds] } };
  const eventIds = published.flatMap((one) => one.eventIds);
  await connection
    .collection<OutboxDocument>(collection)
    // The filter names the documents; without the hint the server would weigh its other indexes each time.
    .updateMany(filter, { $pull: { outbox: { id: { $in: eventIds } } } }, { hint: { _id: 1 } });
}

/** The first digits of a UUIDv7 that is made `offsetMs` from now. */
function timePrefix(offsetMs: number): string {
  const now = Number.parseInt(newId().replace('-', '').slice(0, 12), 16);
  const hex = (now + offsetMs).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}`;
}
