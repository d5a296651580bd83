import { topologyOf } from '@consult/messaging/topology';
import { type ChannelModel, connect } from 'amqplib';
import type { Finding } from './stack.ts';

/** I5, second half: nothing waits in a queue, nothing is parked. A stack without queues has nothing waiting. */
export async function checkQueues(address: { amqpUrl: string; namespace: string }): Promise<Finding[]> {
  const connection = await connect(address.amqpUrl);
  try {
    const { queues } = topologyOf(address.namespace);
    const counts = await Promise.all(queues.map((queue) => messagesIn(connection, queue)));
    return queues.flatMap((where, index): Finding[] => {
      const messages = counts[index] ?? 0;
      return messages === 0 ? [] : [{ invariant: 'I5', where, what: `${messages} messages wait here` }];
    });
  } finally {
    await connection.close();
  }
}

async function messagesIn(connection: ChannelModel, queue: string): Promise<number> {
  // The broker closes the channel of whoever asks for a queue that is not there, so each question has its own.
  const channel = await connection.createChannel();
  channel.on('error', () => {});
  try {
    const { messageCount } = await channel.checkQueue(queue);
    await channel.close();
    return messageCount;
  } catch (error) {
    if (error instanceof Error && error.message.includes('NOT_FOUND')) return 0;
    throw error;
  }
}
