import { describe, expect, test } from '@jest/globals';
import { type DueWork, dueWorker } from '../src/due-worker.ts';
import { AppError } from '../src/errors.ts';
import { createLogger } from '../src/logger.ts';

const logger = createLogger({ service: 'test', level: 'silent' });
const BATCH = 3;

/** Due documents by id; `broken` and `away` fail, each try is noted. */
function desk(ids: string[]) {
  const due = new Set(ids);
  const tried: string[] = [];
  const work: DueWork<string> = {
    name: 'desk',
    batch: BATCH,
    logger,
    find: async ({ except, limit }) => [...due].filter((id) => !except.includes(id)).slice(0, limit),
    idOf: (id) => id,
    async settle(id) {
      tried.push(id);
      if (id.startsWith('away')) throw new AppError('dependency_unavailable', {});
      if (id.startsWith('broken')) throw new Error('broken');
      return due.delete(id);
    },
  };
  return { due, tried, worker: dueWorker(work) };
}

describe('a worker of due documents', () => {
  test('does what can be done, however many fail in front of it, and comes back to those', async () => {
    const { due, tried, worker } = desk(['broken-1', 'broken-2', 'broken-3', 'broken-4', 'good-1', 'good-2']);
    expect([await worker.tick(), await worker.tick()]).toEqual([0, 2]);
    expect([...due]).toEqual(['broken-1', 'broken-2', 'broken-3', 'broken-4']);
    await worker.tick();
    await worker.tick();
    expect(tried.filter((id) => id === 'broken-1')).toHaveLength(2);
  });

  test('ends a tick with the first that is told nobody answers, and begins the next one behind it', async () => {
    const { tried, worker } = desk(['away-1', 'good-1']);
    expect(await worker.tick()).toBe(0);
    expect(tried).toEqual(['away-1']);
    expect(await worker.tick()).toBe(1);
    expect(await worker.tick()).toBe(0);
    expect(tried).toEqual(['away-1', 'good-1', 'away-1']);
  });
});
