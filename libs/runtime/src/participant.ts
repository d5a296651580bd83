import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import type { SandboxClock } from './clock.ts';
import { parse } from './parse.ts';
import type { Workers } from './worker.ts';

const InstantField = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?Z$' });
const DueQuery = Type.Object({ until: InstantField });
const ClockBody = Type.Object({ now: InstantField });

/** Whether nothing is on its way in this process, and a number that grows with everything it does. */
export type Idle = () => Promise<{ idle: boolean; activity: number }>;

/** The routes by which the sandbox moves business time: what is due next, go there, are you done. Sandbox mode only. */
export function registerParticipant(
  app: FastifyInstance,
  options: { clock: SandboxClock; workers: Workers; idle: Idle },
): void {
  const { clock, workers, idle } = options;

  app.get('/sandbox/due', async (request) => {
    const { until } = parse(DueQuery, request.query);
    const due = await workers.nextDue(new Date(until));
    return { due: due?.toISOString() ?? null };
  });

  app.post('/sandbox/clock', async (request) => {
    const { now } = parse(ClockBody, request.body);
    clock.set(new Date(now));
    const worked = await workers.runDue();
    return { now: clock.now().toISOString(), worked };
  });

  app.get('/sandbox/idle', async () => {
    // Asked in this order: a tick that ends in between has already shown in `worked`.
    const busy = workers.busy();
    const rest = await idle();
    return { idle: rest.idle && !busy && !workers.busy(), activity: rest.activity + workers.worked() };
  });
}
