import { Envelope } from '@consult/contracts/envelope';
import type { Broker } from '@consult/messaging/broker';
import { parseJson } from '@consult/runtime/parse';

/** Brings an event to its listeners as its owner would; resolves when the broker has it. The same event again is the same message again. */
export function publishEvent(broker: Broker, event: Envelope): Promise<void> {
  return broker.publish({
    exchange: broker.topology.events,
    routingKey: event.type,
    content: Buffer.from(JSON.stringify(event)),
    mandatory: true,
    messageId: event.id,
    type: event.type,
  });
}

/** Everything that is published from now on under a pattern (`billing.#`), in the order it arrives: the array grows until the broker closes. */
export async function listenForEvents(broker: Broker, pattern: string): Promise<Envelope[]> {
  const heard: Envelope[] = [];
  const channel = await broker.openChannel();
  const { queue } = await channel.assertQueue('', { exclusive: true });
  await channel.bindQueue(queue, broker.topology.events, pattern);
  await channel.consume(
    queue,
    (message) => {
      if (message !== null) heard.push(parseJson(Envelope, message.content.toString('utf8')));
    },
    { noAck: true },
  );
  return heard;
}
