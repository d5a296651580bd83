import type { Channel, GetMessage } from 'amqplib';
import type { Broker } from './broker.ts';
import { closeQuietly } from './channel.ts';
import { createPause } from './deadline.ts';
import { attemptsOf, reasonOf } from './headers.ts';
import type { Service } from './topology.ts';

/** Most parked messages looked at or replayed in one call. */
const PARKED_MAX = 500;

/** The broker counts messages that were put back only a moment later. */
const PUT_BACK_WAIT_MS = 2_000;
const LOOK_AGAIN_MS = 10;

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
  await overParked(broker, options, async (message) => {
    messages.push(message);
    return 'keep';
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
  await overParked(broker, options, async (message) => {
    const { messageId, type } = toParked(message);
    if (wanted && !wanted.has(messageId)) return 'keep';
    const routingKey = broker.topology.queueOf(options.service);
    await broker.publish({ exchange: '', routingKey, content: message.content, mandatory: true, messageId, type });
    replayed += 1;
    return 'gone';
  });
  return replayed;
}

async function overParked(
  broker: Broker,
  { service, limit = PARKED_MAX }: { service: Service; limit?: number },
  visit: (message: GetMessage) => Promise<'keep' | 'gone'>,
): Promise<void> {
  const channel = await broker.openChannel();
  const queue = broker.topology.parkedQueueOf(service);
  try {
    // What fails again and is parked meanwhile is not taken up a second time.
    const { messageCount } = await channel.checkQueue(queue);
    let kept = 0;
    let taken = 0;
    for (; taken < Math.min(limit, PARKED_MAX, messageCount); taken += 1) {
      const message = await channel.get(queue);
      if (message === false) break;
      if ((await visit(message)) === 'keep') kept += 1;
      else channel.ack(message);
    }
    if (kept > 0) await putBack(channel, queue, messageCount - taken + kept);
  } finally {
    await closeQuietly(channel);
  }
}

/** Puts back what is not acknowledged, and waits until the next look can find it. */
async function putBack(channel: Channel, queue: string, expected: number): Promise<void> {
  channel.nackAll(true);
  for (let waitedMs = 0; waitedMs < PUT_BACK_WAIT_MS; waitedMs += LOOK_AGAIN_MS) {
    if ((await channel.checkQueue(queue)).messageCount >= expected) return;
    await createPause().for(LOOK_AGAIN_MS);
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
