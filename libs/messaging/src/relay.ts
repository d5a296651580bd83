import type { Envelope } from '@consult/contracts/envelope';
import { isAppError } from '@consult/runtime/errors';
import { faultPoint } from '@consult/runtime/fault';
import type { Logger } from '@consult/runtime/logger';
import { withTraceparent } from '@consult/runtime/telemetry';
import { SpanKind } from '@opentelemetry/api';
import type { Connection } from 'mongoose';
import type { Broker } from './broker.ts';
import { createPause, within } from './deadline.ts';
import { countUnpublished, findUnpublished, type Place } from './outbox.ts';
import { createPulls } from './pulls.ts';
import { hasSubscriber } from './topology.ts';

const SWEEP_EVERY_MS = 1_000;
/** Younger events are left to the nudge that is probably on its way. */
const SWEEP_AGE_MS = 2_000;
const SWEEP_DOCUMENTS = 50;
const SWEEP_PAGES = 20;
/** Nudged events in flight; a nudge beyond it is dropped, and the sweep finds its events. */
const NUDGED_MAX = 500;
/** Documents remembered as behind; beyond it a later event of one may overtake an earlier one. */
const BEHIND_MAX = 10_000;
const STOP_WAIT_MS = 10_000;

/** Brings events from the documents they were written with to the broker: at least once, in order per document. */
export interface Relay {
  /** Call right after a write: publishes at once what that write has put in the outbox. Never throws, never waits. */
  nudge(collection: string, tenantId: string, id: string, events: readonly Envelope[]): void;
  /** One bounded round over what nudges have missed; answers how many events it brought away. */
  sweep(): Promise<number>;
  /** Documents with unpublished events, up to a thousand per collection. */
  pending(): Promise<number>;
  /** Events published since the start. */
  published(): number;
  start(): Promise<void>;
  stop(): Promise<void>;
}

export interface RelayOptions {
  connection: Connection;
  /** Collections whose documents hold an `outbox`. */
  collections: readonly string[];
  broker: Broker;
  logger: Logger;
  sweepEveryMs?: number;
  sweepAgeMs?: number;
}

export function createRelay(options: RelayOptions): Relay {
  const { connection, collections, broker, logger } = options;
  const { sweepEveryMs = SWEEP_EVERY_MS, sweepAgeMs = SWEEP_AGE_MS } = options;
  const pulls = createPulls(connection);
  const pause = createPause();
  const inFlight = new Set<string>();
  const shipping = new Set<Promise<number>>();
  /** Documents whose earlier events wait for the sweep: their later ones must not overtake. */
  const behind = new Set<string>();
  const positions = new Map<string, string>();
  let published = 0;
  let stopped = false;
  let sweeping: Promise<void> | undefined;

  /** Publishes, then pulls; answers how many events are gone from the document. */
  async function ship(place: Place, events: readonly Envelope[]): Promise<number> {
    const fresh = events.filter(({ id }) => !inFlight.has(id));
    for (const { id } of fresh) inFlight.add(id);
    try {
      const outcomes = await Promise.all(fresh.map((event) => publish(broker, event, logger)));
      const done = fresh.filter((_, index) => outcomes[index]).map(({ id }) => id);
      published += done.length;
      faultPoint('messaging.before-pull');
      if (done.length > 0) await pulls.pull(place, done);
      if (done.length === fresh.length) behind.delete(keyOf(place));
      else if (behind.size < BEHIND_MAX) behind.add(keyOf(place));
      return done.length;
    } catch (error) {
      logger.warn(
        { ...place, reason: reasonOf(error) },
        'published events not taken off; they will be published again',
      );
      return 0;
    } finally {
      for (const { id } of fresh) inFlight.delete(id);
    }
  }

  function track(work: Promise<number>): Promise<number> {
    shipping.add(work);
    return work.finally(() => shipping.delete(work));
  }

  async function sweepCollection(collection: string): Promise<number> {
    let gone = 0;
    for (let page = 0; page < SWEEP_PAGES && !stopped; page += 1) {
      const afterId = positions.get(collection) ?? '';
      const found = await findUnpublished(connection, collection, {
        afterId,
        ageMs: sweepAgeMs,
        limit: SWEEP_DOCUMENTS,
      });
      const last = found.at(-1)?.outbox[0]?.id;
      // Going on where the last page ended, so that documents which fail for ever do not hide the others.
      positions.set(collection, found.length < SWEEP_DOCUMENTS ? '' : (last ?? ''));
      const shipped = await Promise.all(
        found.map(({ _id, tenantId, outbox }) => track(ship({ collection, tenantId, id: _id }, outbox))),
      );
      gone += shipped.reduce((sum, count) => sum + count, 0);
      if (found.length < SWEEP_DOCUMENTS || !broker.connected()) break;
    }
    return gone;
  }

  async function sweep(): Promise<number> {
    if (!broker.connected()) return 0;
    let gone = 0;
    for (const collection of collections) gone += await sweepCollection(collection);
    return gone;
  }

  async function keepSweeping(): Promise<void> {
    while (!stopped) {
      const gone = await sweep().catch((error: unknown) => {
        logger.warn({ reason: reasonOf(error) }, 'sweep failed');
        return 0;
      });
      if (gone === 0) await pause.for(sweepEveryMs);
    }
  }

  return {
    nudge: (collection, tenantId, id, events) => {
      const place = { collection, tenantId, id };
      faultPoint('messaging.before-publish');
      if (stopped || events.length === 0 || behind.has(keyOf(place))) return;
      if (inFlight.size + events.length > NUDGED_MAX) return;
      void track(ship(place, events));
    },
    sweep,
    pending: async () => {
      const counts = await Promise.all(collections.map((collection) => countUnpublished(connection, collection)));
      return counts.reduce((sum, count) => sum + count, 0);
    },
    published: () => published,
    start: async () => {
      sweeping ??= keepSweeping();
    },
    stop: async () => {
      stopped = true;
      pause.end();
      await within(STOP_WAIT_MS, Promise.allSettled([sweeping, ...shipping])).catch(() => {
        logger.warn({ inFlight: inFlight.size }, 'stopped with events in flight; the next start publishes them');
      });
    },
  };
}

async function publish(broker: Broker, event: Envelope, logger: Logger): Promise<boolean> {
  const { id, type, tenantid } = event;
  try {
    await withTraceparent(
      event.traceparent,
      `publish ${type}`,
      () =>
        broker.publish({
          exchange: broker.topology.events,
          routingKey: type,
          content: Buffer.from(JSON.stringify(event)),
          mandatory: hasSubscriber(type),
          messageId: id,
          type,
        }),
      { kind: SpanKind.PRODUCER, attributes: { 'messaging.message.id': id, tenantId: tenantid } },
    );
    return true;
  } catch (error) {
    logger.warn({ eventId: id, type, tenantId: tenantid, reason: reasonOf(error) }, 'event not published');
    return false;
  }
}

function keyOf(place: Place): string {
  return `${place.collection}/${place.tenantId}/${place.id}`;
}

function reasonOf(error: unknown): unknown {
  if (isAppError(error)) return error.details['reason'] ?? error.code;
  return error instanceof Error ? error.message : 'unknown';
}
