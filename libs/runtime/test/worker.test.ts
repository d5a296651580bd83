import { eventually } from '@consult/testing/eventually';
import { afterEach, describe, expect, test } from '@jest/globals';
import { createLogger } from '../src/logger.ts';
import { createWorkers, type Worker, type Workers } from '../src/worker.ts';

const lines: string[] = [];
const logger = createLogger({ service: 'test', level: 'info', stream: { write: (line) => lines.push(line) } });
const OFTEN_MS = 5;
const NEVER_MS = 3_600_000;

let running: Workers | undefined;
afterEach(async () => {
  await running?.stop();
  lines.length = 0;
});

function workersOf(workers: Worker[], intervalMs = OFTEN_MS): Workers {
  running = createWorkers(workers, { logger, intervalMs });
  return running;
}

/** A worker with a backlog: does `batch` of it per tick. */
function backlog(size: number, batch: number): Worker & { left(): number; overlaps(): number } {
  let left = size;
  let inside = 0;
  let overlaps = 0;
  return {
    name: 'backlog',
    left: () => left,
    overlaps: () => overlaps,
    async tick() {
      inside += 1;
      if (inside > 1) overlaps += 1;
      await new Promise((resolve) => setImmediate(resolve));
      const done = Math.min(batch, left);
      left -= done;
      inside -= 1;
      return done;
    },
  };
}

describe('workers', () => {
  test('runDue works until nothing is left, and says how much that was', async () => {
    const one = backlog(25, 10);
    const two = backlog(3, 1);
    const workers = workersOf([one, two], NEVER_MS);
    expect(await workers.runDue()).toBe(28);
    expect([one.left(), two.left(), workers.worked()]).toEqual([0, 0, 28]);
  });

  test('runDue goes on when one worker’s work makes work for another', async () => {
    let made = 0;
    const maker: Worker = { name: 'maker', tick: async () => (made < 3 ? ((made += 1), 1) : 0) };
    let taken = 0;
    const taker: Worker = { name: 'taker', tick: async () => (taken < made ? ((taken += 1), 1) : 0) };
    await workersOf([taker, maker], NEVER_MS).runDue();
    expect(taken).toBe(3);
  });

  test('a worker that never comes to an end is left after a bounded number of rounds, and logged', async () => {
    let ticks = 0;
    await workersOf([{ name: 'endless', tick: async () => (ticks += 1) }], NEVER_MS).runDue();
    expect(ticks).toBeLessThanOrEqual(1_000);
    expect(lines.join('')).toContain('did not come to an end');
  });

  test('ticks of one worker never overlap, however they are asked for', async () => {
    const worker = backlog(200, 1);
    const workers = workersOf([worker]);
    workers.start();
    await Promise.all([workers.runDue(), workers.runDue(), workers.runDue()]);
    expect(worker.left()).toBe(0);
    expect(worker.overlaps()).toBe(0);
  });

  test('a failure is logged, and the next tick tries again', async () => {
    let tries = 0;
    const workers = workersOf([
      {
        name: 'flaky',
        async tick() {
          tries += 1;
          if (tries < 3) throw new Error('not yet');
          return 0;
        },
      },
    ]);
    workers.start();
    await eventually(() => expect(tries).toBeGreaterThanOrEqual(3));
    expect(lines.filter((line) => line.includes('"worker":"flaky"'))).toHaveLength(2);
  });

  test('stop waits for the running tick, and no other begins', async () => {
    let begun = 0;
    let ended = 0;
    const workers = workersOf([
      {
        name: 'slow',
        async tick() {
          begun += 1;
          await new Promise((resolve) => setTimeout(resolve, 50));
          ended += 1;
          return 1;
        },
      },
    ]);
    workers.start();
    await eventually(() => expect(begun).toBe(1));
    expect(workers.busy()).toBe(true);
    await workers.stop();
    expect([begun, ended, workers.busy()]).toEqual([1, 1, false]);
  });

  test('nextDue is the earliest of all; workers on technical time have none', async () => {
    const due = (at: string | undefined): Worker => ({
      name: 'due',
      tick: async () => 0,
      nextDue: async () => (at === undefined ? undefined : new Date(at)),
    });
    const idle: Worker = { name: 'technical', tick: async () => 0 };
    const until = new Date('2025-02-01T00:00:00Z');
    const workers = workersOf(
      [idle, due('2025-01-20T10:00:00Z'), due(undefined), due('2025-01-20T09:00:00Z')],
      NEVER_MS,
    );
    expect(await workers.nextDue(until)).toEqual(new Date('2025-01-20T09:00:00Z'));
    expect(await workersOf([idle], NEVER_MS).nextDue(until)).toBeUndefined();
  });
});
