import type { Envelope } from '@consult/contracts/envelope';
import { faultPoint } from '@consult/runtime/fault';
import type { Logger } from '@consult/runtime/logger';
import type { Connection } from 'mongoose';
import type { Broker } from './broker.ts';
import { createPause, within } from './deadline.ts';
import { countUnpublished } from './outbox.ts';
import type { TakenAlong } from './pulls.ts';
import { createShipping } from './shipping.ts';
import { createSweep } from './sweep.ts';

const SWEEP_EVERY_MS = 1_000;
const SWEEP_AGE_MS = 2_000;
/** Events on their way to the broker; a nudge beyond it is dropped, and the sweep finds its events. */
const UNPUBLISHED_MAX = 2_000;
/** The same for these and for those that are published and not taken off yet. */
const IN_FLIGHT_MAX = 10_000;
const STOP_WAIT_MS = 10_000;

/** Brings events from the documents they were written with to the broker: at least once, in order per document. */
export interface Relay {
  /** Call right after a write: publishes at once what that write has put in the outbox. Never throws, never waits. */
  nudge(collection: string, tenantId: string, id: string, events: readonly Envelope[]): void;
  /**
   * Published events that are still on this document, for a write to it that takes them off by their ids: then the document is
   * written once for both. Only for a write that puts no events there; the relay takes off what nobody else does.
   */
  takeAlong(collection: string, tenantId: string, id: string): TakenAlong | undefined;
  /** One bounded round over what nudges have missed; answers how many events it brought away. */
  sweep(): Promise<number>;
  /** Documents with unpublished events, up to a thousand per collection. */
  pending(): Promise<number>;
  /** Events published since the start. */
  published(): number;
  start(): Promise<void>;
  /** Takes no more nudges and waits, within a bound, for what is in flight. What is left goes out after the next start. */
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
  const { connection, collections, logger, sweepEveryMs = SWEEP_EVERY_MS, sweepAgeMs = SWEEP_AGE_MS } = options;
  const shipping = createShipping(options);
  const sweep = createSweep({ ...options, shipping, ageMs: sweepAgeMs });
  const pause = createPause();
  let stopped = false;
  let sweeping: Promise<void> | undefined;

  async function keepSweeping(): Promise<void> {
    while (!stopped) {
      const gone = await sweep().catch((error: unknown) => {
        logger.warn({ reason: error instanceof Error ? error.message : 'unknown' }, 'sweep failed');
        return 0;
      });
      if (gone === 0) await pause.for(sweepEveryMs);
    }
  }

  return {
    nudge: (collection, tenantId, id, events) => {
      faultPoint('messaging.before-publish');
      const place = { collection, tenantId, id };
      const full =
        shipping.unpublished() + events.length > UNPUBLISHED_MAX || shipping.inFlight() + events.length > IN_FLIGHT_MAX;
      if (!stopped && !full && events.length > 0 && !shipping.isBehind(place)) void shipping.ship(place, events);
    },
    takeAlong: (collection, tenantId, id) => shipping.takeAlong({ collection, tenantId, id }),
    sweep,
    pending: async () => {
      const counts = await Promise.all(collections.map((collection) => countUnpublished(connection, collection)));
      return counts.reduce((sum, count) => sum + count, 0);
    },
    published: () => shipping.published(),
    start: async () => {
      sweeping ??= keepSweeping();
    },
    stop: async () => {
      stopped = true;
      pause.end();
      await within(STOP_WAIT_MS, Promise.all([sweeping, shipping.settled()])).catch(() => {
        logger.warn({ inFlight: shipping.inFlight() }, 'stopped with events in flight; the next start publishes them');
      });
    },
  };
}
