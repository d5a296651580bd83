import { expect, test } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FAULT_POINT = /faultPoint\('([\w.-]+)'\)/g;

const read = (pattern: string): string[] =>
  globSync(pattern, { cwd: ROOT }).map((file) => readFileSync(ROOT + file, 'utf8'));

/** A line at which a process is to be killed is none unless some test does it. */
test('every fault point of billing is named by a test that kills there', () => {
  const points = read('services/billing/src/**/*.ts').flatMap((source) =>
    [...source.matchAll(FAULT_POINT)].map(([, name]) => name),
  );
  const tests = read('tests/faults/*-crash.test.ts').join('\n');
  expect(points.length).toBeGreaterThan(0);
  expect(points.filter((name) => !tests.includes(`'${name}`))).toEqual([]);
});
