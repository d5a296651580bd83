import type { Channel, GetMessage } from 'amqplib';
import type { Broker } from './broker.ts';
import { closeQuietly } from './channel.ts';
import { attemptsOf, reasonOf } from './headers.ts';
import type { Service } from './topology.ts';

/** Most parked messages looked at or replayed in one call. */
const PARKED_MAX = 500;

/** What may be shown of a parked message: never its payload. */
export interface Parked {
  messageId: string;
  type: string;
  /** Error code of the last failure, or `delivery_limit`. */
  reason: string;
  attempts: number;
}

/** The oldest parked messages of a service, up to `limit`; they stay where they are. */
export async function listParked(broker: Broker, options: { service: Service; limit?: number }): Promise<Parked[]> {
  const messages: GetMessage[] = [];
  // Closing the channel puts back what was only looked at.
  await overParked(broker, options, async (_channel, message) => {
    messages.push(message);
  });
  return messages.map(toParked);
}

/**
 * Puts parked messages back into the service's queue with fresh attempts, all or those named; answers how many.
 * One that is replayed twice by a crash between is one of the normal duplicates.
 */
export async function replayParked(
  broker: Broker,
  options: { service: Service; limit?: number; messageIds?: readonly string[] },
): Promise<number> {
  const wanted = options.messageIds === undefined ? undefined : new Set(options.messageIds);
  let replayed = 0;
  await overParked(broker, options, async (channel, message) => {
    const { messageId, type } = toParked(message);
    if (wanted && !wanted.has(messageId)) return;
    const routingKey = broker.topology.queueOf(options.service);
    await broker.publish({ exchange: '', routingKey, content: message.content, mandatory: true, messageId, type });
    channel.ack(message);
    replayed += 1;
  });
  return replayed;
}

async function overParked(
  broker: Broker,
  { service, limit = PARKED_MAX }: { service: Service; limit?: number },
  visit: (channel: Channel, message: GetMessage) => Promise<void>,
): Promise<void> {
  const channel = await broker.openChannel();
  const queue = broker.topology.parkedQueueOf(service);
  try {
    // What fails again and is parked meanwhile is not taken up a second time.
    const { messageCount } = await channel.checkQueue(queue);
    for (let left = Math.min(limit, PARKED_MAX, messageCount); left > 0; left -= 1) {
      const message = await channel.get(queue);
      if (message === false) return;
      await visit(channel, message);
    }
  } finally {
    await closeQuietly(channel);
  }
}

function toParked(message: GetMessage): Parked {
  return {
    messageId: String(message.properties.messageId),
    type: String(message.properties.type),
    reason: reasonOf(message),
    attempts: attemptsOf(message),
  };
}
