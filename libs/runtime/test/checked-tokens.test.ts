import { expect, test } from '@jest/globals';
import { eventually } from '@consult/testing/eventually';
import { checkedOnce } from '../src/checked-tokens.ts';

/** A check that counts how often it was asked, and refuses what begins with a cross. */
function counted(lifeMs: number) {
  const asked: string[] = [];
  const check = checkedOnce(async (token) => {
    asked.push(token);
    if (token.startsWith('x')) throw new Error('refused');
    return { says: `says ${token}`, endsAtMs: Date.now() + lifeMs };
  });
  return { asked, check };
}

test('a token is checked once for many calls, each token for itself', async () => {
  const { asked, check } = counted(60_000);
  for (const token of ['a', 'b', 'a', 'b', 'a']) expect(await check(token)).toBe(`says ${token}`);
  expect(asked).toEqual(['a', 'b']);
});

test('what was refused is looked at again, and refused again', async () => {
  const { asked, check } = counted(60_000);
  for (let call = 0; call < 3; call += 1) await expect(check('x')).rejects.toThrow('refused');
  expect(asked).toEqual(['x', 'x', 'x']);
});

test('nothing is taken on trust beyond the end of a token', async () => {
  const { asked, check } = counted(50);
  await check('a');
  await eventually(async () => {
    await check('a');
    expect(asked).toEqual(['a', 'a']);
  });
  const ended = counted(-1_000);
  for (let call = 0; call < 3; call += 1) await ended.check('a');
  expect(ended.asked).toHaveLength(3);
});

test('however many tokens come, each is told what it says', async () => {
  const { check } = counted(60_000);
  for (let token = 0; token < 2_500; token += 1) expect(await check(`t${token}`)).toBe(`says t${token}`);
});
