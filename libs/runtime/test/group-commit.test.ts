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

const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

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

  test('many that come at once are shared out between two batches; what comes while both are under way makes the next', async () => {
    const { batches, commits } = heldStore();
    const first = numbers(1, 20).map((write) => commits.commit(write));
    await turns(3);
    expect(batches.map(({ writes }) => writes)).toEqual([numbers(1, 10), numbers(11, 20)]);
    const next = numbers(21, 28).map((write) => commits.commit(write));
    await turns(3);
    expect(batches).toHaveLength(2);
    batches[0]?.answer();
    expect(await Promise.all(first.slice(0, 2))).toEqual(['w1', 'w2']);
    await turns(3);
    expect(batches[2]?.writes).toEqual(numbers(21, 28));
    batches[1]?.answer();
    batches[2]?.answer();
    expect((await Promise.all(next)).at(-1)).toBe('w28');
  });

  test('a few wait for the batch under way and go together; one more makes them enough for a batch beside it', async () => {
    const { batches, commits } = heldStore();
    const first = commits.commit(1);
    await turns(3);
    const few = numbers(2, 8).map((write) => commits.commit(write));
    await turns(3);
    expect(batches).toHaveLength(1);
    batches[0]?.answer();
    await first;
    await turns(3);
    expect(batches[1]?.writes).toEqual(numbers(2, 8));
    const many = numbers(9, 16).map((write) => commits.commit(write));
    await turns(3);
    expect(batches[2]?.writes).toEqual(numbers(9, 16));
    batches[1]?.answer();
    batches[2]?.answer();
    expect(await Promise.all([...few, ...many])).toHaveLength(15);
  });

  test('each write has its own outcome; of a batch that failed as a whole, all have the error', async () => {
    const { batches, commits } = heldStore();
    const some = Promise.allSettled([...numbers(1, 7), -8].map((write) => commits.commit(write)));
    const more = Promise.allSettled(numbers(9, 16).map((write) => commits.commit(write)));
    await turns(3);
    batches[0]?.answer();
    batches[1]?.fail(new Error('no answer'));
    const answered = numbers(1, 7).map((write) => ({ value: `w${write}` }));
    expect(await some).toMatchObject([...answered, { reason: { message: 'negative' } }]);
    expect(await more).toMatchObject(numbers(9, 16).map(() => ({ reason: { message: 'no answer' } })));
  });

  test('no batch is larger than its bound, and no more wait than theirs', async () => {
    const { batches, commits } = heldStore({ batchMax: 2, waitingMax: 3 });
    const outcomes = Promise.allSettled([1, 2, 3, 4].map((write) => commits.commit(write)));
    await turns(3);
    expect(batches.map(({ writes }) => writes)).toEqual([[1, 2]]);
    batches[0]?.answer();
    await turns(3);
    expect(batches[1]?.writes).toEqual([3]);
    batches[1]?.answer();
    expect((await outcomes).at(-1)).toMatchObject({
      reason: { code: 'dependency_unavailable', details: { dependency: 'database' } },
    });
  });
});
