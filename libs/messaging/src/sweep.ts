import type { Connection } from 'mongoose';
import type { Broker } from './broker.ts';
import { findUnpublished, type OutboxDocument, tellsItsAge } from './outbox.ts';
import type { Shipping } from './shipping.ts';

/** As many as are taken off in one write. */
const DOCUMENTS_PER_PAGE = 200;
const PAGES_PER_SWEEP = 5;
/** Events remembered by when they were seen first; beyond it others count as old at once, so that however many wait, all go out. */
const SEEN_MAX = 10_000;
/** Most of them are taken off by their nudge, and not seen again. */
const SEEN_FOR_MS = 60_000;

/** Finds what nudges have missed, in bounded pages by age; the returned function does one round and answers how many events it brought away. */
export function createSweep(deps: {
  connection: Connection;
  collections: readonly string[];
  broker: Broker;
  shipping: Shipping;
  /** Younger events are left to their nudge. */
  ageMs: number;
}): () => Promise<number> {
  const { connection, collections, broker, shipping, ageMs } = deps;
  const positions = new Map<string, string>();
  const isOld = createAges(ageMs);

  async function page(collection: string): Promise<{ gone: number; full: boolean }> {
    const afterId = positions.get(collection) ?? '';
    const found = await findUnpublished(connection, collection, { afterId, ageMs, limit: DOCUMENTS_PER_PAGE });
    const full = found.length === DOCUMENTS_PER_PAGE;
    // The next page begins where this one ends, so that documents which fail for ever do not hide the others.
    positions.set(collection, full ? (found.at(-1)?.outbox[0]?.id ?? '') : '');
    const gone = await Promise.all(
      found.filter(isOld).map(({ _id, tenantId, outbox }) => shipping.ship({ collection, tenantId, id: _id }, outbox)),
    );
    return { gone: gone.reduce((sum, count) => sum + count, 0), full };
  }

  return async () => {
    let gone = 0;
    for (const collection of collections)
      for (let pages = 0; pages < PAGES_PER_SWEEP && broker.connected(); pages += 1) {
        const result = await page(collection);
        gone += result.gone;
        if (!result.full) break;
      }
    return gone;
  };
}

/** Whether a found document's first event is old. One whose id does not tell its age is as old as it has been seen here. */
export function createAges(ageMs: number): (found: Pick<OutboxDocument, 'outbox'>) => boolean {
  const seenSince = new Map<string, number>();

  function forgetBefore(instant: number): void {
    for (const [id, since] of seenSince) {
      if (since >= instant) return;
      seenSince.delete(id);
    }
  }

  return ({ outbox: [first] }) => {
    if (first === undefined || tellsItsAge(first.id)) return true;
    const now = performance.now();
    forgetBefore(now - SEEN_FOR_MS);
    const since = seenSince.get(first.id);
    if (since !== undefined) return now - since >= ageMs;
    if (seenSince.size >= SEEN_MAX) return true;
    seenSince.set(first.id, now);
    return ageMs === 0;
  };
}
