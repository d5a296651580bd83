import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { eventually } from '@consult/testing/eventually';
import { verifyAccounts } from '../../src/operations/verify-accounts.ts';
import { accountOf, kindsOf, settled } from '../support/books.ts';
import { type CrashWorld, startCrashWorld } from '../support/crash.ts';
import { type Story, STORIES } from '../support/crash-stories.ts';
import { TENANT } from '../support/service.ts';

const SAVE = ['credits.before-save', 'credits.after-save', 'messaging.before-publish', 'messaging.before-pull'];
const FLUSH = ['credits.before-ledger', 'credits.after-ledger'];
const ACK = ['credits.before-ack'];
const ARCHIVE = ['credits.before-archive', 'credits.after-archive'];
const QUIET = [...SAVE.slice(0, 2), ...FLUSH, ...ACK];

type Name = keyof typeof STORIES;
/** Every point a story comes by; a story that publishes nothing does not come by the relay's pull. */
const ALL: Record<Name, string[]> = {
  grant: [...SAVE, ...FLUSH, ...ACK],
  reserve: [...SAVE, ...FLUSH],
  hold: QUIET,
  use: [...SAVE, ...FLUSH, ...ACK],
  move: [...SAVE, ...FLUSH],
  moved: QUIET,
  revoke: [...SAVE, ...FLUSH],
  refund: [...SAVE, ...FLUSH, ...ACK],
  archive: [...ARCHIVE, ...FLUSH],
};
/** Each point once, and each story where it has most to lose: written, and nobody told. */
const SOME: Partial<Record<Name, string[]>> = {
  grant: ALL.grant,
  reserve: ['credits.after-save'],
  use: ['credits.before-ack'],
  moved: ['credits.after-save'],
  revoke: ['credits.after-save'],
  archive: ARCHIVE,
};
const everything = process.env['PROOF'] === 'all' || Number(process.env['PROOF_ROUNDS'] ?? 1) > 1;
const pairs = Object.entries(everything ? ALL : SOME).flatMap(([name, points]) =>
  points.map((point) => ({ name: name as Name, point, clientId: `${name}-${point.replace('.', '-')}` })),
);

let world: CrashWorld;
beforeAll(async () => {
  world = await startCrashWorld();
  await world.whileWell(async (doors) => {
    for (const { name, clientId } of pairs) await storyOf(name).prepare?.(world, clientId, doors);
    await settled(world);
  });
}, 120_000);
afterAll(() => world.stop());

const storyOf = (name: Name): Story => STORIES[name];

/** Lots of a client, those in the archive included. */
async function lotsOf(clientId: string) {
  const { _id: accountId, lots } = await accountOf(world, clientId);
  const archived = await world.archive.find({ tenantId: TENANT, accountId }).lean();
  return Object.values({ ...Object.fromEntries(archived.map(({ _id, lot }) => [_id, lot])), ...lots });
}

describe('killed with SIGKILL, and started again', () => {
  test.each(pairs)('$name at $point: it happened once, whole, and is told', async ({ name, point, clientId }) => {
    const story = storyOf(name);
    await story.message?.(world, clientId);
    const { call } = story;
    expect(await world.dieAt(point, call && ((doors) => call(clientId, doors)))).toBe('SIGKILL');
    await world.whileWell(async (doors) => {
      if (story.call) expect(await story.call(clientId, doors)).toMatchObject(story.answer ?? {});
      await eventually(async () => expect(await kindsOf(world, clientId)).toEqual(story.kinds), { withinMs: 20_000 });
      await settled(world);
      if (name === 'archive')
        await eventually(async () => expect(Object.keys((await accountOf(world, clientId)).lots)).toHaveLength(20));
    });
    const lots = await lotsOf(clientId);
    expect(lots).toHaveLength(story.counters.length);
    expect(lots).toMatchObject(story.counters);
    const told = world.heard.filter(({ subject }) => subject === clientId).map(({ type }) => type.split('.')[1]);
    expect(told).toEqual(expect.arrayContaining([...story.events]));
    expect((await verifyAccounts(world)).findings).toEqual([]);
  });
});
