import { setTimeout as pause } from 'node:timers/promises';
import type { Connection } from 'mongoose';
import { type Place, pullPublished } from './outbox.ts';

/** Documents per bulk write. */
const PULLS_MAX = 200;
/** While there is more to take off, it is taken off together this often: nobody waits for it. */
const PAUSE_MS = 10;

interface Waiting {
  place: Place;
  eventIds: string[];
  done: (error?: unknown) => void;
}

/** Takes published events off their documents: whatever comes while one bulk write runs goes into the next. */
export function createPulls(connection: Connection): { pull(place: Place, eventIds: string[]): Promise<void> } {
  const waiting = new Map<string, Waiting[]>();
  const busy = new Set<string>();

  async function flush(collection: string): Promise<void> {
    busy.add(collection);
    for (let queue = waiting.get(collection); queue && queue.length > 0; queue = waiting.get(collection)) {
      const batch = queue.splice(0, PULLS_MAX);
      try {
        await pullPublished(connection, collection, batch);
        for (const { done } of batch) done();
      } catch (error) {
        for (const { done } of batch) done(error);
      }
      await pause(PAUSE_MS);
    }
    busy.delete(collection);
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
