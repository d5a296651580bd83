import { describe, expect, test } from '@jest/globals';
import { createGroupCommit } from '../src/group-commit.ts';

/** A store whose batches are answered when the test says so. */
function heldStore(limits: { batchMax?: number; waitingMax?: number } = {}) {
  const batches: { writes: readonly number[]; answer: () => void; fail: (error: Error) => void }[] = [];
  const commits = createGroupCommit<number, string>({
    batchMax: limits.batchMax ?? 100,
    waitingMax: limits.waitingMax ?? 100,
    writeAll: (writes) =>
      new Promise((resolve, reject) => {
        const answer = () =>
          resolve(
            writes.map((write) =>
              write < 0
                ? { status: 'rejected', reason: new Error('negative') }
                : { status: 'fulfilled', value: `w${write}` },
            ),
          );
        batches.push({ writes, answer, fail: reject });
      }),
  });
  return { batches, commits };
}

const turns = async (count: number) => {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

describe('group commit', () => {
  test('a write that comes alone goes alone, at once', async () => {
    const { batches, commits } = heldStore();
    const outcome = commits.commit(1);
    await turns(2);
    expect(batches.map(({ writes }) => writes)).toEqual([[1]]);
    batches[0]?.answer();
    expect(await outcome).toBe('w1');
  });

  test('what comes at once is shared out between two batches; what comes while both are under way makes the next', async () => {
    const { batches, commits } = heldStore();
    const first = [1, 2, 3, 4].map((write) => commits.commit(write));
    await turns(3);
    expect(batches.map(({ writes }) => writes)).toEqual([
      [1, 2],
      [3, 4],
    ]);
    const next = [5, 6, 7].map((write) => commits.commit(write));
    await turns(3);
    expect(batches).toHaveLength(2);
    batches[0]?.answer();
    expect(await Promise.all(first.slice(0, 2))).toEqual(['w1', 'w2']);
    await turns(3);
    expect(batches[2]?.writes).toEqual([5, 6, 7]);
    batches[1]?.answer();
    batches[2]?.answer();
    expect(await Promise.all(next)).toEqual(['w5', 'w6', 'w7']);
  });

  test('each write has its own outcome; of a batch that failed as a whole, all have the error', async () => {
    const { batches, commits } = heldStore();
    const some = Promise.allSettled([1, -2].map((write) => commits.commit(write)));
    const more = Promise.allSettled([3, 4].map((write) => commits.commit(write)));
    await turns(3);
    batches[0]?.answer();
    batches[1]?.fail(new Error('no answer'));
    expect(await some).toMatchObject([{ value: 'w1' }, { reason: { message: 'negative' } }]);
    expect(await more).toMatchObject([{ reason: { message: 'no answer' } }, { reason: { message: 'no answer' } }]);
  });

  test('no batch is larger than its bound, and no more wait than theirs', async () => {
    const { batches, commits } = heldStore({ batchMax: 2, waitingMax: 3 });
    const outcomes = Promise.allSettled([1, 2, 3, 4].map((write) => commits.commit(write)));
    await turns(3);
    expect(batches.map(({ writes }) => writes)).toEqual([[1, 2], [3]]);
    for (const { answer } of batches) answer();
    expect((await outcomes).at(-1)).toMatchObject({
      reason: { code: 'dependency_unavailable', details: { dependency: 'database' } },
    });
  });
});
