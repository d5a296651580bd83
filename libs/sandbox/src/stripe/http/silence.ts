import type { FastifyReply } from 'fastify';

/** Longer than anyone waits; then the connection is cut. */
const SILENT_MAX_MS = 60_000;

/** Never answers: the caller hears nothing until it hangs up, or its connection is cut. */
export function staySilent(reply: FastifyReply): FastifyReply {
  reply.hijack();
  const { socket } = reply.raw;
  if (socket === null) return reply;
  const timer = setTimeout(() => socket.destroy(), SILENT_MAX_MS);
  socket.once('close', () => clearTimeout(timer));
  return reply;
}

/** Waits on the wall clock, or until the caller hangs up. */
export function linger(reply: FastifyReply, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      reply.raw.off('close', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    reply.raw.once('close', done);
  });
}
