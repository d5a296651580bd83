import { describe, expect, test } from '@jest/globals';
import type { Lot } from '../../src/domain/lot.ts';
import { isArchivable, lotsToArchive, SPENT_LOTS_KEPT } from '../../src/store/spent-lots.ts';
import { at, grant, grantOf, hold, newBench, reserve, reserveOf, START, use } from '../support/bench.ts';

const DAY_MS = 24 * 3_600_000;

/** Lots of one credit, each bought a day after the one before and used; the oldest got as far as `oldest`. */
function lots(count: number, oldest: 'reserved' | 'held' | 'used'): Lot[] {
  const bench = newBench();
  for (let index = 0; index < count; index += 1) {
    bench.now = new Date(at(START).getTime() + index * DAY_MS);
    grant(bench, grantOf(`lot-${index}`, { credits: 1, expiresAfterDays: 365, paidAt: bench.now }));
    const bookingId = `b-${index}`;
    reserve(bench, reserveOf(bookingId, { scheduledStart: new Date(bench.now.getTime() + DAY_MS) }));
    if (index === 0 && oldest === 'reserved') continue;
    hold(bench, bookingId);
    if (index === 0 && oldest === 'held') continue;
    use(bench, bookingId);
  }
  return bench.account.lots;
}
const leaving = (all: Lot[]) => lotsToArchive(all).map(({ lotId }) => lotId);

describe('the lots that may leave an account', () => {
  test('are the oldest spent ones, beyond as many as stay', () => {
    const all = lots(SPENT_LOTS_KEPT + 2, 'used');
    expect(isArchivable(all)).toBe(true);
    expect(leaving(all)).toEqual(['lot-0', 'lot-1']);
    expect(isArchivable(all.slice(2))).toBe(false);
  });

  test.each(['reserved', 'held'] as const)('are none that have a credit %s for a session', (oldest) => {
    const all = lots(SPENT_LOTS_KEPT + 2, oldest);
    expect(all[0]).toMatchObject({ remaining: 0, [oldest]: 1 });
    expect(leaving(all)).toEqual(['lot-1']);
  });
});
