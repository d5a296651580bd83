import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Running } from './support.ts';

export interface FakeParticipant {
  name: string;
  instanceId: string;
  url: string;
  /** Instants at which it has something to do. */
  due: string[];
  /** The times it was told, in order. */
  told: string[];
  /** Answers to the next questions whether it is idle; then idle. */
  restless: boolean[];
  activity: number;
  register(running: Running): Promise<{ status: number; body: unknown }>;
  stop(): Promise<void>;
}

/** A service as the clock sees it: has due instants, is told the time, says whether it is idle. */
export async function startParticipant(
  name: string,
  given: { stuck?: boolean; slowMs?: number } = {},
): Promise<FakeParticipant> {
  const state = { due: [] as string[], told: [] as string[], restless: [] as boolean[], activity: 0 };
  const answer = async (request: IncomingMessage, body: string): Promise<unknown> => {
    const url = new URL(request.url ?? '', 'http://participant');
    if (url.pathname === '/sandbox/due') {
      const until = url.searchParams.get('until') ?? '';
      return { due: state.due.toSorted().find((at) => at <= until) ?? null };
    }
    if (url.pathname === '/sandbox/idle') return { idle: state.restless.shift() ?? true, activity: state.activity };
    const { now } = JSON.parse(body) as { now: string };
    // A service that takes its time over what is due.
    if (given.slowMs !== undefined) await new Promise((resolve) => setTimeout(resolve, given.slowMs));
    state.told.push(now);
    if (given.stuck !== true) state.due = state.due.filter((at) => at > now);
    return { now };
  };
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      void answer(request, Buffer.concat(chunks).toString()).then((body) => {
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify(body));
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const instanceId = `${name}-1`;
  return Object.assign(state, {
    name,
    instanceId,
    url,
    register: (running: Running) =>
      running.control('/participants', { method: 'POST', body: { name, instanceId, url } }),
    stop: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  });
}
