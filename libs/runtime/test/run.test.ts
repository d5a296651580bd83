import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { eventually } from '@consult/testing/eventually';
import { afterEach, describe, expect, test } from '@jest/globals';

const SERVICE = fileURLToPath(new URL('./support/service.ts', import.meta.url));
const NEEDED = { MONGODB_URI: 'mongodb://unused', AMQP_URL: 'amqp://unused', CALL_TOKEN_SECRET: 'canary'.repeat(8) };

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

interface Run {
  child: ChildProcess;
  output(): string;
  /** Exit code, or the signal that ended it. */
  ended: Promise<number | string>;
}

function run(env: Record<string, string>): Run {
  const child = spawn(process.execPath, ['--conditions=source', SERVICE], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: 'pipe',
  });
  children.push(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = once(child, 'close').then(([code, signal]) => (code ?? signal) as number | string);
  return { child, output: () => output, ended };
}

async function up(env: Record<string, string> = {}): Promise<Run> {
  const service = run({ ...NEEDED, ...env });
  await eventually(() => expect(service.output()).toContain('nothing is up'), { withinMs: 20_000 });
  return service;
}

describe('a service process', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)('stops in reverse on %s and exits 0', async (signal) => {
    const service = await up();
    service.child.kill(signal);
    expect(await service.ended).toBe(0);
    const output = service.output();
    expect(output.indexOf('part stopped')).toBeGreaterThan(0);
    expect(output.indexOf('connections closed')).toBeGreaterThan(output.indexOf('part stopped'));
  });

  test('that hangs while stopping is gone within ten seconds, connections closed', async () => {
    const service = await up({ BREAK: 'hang' });
    service.child.kill('SIGTERM');
    const before = performance.now();
    expect(await service.ended).toBe(0);
    expect(performance.now() - before).toBeLessThan(10_500);
    expect(service.output()).toContain('connections closed');
  });

  test('ends at once on a second signal', async () => {
    const service = await up({ BREAK: 'hang' });
    service.child.kill('SIGTERM');
    service.child.kill('SIGINT');
    const before = performance.now();
    expect(await service.ended).toBe(1);
    expect(performance.now() - before).toBeLessThan(3_000);
  });

  test.each(['exception', 'rejection'])(
    'that nobody caught an %s of is logged, stops cleanly and exits 1',
    async (kind) => {
      const service = run({ ...NEEDED, BREAK: kind });
      expect(await service.ended).toBe(1);
      expect(service.output()).toContain('nobody caught this');
      expect(service.output()).toContain('connections closed');
    },
  );

  test('says in JSON what Node warns of', async () => {
    const service = await up({ BREAK: 'warning', NODE_NO_WARNINGS: '1' });
    service.child.kill('SIGTERM');
    await service.ended;
    const lines = service.output().trim().split('\n');
    const warnings = lines.map((line) => JSON.parse(line) as { level: number; err?: { message: string } });
    expect(warnings).toContainEqual(
      expect.objectContaining({ err: expect.objectContaining({ message: 'be careful' }) }),
    );
  });

  test('that cannot be built says why and exits 1', async () => {
    const service = run({ ...NEEDED, BREAK: 'create' });
    expect(await service.ended).toBe(1);
    expect(service.output()).toContain('no database');
  });

  test('with a wrong configuration names every problem, no value, and exits 1', async () => {
    const service = run({ CALL_TOKEN_SECRET: 'canary', LOG_LEVEL: 'canary' });
    expect(await service.ended).toBe(1);
    for (const name of ['MONGODB_URI', 'AMQP_URL', 'CALL_TOKEN_SECRET', 'LOG_LEVEL'])
      expect(service.output()).toContain(name);
    expect(service.output()).not.toContain('canary');
  });
});

describe('a fault point', () => {
  test.each(['nothing.started', 'nothing.started:2'])(
    'kills its own process at the named pass: %s',
    async (FAULT_POINT) => {
      const service = run({ ...NEEDED, CONSULT_MODE: 'sandbox', FAULT_POINT });
      expect(await service.ended).toBe('SIGKILL');
      expect(service.output()).not.toContain('nothing is up');
    },
  );

  test.each([
    ['another name', { CONSULT_MODE: 'sandbox', FAULT_POINT: 'nothing.else' }],
    ['a pass that does not come', { CONSULT_MODE: 'sandbox', FAULT_POINT: 'nothing.started:3' }],
    ['production', { CONSULT_MODE: 'production', FAULT_POINT: 'nothing.started' }],
  ])('does nothing with %s', async (_name, env) => {
    const service = await up(env);
    service.child.kill('SIGTERM');
    expect(await service.ended).toBe(0);
  });
});
