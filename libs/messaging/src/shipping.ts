import type { Envelope } from '@consult/contracts/envelope';
import { isAppError } from '@consult/runtime/errors';
import { faultPoint } from '@consult/runtime/fault';
import type { Logger } from '@consult/runtime/logger';
import { withTraceparent } from '@consult/runtime/telemetry';
import { SpanKind } from '@opentelemetry/api';
import type { Connection } from 'mongoose';
import type { Broker } from './broker.ts';
import type { Place } from './outbox.ts';
import { createPulls, type TakenAlong } from './pulls.ts';
import { hasSubscriber } from './topology.ts';

/** Documents remembered as behind; beyond it a later event of one may overtake an earlier one. */
const BEHIND_MAX = 10_000;

/** Events on their way from their documents to the broker. */
export interface Shipping {
  /** Publishes in order, then takes off what is confirmed; answers how many events are gone from the document. Never throws. */
  ship(place: Place, events: readonly Envelope[]): Promise<number>;
  /** Whether earlier events of this document have failed: then its later ones must not overtake them. */
  isBehind(place: Place): boolean;
  /** See `Pulls`. */
  takeAlong(place: Place): TakenAlong | undefined;
  /** Events that are not at the broker yet. */
  unpublished(): number;
  /** Those, and what is published and still on its document. */
  inFlight(): number;
  published(): number;
  /** Resolves when all that is under way now has come to an end. */
  settled(): Promise<unknown>;
}

export function createShipping(deps: { connection: Connection; broker: Broker; logger: Logger }): Shipping {
  const { broker, logger } = deps;
  const pulls = createPulls(deps.connection);
  const inFlight = new Set<string>();
  const behind = new Set<string>();
  const underWay = new Set<Promise<number>>();
  let unpublished = 0;
  let published = 0;

  async function ship(place: Place, events: readonly Envelope[]): Promise<number> {
    // What is on its way already is left to whoever sent it.
    const fresh = events.filter(({ id }) => !inFlight.has(id));
    const ids = fresh.map(({ id }) => id);
    for (const id of ids) inFlight.add(id);
    unpublished += ids.length;
    const outcomes = await Promise.all(fresh.map((event) => publish(broker, event, logger)));
    unpublished -= ids.length;
    const done = ids.filter((_, index) => outcomes[index]);
    published += done.length;
    faultPoint('messaging.before-pull');
    // What an event says is not kept while its document waits to be written.
    return takeOff(place, ids, done);
  }

  async function takeOff(place: Place, ids: readonly string[], done: string[]): Promise<number> {
    try {
      if (done.length > 0) await pulls.pull(place, done);
      if (done.length === ids.length) behind.delete(keyOf(place));
      else if (behind.size < BEHIND_MAX) behind.add(keyOf(place));
      return done.length;
    } catch (error) {
      logger.warn({ ...place, reason: reasonOf(error) }, 'published events stay in their document and go out again');
      return 0;
    } finally {
      for (const id of ids) inFlight.delete(id);
    }
  }

  return {
    ship: (place, events) => {
      const work = ship(place, events).finally(() => underWay.delete(work));
      underWay.add(work);
      return work;
    },
    takeAlong: (place) => pulls.takeAlong(place),
    isBehind: (place) => behind.has(keyOf(place)),
    unpublished: () => unpublished,
    inFlight: () => inFlight.size,
    published: () => published,
    settled: () => Promise.allSettled(underWay),
  };
}

async function publish(broker: Broker, event: Envelope, logger: Logger): Promise<boolean> {
  const { id, type, tenantid } = event;
  const message = {
    exchange: broker.topology.events,
    routingKey: type,
    content: Buffer.from(JSON.stringify(event)),
    mandatory: hasSubscriber(type),
    messageId: id,
    type,
  };
  try {
    await withTraceparent(event.traceparent, `publish ${type}`, () => broker.publish(message), {
      kind: SpanKind.PRODUCER,
      attributes: { 'messaging.message.id': id, tenantId: tenantid },
    });
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
