import { eventually } from '@consult/testing/eventually';
import { describe, expect, test } from '@jest/globals';
import { type LaneWork, laneWorker } from '../src/lane-worker.ts';
import { createLogger } from '../src/logger.ts';

const logger = createLogger({ service: 'test', level: 'silent' });

/** Pieces that wait, each done when the test says so; the most that were in hand at once. */
function pile(count: number, more: Partial<LaneWork> = {}) {
  const open: (() => void)[] = [];
  const state = { waiting: count, inHand: 0, most: 0, asked: 0, isHeld: false };
  const worker = laneWorker({
    name: 'pile',
    lanes: 3,
    batch: 5,
    logger,
    async next(taken) {
      state.asked += 1;
      if (state.waiting === 0) return false;
      taken();
      state.waiting -= 1;
      state.inHand += 1;
      state.most = Math.max(state.most, state.inHand);
      if (state.isHeld) await new Promise<void>((resolve) => open.push(resolve));
      state.inHand -= 1;
      return true;
    },
    ...more,
  });
  return { worker, state, release: () => open.splice(0).forEach((finish) => finish()) };
}

describe('a worker with lanes', () => {
  test('asks once while nothing waits', async () => {
    const { worker, state } = pile(0);
    expect(await worker.tick()).toBe(0);
    expect([state.asked, worker.resting()]).toEqual([1, true]);
  });

  test('works on as many at once as it has lanes, and on all of them', async () => {
    const { worker, state, release } = pile(40);
    state.isHeld = true;
    worker.nudge();
    await eventually(() => {
      release();
      expect(state.waiting).toBe(0);
    });
    release();
    await eventually(() => expect(worker.resting()).toBe(true));
    expect([state.most, worker.done()]).toEqual([3, 40]);
  });

  test('a nudge while all lanes are busy is not lost', async () => {
    const { worker, state, release } = pile(3);
    state.isHeld = true;
    worker.nudge();
    await eventually(() => expect(state.inHand).toBe(3));
    state.waiting = 1;
    worker.nudge();
    state.isHeld = false;
    release();
    await eventually(() => expect([state.waiting, worker.resting()]).toEqual([0, true]));
  });

  test('a piece that throws ends its lane and nothing else; a tick says so', async () => {
    let left = 2;
    const failing = async () => {
      left -= 1;
      if (left === 1) throw new Error('broken');
      return left >= 0;
    };
    const { worker } = pile(0, { next: failing });
    await expect(worker.tick()).rejects.toThrow('broken');
    worker.nudge();
    await eventually(() => expect([worker.resting(), worker.done()]).toEqual([true, 1]));
  });

  test('begins no more once it is stopped, and waits for what is in hand', async () => {
    const { worker, state, release } = pile(10);
    state.isHeld = true;
    worker.nudge();
    await eventually(() => expect(state.inHand).toBe(3));
    const stopped = worker.stop();
    worker.nudge();
    release();
    await stopped;
    expect([state.waiting, worker.done(), worker.resting()]).toEqual([7, 3, true]);
    state.isHeld = false;
    void worker.start();
    expect(await worker.tick()).toBeGreaterThan(0);
  });
});
