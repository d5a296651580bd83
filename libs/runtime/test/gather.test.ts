import { expect, test } from '@jest/globals';
import { gather } from '../src/gather.ts';

test('those who come within the time go on together, later ones with one another', async () => {
  const together = gather(50);
  const went: string[] = [];
  const go = (name: string) => together().then(() => went.push(name));
  const first = [go('ann'), go('bob')];
  await new Promise((resolve) => setImmediate(resolve));
  first.push(go('cid'));
  expect(went).toEqual([]);
  await first[0];
  const second = [go('dot'), go('eve')];
  await Promise.all(first);
  expect(went).toEqual(['ann', 'bob', 'cid']);
  await Promise.all(second);
  expect(went).toEqual(['ann', 'bob', 'cid', 'dot', 'eve']);
});
