import { setImmediate } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { gather } from '../src/gather.ts';

test('those who come within the time go on together, later ones wait anew', async () => {
  const gathered = gather(50);
  const first = gathered();
  await setImmediate();
  expect(gathered()).toBe(first);
  await first;
  let went = false;
  const second = gathered().then(() => (went = true));
  await setImmediate();
  expect(went).toBe(false);
  await second;
});
