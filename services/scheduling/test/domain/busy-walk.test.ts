import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { meets, walkBusy } from '../../src/domain/busy-walk.ts';
import { NEVER } from '../../src/domain/intervals.ts';

const RUNS = Number(process.env['PROOF_SEEDS'] ?? 300);
const minute = fc.integer({ min: 0, max: 60 });
/** Overlapping, touching, empty, in any order. */
const times = fc.array(
  fc.record({ start: minute, length: fc.integer({ min: 0, max: 20 }) }).map(({ start, length }) => ({
    start,
    end: start + length,
  })),
  { maxLength: 12 },
);
/** Mostly ascending, and going back now and then. */
const questions = fc.array(fc.tuple(minute, fc.integer({ min: 1, max: 15 })), { minLength: 1, maxLength: 12 });

test('a walk answers what a look at every busy time would, in whatever order they come and questions are asked', () => {
  fc.assert(
    fc.property(times, questions, (busy, asked) => {
      const walk = walkBusy(busy);
      for (const [from, length] of asked) {
        const to = from + length;
        const ahead = busy.filter(({ start, end }) => start < end && end > from);
        expect(meets(walk, from, to)).toBe(ahead.some(({ start }) => start < to));
        expect(walk.start).toBe(Math.min(NEVER, ...ahead.map(({ start }) => start)));
      }
    }),
    { numRuns: RUNS },
  );
});
