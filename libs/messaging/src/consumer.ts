import type { Logger } from '@consult/runtime/logger';
import type { Channel, ConsumeMessage } from 'amqplib';
import type { Broker } from './broker.ts';
import { closeQuietly, keepChannel, type KeptChannel } from './channel.ts';
import { createPause, within } from './deadline.ts';
import { deliver } from './delivery.ts';
import type { Handler } from './handler.ts';
import { type Service, SUBSCRIPTIONS } from './topology.ts';

export { on } from './handler.ts';

/** Messages in hand at once. More gives throughput, and more to repeat after a crash. */
const PREFETCH = 32;
const STOP_WAIT_MS = 10_000;
/** A message that leaves a waiting queue is counted nowhere until it has reached ours: both looks must find nothing. */
const WAITING_SETTLE_MS = 250;
/** Wait before offering a failed message to the broker again, while it takes none. */
const BROKER_AWAY_MS = 1_000;

/** Hears a service's events: at least once each, many at a time, acknowledged after the effect. */
export interface Consumer {
  start(): Promise<void>;
  /** Takes no more, finishes what is in hand within a bound. What is left comes again. */
  stop(): Promise<void>;
  /** Nothing queued, nothing of ours waiting for another try, nothing in hand. */
  idle(): Promise<boolean>;
  /** Messages done with since the start, also those parked or sent to wait. */
  handled(): number;
}

export interface ConsumerOptions {
  service: Service;
  broker: Broker;
  handlers: readonly Handler[];
  logger: Logger;
  prefetch?: number;
}

/** Throws when the table of handlers differs from the service's row in the topology. */
export function createConsumer(options: ConsumerOptions): Consumer {
  const { service, broker, logger, prefetch = PREFETCH } = options;
  const deps = { service, broker, logger, handlers: tableOf(service, options.handlers) };
  const queue = broker.topology.queueOf(service);
  const pause = createPause();
  const inHand = new Set<Promise<void>>();
  let handled = 0;
  // The waiting queues are shared. One counts from the start: an earlier process of this service may have left something there.
  let sentToWait = 1;
  let seenBack = 0;
  let emptySince = Number.POSITIVE_INFINITY;
  let stopped = false;
  let consumerTag = '';
  let kept: KeptChannel<Channel> | undefined;

  async function work(channel: Channel, message: ConsumeMessage): Promise<void> {
    for (;;) {
      try {
        if ((await deliver(deps, message)) === 'waits') sentToWait += 1;
        handled += 1;
        return channel.ack(message);
      } catch (error) {
        // Either the channel is gone, and the message comes again on the next one; or the broker takes no messages now.
        const reason = error instanceof Error ? error.message : 'unknown';
        logger.warn({ messageId: String(message.properties.messageId), reason }, 'message kept in hand');
        await pause.for(BROKER_AWAY_MS);
        if (stopped || kept?.current() !== channel) return;
      }
    }
  }

  function receive(channel: Channel, message: ConsumeMessage | null): void {
    // The broker ends a consumer when its queue is deleted: begin again.
    if (message === null) return void closeQuietly(channel);
    const done = work(channel, message).finally(() => inHand.delete(done));
    inHand.add(done);
  }

  async function prepare(channel: Channel): Promise<void> {
    await channel.prefetch(prefetch);
    ({ consumerTag } = await channel.consume(queue, (message) => receive(channel, message)));
    logger.info({ queue }, 'consuming');
  }

  async function nothingQueued(): Promise<boolean> {
    const sent = sentToWait;
    const channel = await broker.openChannel();
    const isEmpty = async (name: string) => (await channel.checkQueue(name)).messageCount === 0;
    try {
      // The waiting queues first: what comes back from them meanwhile is then found in ours.
      let nobodyWaits = true;
      for (const name of broker.topology.retryQueues) nobodyWaits &&= await isEmpty(name);
      if (!nobodyWaits || seenBack === sent) emptySince = Number.POSITIVE_INFINITY;
      else emptySince = Math.min(emptySince, performance.now());
      if (performance.now() - emptySince >= WAITING_SETTLE_MS) seenBack = sent;
      return seenBack === sent && (await isEmpty(queue));
    } finally {
      await closeQuietly(channel);
    }
  }

  return {
    start: async () => {
      kept ??= keepChannel({ name: 'consume', logger, open: () => broker.openChannel(), prepare });
    },
    stop: async () => {
      stopped = true;
      const channel = kept?.current();
      if (channel) await within(STOP_WAIT_MS, channel.cancel(consumerTag)).catch(() => {});
      pause.end();
      await within(STOP_WAIT_MS, Promise.allSettled(inHand)).catch(() => {
        logger.warn({ inHand: inHand.size }, 'stopped with messages in hand; they come again');
      });
      await kept?.close();
    },
    idle: async () => {
      const channel = kept?.current();
      if (channel === undefined || inHand.size > 0 || !(await nothingQueued())) return false;
      // One round trip behind them: what the broker had sent us before it counted is in hand by now.
      await channel.prefetch(prefetch);
      return inHand.size === 0;
    },
    handled: () => handled,
  };
}

function tableOf(service: Service, handlers: readonly Handler[]): ReadonlyMap<string, Handler> {
  const table = new Map(handlers.map((handler) => [handler.type, handler]));
  const wanted = new Set(SUBSCRIPTIONS[service].map(({ type }) => type));
  const missing = [...wanted].filter((type) => !table.has(type));
  const unexpected = [...table.keys()].filter((type) => !wanted.has(type));
  if (missing.length + unexpected.length > 0 || table.size !== handlers.length)
    throw new Error(
      `Handlers of ${service} differ from SUBSCRIPTIONS: missing [${missing.join()}], unexpected [${unexpected.join()}]`,
    );
  return table;
}
