import type { PackageSnapshot } from '@consult/contracts/events/catalog';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { monthly } from '../support/packages.ts';
import { sell, stored, subscribe } from '../support/subscribe.ts';
import { startWorld, type World } from '../support/world.ts';

const every = (interval: 'month' | 'quarter' | 'year', packageId: string) =>
  monthly({ packageId, subscription: { recurring: true, interval } });
const byMonth = every('month', 'PKG-100001-0021');
const byQuarter = every('quarter', 'PKG-100001-0022');
const byYear = every('year', 'PKG-100001-0023');

let world: World;
beforeAll(async () => {
  world = await startWorld();
  sell(world, byMonth, byQuarter, byYear);
});
afterAll(async () => {
  await world.stop();
});

/** The days on which each period of a client began and ended, as their payments tell. */
async function periods(who: string): Promise<string[]> {
  const day = (at: Date) => at.toISOString().slice(0, 10);
  return (await stored(world, who)).map(({ period }) => `${day(period.periodStart)} ${day(period.periodEnd)}`);
}
const begin = (who: string, sold: PackageSnapshot) => subscribe(world, who, sold);

// One story, as time goes one way only.
test('periods follow Stripe: the 31st falls on the last day of shorter months and comes back, a leap day waits four years', async () => {
  await world.advanceTo('2027-10-31T10:00:00Z');
  await begin('thirty-first', byMonth);
  await world.advanceTo('2027-11-30T10:00:00Z');
  await begin('quarterly', byQuarter);
  await world.advanceTo('2028-02-29T10:00:00Z');
  await begin('leap-year', byYear);
  await begin('leap-month', byMonth);
  await world.advanceTo('2028-06-01T10:00:00Z');
  expect(await periods('thirty-first')).toEqual([
    '2027-10-31 2027-11-30',
    '2027-11-30 2027-12-31',
    '2027-12-31 2028-01-31',
    '2028-01-31 2028-02-29',
    '2028-02-29 2028-03-31',
    '2028-03-31 2028-04-30',
    '2028-04-30 2028-05-31',
    '2028-05-31 2028-06-30',
  ]);
  expect(await periods('quarterly')).toEqual([
    '2027-11-30 2028-02-29',
    '2028-02-29 2028-05-30',
    '2028-05-30 2028-08-30',
  ]);
  expect(await periods('leap-month')).toEqual([
    '2028-02-29 2028-03-29',
    '2028-03-29 2028-04-29',
    '2028-04-29 2028-05-29',
    '2028-05-29 2028-06-29',
  ]);
  expect(await periods('leap-year')).toEqual(['2028-02-29 2029-02-28']);
  await world.advanceTo('2029-03-01T10:00:00Z');
  expect(await periods('leap-year')).toEqual(['2028-02-29 2029-02-28', '2029-02-28 2030-02-28']);
}, 120_000);
