import { Duplex } from 'node:stream';
import type { ChannelModel } from 'amqplib';

/**
 * Has what one turn of the event loop writes to the broker leave in one system call. amqplib writes every message and every
 * acknowledgement by itself, and with `noDelay` each is a packet that the broker wakes up for. Nothing waits for a timer.
 */
export function gatherWrites({ connection }: Pick<ChannelModel, 'connection'>): void {
  // amqplib has no name for its socket in its types; without one everything works as before.
  const socket: unknown = Reflect.get(connection, 'stream');
  if (!(socket instanceof Duplex)) return;
  const write = socket.write.bind(socket);
  socket.write = (...written: unknown[]): boolean => {
    if (socket.writableCorked === 0) {
      socket.cork();
      process.nextTick(() => socket.uncork());
    }
    return Reflect.apply(write, socket, written);
  };
}
