import { eventually } from '@consult/testing/eventually';
import { describe, expect, test } from '@jest/globals';
import { type LaneWork, laneWorker } from '../src/lane-worker.ts';
import { createLogger } from '../src/logger.ts';

const logger = createLogger({ service: 'test', level: 'silent' });
const LANES = 3;
const BATCH = 5;

/** Numbered pieces that wait to be leased, each done when the test says so. */
function pile(count: number, more: Partial<LaneWork<number>> = {}) {
  const open: (() => void)[] = [];
  const state = { left: count, inHand: 0, most: 0, looks: 0, isHeld: false, worked: [] as (readonly number[])[] };
  const worker = laneWorker<number>({
    name: 'pile',
    lanes: LANES,
    batch: BATCH,
    waitMaxMs: 60_000,
    logger,
    take: async (limit) => {
      state.looks += 1;
      const taken = Math.min(limit, state.left);
      state.left -= taken;
      return Array.from({ length: taken }, (_, index) => state.left + index + 1);
    },
    work: async (pieces) => {
      state.inHand += pieces.length;
      state.most = Math.max(state.most, state.inHand);
      if (state.isHeld) await new Promise<void>((resolve) => open.push(resolve));
      state.inHand -= pieces.length;
      state.worked.push(pieces);
    },
    ...more,
  });
  const release = () => open.splice(0).forEach((finish) => finish());
  /** Lets go of whatever is in hand until nothing is. */
  const finish = () =>
    eventually(() => {
      state.isHeld = false;
      release();
      expect(worker.resting()).toBe(true);
    });
  return { worker, state, release, finish };
}

describe('a worker with lanes', () => {
  test('looks once while nothing waits', async () => {
    const { worker, state } = pile(0);
    expect(await worker.tick()).toBe(0);
    expect([state.looks, worker.resting()]).toEqual([1, true]);
  });

  test('works on as many at once as it has lanes, and on all of them', async () => {
    const { worker, state, finish } = pile(40);
    state.isHeld = true;
    worker.nudge();
    await eventually(() => expect(state.inHand).toBe(LANES));
    await finish();
    expect([state.most, state.left, worker.done()]).toEqual([LANES, 0, 40]);
    expect(new Set(state.worked.flat()).size).toBe(40);
  });

  test('leases no more than it can soon work on', async () => {
    const { worker, state, finish } = pile(40);
    state.isHeld = true;
    worker.nudge();
    await eventually(() => expect(state.inHand).toBe(LANES));
    worker.nudge();
    expect(40 - state.left).toBeLessThanOrEqual(BATCH + LANES + BATCH);
    await finish();
  });

  test('a nudge while all lanes are busy is not lost', async () => {
    const { worker, state, finish } = pile(BATCH);
    state.isHeld = true;
    worker.nudge();
    await eventually(() => expect(state.inHand).toBe(LANES));
    state.left = 1;
    worker.nudge();
    await finish();
    expect([state.left, worker.done()]).toEqual([0, BATCH + 1]);
  });

  test('what is handed over is worked on without a look, as far as there is room', async () => {
    const { worker, state, finish } = pile(0);
    state.isHeld = true;
    for (let piece = 1; worker.hasRoom(); piece += 1) {
      worker.hand(piece);
      if (piece <= LANES) await eventually(() => expect(state.inHand).toBe(piece));
    }
    await finish();
    expect([state.looks, worker.done()]).toEqual([0, LANES + BATCH]);
  });

  test('a piece waits a little for others like it, which come one by one, and keeps no other waiting longer', async () => {
    const { worker, state, finish } = pile(0, { alike: (one, other) => one % 10 === other % 10, gatherMs: 500 });
    for (const piece of [1, 2, 11, 21]) {
      worker.hand(piece);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await finish();
    expect(state.worked).toEqual([[1, 11, 21], [2]]);
  });

  test('nothing is begun while a flood comes, until it has lasted too long', async () => {
    const flood = { perSecond: 50, waitMs: 400 };
    const { worker, state, finish } = pile(0, { batch: 1_000, flood, alike: (one, other) => one % 10 === other % 10 });
    const begun = performance.now();
    for (let piece = 1; piece <= 500; piece += 1) worker.hand(piece);
    await eventually(() => expect(state.worked.length).toBeGreaterThan(0));
    expect(performance.now() - begun).toBeGreaterThanOrEqual(400);
    await finish();
    expect(state.worked).toHaveLength(10);
    expect(worker.done()).toBe(500);
  });

  test('what is begun goes on as soon as a flood is over', async () => {
    const { worker, finish } = pile(0, { batch: 1_000, flood: { perSecond: 90, waitMs: 60_000 } });
    for (let piece = 1; piece <= 100; piece += 1) worker.hand(piece);
    await finish();
    expect(worker.done()).toBe(100);
  });

  test('pieces that are alike are worked on together, unless one has begun', async () => {
    const { worker, state, finish } = pile(0, { lanes: 1, alike: (one, other) => one % 10 === other % 10 });
    worker.hand(1);
    worker.hand(11);
    worker.hand(2);
    await eventually(() => expect(worker.resting()).toBe(true));
    state.isHeld = true;
    worker.hand(3);
    await eventually(() => expect(state.inHand).toBe(1));
    worker.hand(13);
    await finish();
    expect(state.worked).toEqual([[1, 11], [2], [3], [13]]);
  });

  test('a piece that has waited too long is left to the end of its lease', async () => {
    const { worker, state, finish } = pile(0, { lanes: 1, waitMaxMs: 100 });
    state.isHeld = true;
    worker.hand(1);
    await eventually(() => expect(state.inHand).toBe(1));
    worker.hand(2);
    const since = performance.now();
    await eventually(() => expect(performance.now() - since).toBeGreaterThan(100));
    await finish();
    expect(state.worked).toEqual([[1]]);
  });

  test('a tick waits for what it has taken, not for what is handed over meanwhile', async () => {
    const { worker, state, release, finish } = pile(1);
    state.isHeld = true;
    const ticked = worker.tick();
    await eventually(() => expect(state.inHand).toBe(1));
    release();
    worker.hand(7);
    expect(await ticked).toBe(1);
    expect(state.inHand).toBe(1);
    await finish();
  });

  test('a piece that throws ends its lane and nothing else', async () => {
    const failing = async ([piece]: readonly number[]) => {
      if (piece === 1) throw new Error('broken');
    };
    const { worker } = pile(2, { lanes: 1, work: failing });
    expect(await worker.tick()).toBe(2);
    expect([worker.resting(), worker.done()]).toEqual([true, 1]);
  });

  test('a look that fails is told by the tick, and made again by the next', async () => {
    let isAway = true;
    const { worker, state } = pile(1, {
      take: async () => {
        if (isAway) throw new Error('away');
        return state.worked.length === 0 ? [1] : [];
      },
    });
    await expect(worker.tick()).rejects.toThrow('away');
    isAway = false;
    expect(await worker.tick()).toBe(1);
    expect(worker.done()).toBe(1);
  });

  test('takes no more once it is stopped, and finishes what is leased', async () => {
    const { worker, state, release } = pile(40);
    state.isHeld = true;
    worker.nudge();
    await eventually(() => expect(state.inHand).toBe(LANES));
    const leased = 40 - state.left;
    const stopped = worker.stop();
    worker.nudge();
    expect(worker.hasRoom()).toBe(false);
    state.isHeld = false;
    release();
    await stopped;
    expect([40 - state.left, worker.done(), worker.resting()]).toEqual([leased, leased, true]);
    void worker.start();
    expect(await worker.tick()).toBeGreaterThan(0);
  });
});
