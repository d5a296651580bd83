import { setTimeout as pause } from 'node:timers/promises';
import type { Connection } from 'mongoose';
import { type Place, pullPublished } from './outbox.ts';

/** Documents per bulk write. */
const PULLS_MAX = 200;
/**
 * What is published waits so long for company before it is taken off: nobody waits for it, and a document is then written once for
 * all of its events. Well below the age at which another process would publish it again.
 */
const GATHER_MS = 250;

interface Waiting {
  place: Place;
  eventIds: string[];
  done: (error?: unknown) => void;
}

/** Takes published events off their documents: whatever comes while one bulk write waits or runs goes along; a full one does not wait. */
export function createPulls(connection: Connection): { pull(place: Place, eventIds: string[]): Promise<void> } {
  const waiting = new Map<string, Waiting[]>();
  const busy = new Set<string>();

  async function flush(collection: string): Promise<void> {
    busy.add(collection);
    for (let queue = waiting.get(collection); queue && queue.length > 0; queue = waiting.get(collection)) {
      if (queue.length < PULLS_MAX) await pause(GATHER_MS);
      await takeOff(collection, queue.splice(0, PULLS_MAX));
    }
    busy.delete(collection);
  }

  async function takeOff(collection: string, batch: readonly Waiting[]): Promise<void> {
    try {
      await pullPublished(connection, collection, byDocument(batch));
      for (const { done } of batch) done();
    } catch (error) {
      for (const { done } of batch) done(error);
    }
  }

  return {
    pull: (place, eventIds) =>
      new Promise((resolve, reject) => {
        const done = (error?: unknown) => (error === undefined ? resolve() : reject(error));
        const queue = waiting.get(place.collection) ?? [];
        waiting.set(place.collection, queue);
        queue.push({ place, eventIds, done });
        if (!busy.has(place.collection)) void flush(place.collection);
      }),
  };
}

/** One write for each document. */
function byDocument(batch: readonly Waiting[]): { place: Place; eventIds: string[] }[] {
  const documents = new Map<string, { place: Place; eventIds: string[] }>();
  for (const { place, eventIds } of batch) {
    const key = `${place.tenantId}/${place.id}`;
    documents.set(key, { place, eventIds: [...(documents.get(key)?.eventIds ?? []), ...eventIds] });
  }
  return [...documents.values()];
}
