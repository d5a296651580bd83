import type { Connection } from 'mongoose';
import type { Broker } from './broker.ts';
import { findUnpublished } from './outbox.ts';
import type { Shipping } from './shipping.ts';

const DOCUMENTS_PER_PAGE = 50;
const PAGES_PER_SWEEP = 20;

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

  async function page(collection: string): Promise<{ gone: number; full: boolean }> {
    const afterId = positions.get(collection) ?? '';
    const found = await findUnpublished(connection, collection, { afterId, ageMs, limit: DOCUMENTS_PER_PAGE });
    const full = found.length === DOCUMENTS_PER_PAGE;
    // The next page begins where this one ends, so that documents which fail for ever do not hide the others.
    positions.set(collection, full ? (found.at(-1)?.outbox[0]?.id ?? '') : '');
    const gone = await Promise.all(
      found.map(({ _id, tenantId, outbox }) => shipping.ship({ collection, tenantId, id: _id }, outbox)),
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
