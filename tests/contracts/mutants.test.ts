import { describe, expect, test } from '@jest/globals';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BILLING_MUTANTS } from '../proof/billing-mutants.ts';
import { CREDITS_MUTANTS } from '../proof/credits-mutants.ts';
import { faultsOf, type Mutant } from '../proof/mutants.ts';
import { SCHEDULING_MUTANTS } from '../proof/scheduling-mutants.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const TABLES: readonly (readonly [string, readonly Mutant[]])[] = [
  ['billing', BILLING_MUTANTS],
  ['credits', CREDITS_MUTANTS],
  ['scheduling', SCHEDULING_MUTANTS],
];

/** The proofs themselves take long; that their tables still fit the code is seen at once. */
describe('the tables of mutants', () => {
  test.each(TABLES)('%s: name texts that occur exactly once, and tests that are there', (_, table) => {
    expect(faultsOf(table, ROOT)).toEqual([]);
    const tests = table.flatMap((mutant) => mutant.tests);
    expect(tests.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
    expect(tests.length).toBeGreaterThan(0);
  });

  test.each(TABLES)('%s: name each fault once', (_, table) => {
    const names = table.map(({ name }) => name);
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
