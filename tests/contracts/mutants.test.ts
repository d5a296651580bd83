import { describe, expect, test } from '@jest/globals';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CREDITS_MUTANTS } from '../proof/credits-mutants.ts';
import { faultsOf } from '../proof/mutants.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The proofs themselves take long; that their tables still fit the code is seen at once. */
describe('the tables of mutants', () => {
  test('name texts that occur exactly once, and tests that are there', () => {
    expect(faultsOf(CREDITS_MUTANTS, ROOT)).toEqual([]);
    const tests = CREDITS_MUTANTS.flatMap((mutant) => mutant.tests);
    expect(tests.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
    expect(tests.length).toBeGreaterThan(0);
  });

  test('name each fault once', () => {
    const names = CREDITS_MUTANTS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  test('would say so when a text is gone, or stands there twice', () => {
    const [mutant] = CREDITS_MUTANTS;
    if (mutant === undefined) throw new Error('the table is empty');
    const gone = { ...mutant, find: 'nowhere to be found' };
    const often = { ...mutant, find: 'e', replace: 'a' };
    expect(faultsOf([gone, often, { ...mutant, replace: mutant.find }], ROOT)).toEqual([
      expect.stringContaining('occurs 0 times'),
      expect.stringMatching(/occurs \d+ times/),
      expect.stringContaining('changes nothing'),
    ]);
  });
});
