import { setTimeout as pause } from 'node:timers/promises';
import type { Connection } from 'mongoose';
import { type Place, pullPublished } from './outbox.ts';

/** Documents per bulk write; with more of them waiting it is a flood. */
const DOCUMENTS_MAX = 200;
/**
 * What is published waits so long for company before it is taken off: nobody waits for it, and a document is then written once for
 * all of its events. In a flood it waits longer, since the same documents come again. Well below the age at which another process
 * would publish it again.
 */
const GATHER_MS = 250;
const GATHER_IN_FLOOD_MS = 1_000;
/** How soon a document that has its fill is noticed: at thousands a second it would run into the bound of its outbox. */
const LOOK_MS = 25;
/** A document with so many of them stays no longer than it must: each of its writes carries them all. */
const EVENTS_PER_DOCUMENT_MAX = 32;

/** Published events that another write takes off its document along with what it does. */
export interface TakenAlong {
  eventIds: readonly string[];
  /** Call once: whether they are gone. If not, or if that is not known, they are taken off like all others. */
  settle(gone: boolean): void;
}

export interface Pulls {
  /** Takes these events off their document; resolves when they are gone. */
  pull(place: Place, eventIds: string[]): Promise<void>;
  /** Hands over what waits for one document, if anything does. */
  takeAlong(place: Place): TakenAlong | undefined;
}

/** Published events of one document, and who is told when they are gone. */
interface Waiting {
  place: Place;
  eventIds: string[];
  done: ((error?: unknown) => void)[];
}

/** What waits in one collection. */
interface Queue {
  documents: Map<string, Waiting>;
  /** A document has its fill. */
  full: boolean;
  busy: boolean;
}

/** Takes published events off their documents: whatever comes while one round waits or runs goes along. */
export function createPulls(connection: Connection): Pulls {
  const queues = new Map<string, Queue>();

  async function empty(collection: string, queue: Queue): Promise<void> {
    queue.busy = true;
    while (queue.documents.size > 0) {
      await gather(queue);
      const round = [...queue.documents.values()];
      queue.documents = new Map();
      queue.full = false;
      for (let next = 0; next < round.length; next += DOCUMENTS_MAX)
        await takeOff(connection, collection, round.slice(next, next + DOCUMENTS_MAX));
    }
    queue.busy = false;
  }

  function add({ place, eventIds, done }: Waiting): void {
    const queue = queues.get(place.collection) ?? { documents: new Map(), full: false, busy: false };
    queues.set(place.collection, queue);
    const document = queue.documents.get(keyOf(place)) ?? { place, eventIds: [], done: [] };
    document.eventIds.push(...eventIds);
    document.done.push(...done);
    queue.documents.set(keyOf(place), document);
    queue.full ||= document.eventIds.length >= EVENTS_PER_DOCUMENT_MAX;
    if (!queue.busy) void empty(place.collection, queue);
  }

  return {
    pull: (place, eventIds) =>
      new Promise((resolve, reject) => {
        add({ place, eventIds, done: [(error) => (error === undefined ? resolve() : reject(error))] });
      }),
    takeAlong(place) {
      const documents = queues.get(place.collection)?.documents;
      const waiting = documents?.get(keyOf(place));
      if (waiting === undefined) return undefined;
      documents?.delete(keyOf(place));
      const settle = (gone: boolean) => (gone ? waiting.done.forEach((tell) => tell()) : add(waiting));
      return { eventIds: waiting.eventIds, settle };
    },
  };
}

function keyOf(place: Place): string {
  return `${place.tenantId}/${place.id}`;
}

async function gather(queue: Queue): Promise<void> {
  for (let waitedMs = LOOK_MS; waitedMs <= GATHER_IN_FLOOD_MS && !queue.full; waitedMs += LOOK_MS) {
    await pause(LOOK_MS);
    if (waitedMs >= GATHER_MS && queue.documents.size < DOCUMENTS_MAX) return;
  }
}

async function takeOff(connection: Connection, collection: string, batch: readonly Waiting[]): Promise<void> {
  try {
    await pullPublished(connection, collection, batch);
    for (const { done } of batch) for (const tell of done) tell();
  } catch (error) {
    for (const { done } of batch) for (const tell of done) tell(error);
  }
}
