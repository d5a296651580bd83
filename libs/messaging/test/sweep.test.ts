import { derivedId } from '@consult/runtime/ids';
import { expect, test } from '@jest/globals';
import { createAges } from '../src/sweep.ts';
import { priceLinked } from './support/stack.ts';

const NEVER_MS = 3_600_000;

test('an event whose id does not tell its age is young, unless there are more than can be remembered', () => {
  const isOld = createAges(NEVER_MS);
  const event = priceLinked('many');
  const derived = (count: number) => ({ outbox: [{ ...event, id: derivedId('cause', String(count)) }] });
  expect(isOld({ outbox: [event] })).toBe(true);
  for (let count = 0; count < 10_000; count += 1) expect(isOld(derived(count))).toBe(false);
  expect(isOld(derived(10_000))).toBe(true);
  expect(isOld(derived(0))).toBe(false);
});
