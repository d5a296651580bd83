import { type AddressInfo, createConnection, createServer, type Socket } from 'node:net';

/** The way from billing to Stripe, which a test can cut. */
export interface Way {
  port: number;
  /** While cut, every connection ends at once, those that stand among them. */
  cut(away: boolean): void;
  close(): Promise<void>;
}

export async function openWay(to: number): Promise<Way> {
  const open = new Set<Socket>();
  let isCut = false;
  const server = createServer((here) => {
    if (isCut) return void here.destroy();
    const there = createConnection(to, '127.0.0.1');
    for (const [socket, other] of [
      [here, there],
      [there, here],
    ] as const) {
      open.add(socket);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        open.delete(socket);
        other.destroy();
      });
      socket.pipe(other);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const destroyAll = () => open.forEach((socket) => socket.destroy());
  return {
    port: (server.address() as AddressInfo).port,
    cut(away) {
      isCut = away;
      if (away) destroyAll();
    },
    close() {
      destroyAll();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
