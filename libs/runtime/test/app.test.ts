import { testConfig } from '@consult/testing/config';
import { eventually } from '@consult/testing/eventually';
import { afterEach, describe, expect, test } from '@jest/globals';
import { fastify } from 'fastify';
import { fetch } from 'undici';
import { type App, type Assembly, assembleApp, type Part } from '../src/app.ts';
import { fixedClock, type SandboxClock, sandboxClock } from '../src/clock.ts';
import { createLogger } from '../src/logger.ts';
import type { Worker } from '../src/worker.ts';

const START = '2025-01-15T08:00:00.000Z';
const logger = createLogger({ service: 'test', level: 'silent' });
const config = testConfig({ namespace: 'unused' });
const cleanup: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of cleanup.splice(0).toReversed()) await end();
});

function appOf(change: Partial<Assembly> = {}): App {
  const app = assembleApp({
    name: 'test',
    config,
    clock: fixedClock(START),
    logger,
    readiness: {},
    parts: [],
    workers: [],
    idle: async () => ({ idle: true, activity: 0 }),
    close: async () => {},
    ...change,
  });
  cleanup.push(() => app.stop());
  return app;
}

async function ask(app: App, path: string, body?: unknown): Promise<{ status: number; body: unknown }> {
  const answer = await fetch(`http://127.0.0.1:${app.httpPort}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  return { status: answer.status, body: await answer.json() };
}

/** What stands in for the sandbox process: gives out the time and notes who asked for it. */
async function startSandbox(): Promise<{ url: string; participants: unknown[] }> {
  const participants: unknown[] = [];
  const server = fastify();
  server.post('/participants', async (request) => {
    participants.push(request.body);
    return { now: START };
  });
  cleanup.push(() => server.close());
  return { url: await server.listen({ host: '127.0.0.1', port: 0 }), participants };
}

describe('an app', () => {
  test('starts its parts in order, is ready only then, and stops in reverse', async () => {
    const order: string[] = [];
    const part = (name: string): Part => ({
      start: () => void order.push(`start ${name}`),
      stop: async () => void order.push(`stop ${name}`),
    });
    const app = appOf({
      readiness: { mongo: async () => {} },
      parts: [part('relay'), part('consumer')],
      close: async () => void order.push('close'),
    });
    await app.start();
    expect(await ask(app, '/readyz')).toEqual({
      status: 200,
      body: { status: 'ready', checks: { started: 'ok', mongo: 'ok' } },
    });
    await Promise.all([app.stop(), app.stop()]);
    expect(order).toEqual(['start relay', 'start consumer', 'stop consumer', 'stop relay', 'close']);
    await expect(ask(app, '/healthz')).rejects.toThrow();
  });

  test('is alive but not ready while a part is starting, or a dependency is away', async () => {
    let go = () => {};
    let away = false;
    const started = new Promise<void>((resolve) => {
      go = resolve;
    });
    const app = appOf({
      parts: [{ start: () => started, stop: () => {} }],
      readiness: {
        async mongo() {
          if (away) throw new Error('away');
        },
      },
    });
    const starting = app.start();
    await eventually(async () => expect(await ask(app, '/healthz')).toEqual({ status: 200, body: { status: 'ok' } }));
    expect(await ask(app, '/readyz')).toMatchObject({
      status: 503,
      body: { checks: { started: 'failed', mongo: 'ok' } },
    });
    go();
    await starting;
    expect((await ask(app, '/readyz')).status).toBe(200);
    away = true;
    expect(await ask(app, '/readyz')).toMatchObject({
      status: 503,
      body: { checks: { started: 'ok', mongo: 'failed' } },
    });
  });

  test('stops what had started when a later part fails, and closes its connections', async () => {
    const order: string[] = [];
    const app = appOf({
      parts: [
        { start: () => {}, stop: () => void order.push('stop first') },
        { start: () => Promise.reject(new Error('no broker')), stop: () => void order.push('stop second') },
      ],
      close: async () => void order.push('close'),
    });
    await expect(app.start()).rejects.toThrow('no broker');
    await app.stop();
    expect(order).toEqual(['stop second', 'stop first', 'close']);
  });

  test('a part that does not stop, or fails to, keeps nothing else from stopping, within ten seconds', async () => {
    let closed = false;
    const hangs: Part = { start: () => {}, stop: () => new Promise(() => {}) };
    const fails: Part = { start: () => {}, stop: () => Promise.reject(new Error('broken')) };
    const app = appOf({
      parts: [hangs, fails, hangs],
      close: async () => {
        closed = true;
      },
    });
    await app.start();
    const before = performance.now();
    await app.stop();
    expect(performance.now() - before).toBeLessThan(10_000);
    expect(closed).toBe(true);
  });
});

describe('the clock participant', () => {
  async function startParticipant(change: Partial<Assembly> = {}) {
    const sandbox = await startSandbox();
    const clock = sandboxClock({ url: sandbox.url, name: 'test', instanceId: 'i-1', logger });
    const due = new Date('2025-01-20T09:00:00Z');
    const ran: Date[] = [];
    const worker: Worker = {
      name: 'reminders',
      nextDue: async (until) => (ran.length === 0 && due <= until ? due : undefined),
      async tick() {
        if (ran.length > 0 || clock.now() < due) return 0;
        ran.push(clock.now());
        return 1;
      },
    };
    const app = appOf({ clock, workers: [worker], idle: async () => ({ idle: true, activity: 40 }), ...change });
    await app.start();
    return { app, clock, ran, sandbox };
  }

  test('registers where it can be reached, and takes the sandbox’s time before anything runs', async () => {
    const { app, clock, sandbox } = await startParticipant();
    expect(sandbox.participants[0]).toEqual({
      name: 'test',
      instanceId: 'i-1',
      url: `http://127.0.0.1:${app.httpPort}`,
    });
    expect(clock.now().toISOString()).toBe(START);
  });

  test('says what is due next, goes there, works it off, and is idle again', async () => {
    const { app, ran } = await startParticipant();
    expect((await ask(app, '/sandbox/due?until=2025-01-19T00:00:00Z')).body).toEqual({ due: null });
    expect((await ask(app, '/sandbox/due?until=2025-02-01T00:00:00Z')).body).toEqual({
      due: '2025-01-20T09:00:00.000Z',
    });
    expect((await ask(app, '/sandbox/idle')).body).toEqual({ idle: true, activity: 40 });
    const answer = await ask(app, '/sandbox/clock', { now: '2025-01-20T09:00:00.000Z' });
    expect(answer.body).toEqual({ now: '2025-01-20T09:00:00.000Z', worked: 1 });
    expect(ran).toEqual([new Date('2025-01-20T09:00:00Z')]);
    expect((await ask(app, '/sandbox/idle')).body).toEqual({ idle: true, activity: 41 });
    expect((await ask(app, '/sandbox/due?until=2025-02-01T00:00:00Z')).body).toEqual({ due: null });
  });

  test('never goes back, and refuses what is no instant', async () => {
    const { app, clock } = await startParticipant();
    expect(await ask(app, '/sandbox/clock', { now: 'tomorrow' })).toMatchObject({
      status: 400,
      body: { code: 'invalid_request' },
    });
    expect(await ask(app, '/sandbox/due')).toMatchObject({ status: 400, body: { errors: [{ pointer: '/until' }] } });
    await ask(app, '/sandbox/clock', { now: '2020-01-01T00:00:00.000Z' });
    expect(clock.now().toISOString()).toBe(START);
  });

  test('exists in sandbox mode only', async () => {
    const sandbox = await startSandbox();
    const clock: SandboxClock = sandboxClock({ url: sandbox.url, name: 'test', instanceId: 'i-1', logger });
    const app = appOf({ clock, config: { ...config, CONSULT_MODE: 'production' } });
    await app.start();
    for (const path of ['/sandbox/due?until=2025-02-01T00:00:00Z', '/sandbox/idle'])
      expect((await ask(app, path)).status).toBe(404);
    expect((await ask(app, '/sandbox/clock', { now: START })).status).toBe(404);
    expect(sandbox.participants).toEqual([]);
  });
});
