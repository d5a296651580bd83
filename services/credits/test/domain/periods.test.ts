import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decideSubscription } from '../../src/domain/client.ts';
import type { GrantCommand } from '../../src/domain/grant.ts';
import { decideExtend } from '../../src/domain/manual.ts';
import { availableCredits } from '../../src/domain/payer.ts';
import {
  at,
  type Bench,
  contextOf,
  due,
  expectSound,
  grant,
  grantOf,
  hold,
  known,
  lotOf,
  newBench,
  put,
  release,
  reserve,
  reserveOf,
  stateOf,
} from '../support/bench.ts';

const MONTHS = [
  '2025-01-01T09:00:00.000Z',
  '2025-02-01T09:00:00.000Z',
  '2025-03-01T09:00:00.000Z',
  '2025-04-01T09:00:00.000Z',
];
const monthAt = (index: number) => at(MONTHS[index] ?? '');

function month(index: number, changes: Partial<GrantCommand> = {}, replaces = false): GrantCommand {
  const period = { subscriptionId: 'sub', start: monthAt(index), end: monthAt(index + 1), replaces };
  return grantOf(`month-${index}`, {
    credits: 8,
    paidMinor: 8_000,
    paidAt: period.start,
    priority: 10,
    period,
    ...changes,
  });
}
const ROLLS = { rollover: { max: 5, periods: 1 } };
const available = (bench: Bench) => availableCredits(bench.account, bench.now);

describe('what is unused at the end of a period', () => {
  function second(terms: Partial<GrantCommand>): Bench {
    const bench = newBench();
    grant(bench, month(0, terms));
    reserve(bench, reserveOf('b'));
    hold(bench, 'b');
    bench.now = monthAt(1);
    grant(bench, month(1, terms));
    return bench;
  }

  test('lapses, unless the package says that it rolls over', () => {
    const bench = second({});
    expect(lotOf(bench, 'month-0')).toMatchObject({ remaining: 0, held: 1, expired: 7 });
    expect(available(bench)).toBe(8);
    expectSound(bench);
  });

  test('rolls over up to its maximum into a lot of its own, which is no purchase and ends with the next period', () => {
    const bench = second(ROLLS);
    expect(lotOf(bench, 'month-0')).toMatchObject({ remaining: 0, held: 1, expired: 7, rolledOver: 5 });
    expect(lotOf(bench, 'month-0-r1')).toMatchObject({
      source: 'rollover',
      added: 5,
      remaining: 5,
      transactionId: 'txn-month-0',
      expiryDate: monthAt(2),
      paidMinor: 5_000,
      rollover: { max: 5, periods: 0 },
    });
    expect(available(bench)).toBe(13);
    expect(bench.account.lifetime.creditsPurchased).toBe(16);
    // Its value goes along unearned; only what lapsed is earned.
    const worth = (kind: string) => bench.movements.filter((movement) => movement.kind === kind);
    expect(worth('rolled_over')).toMatchObject([{ credits: 5, recognisedMinor: 0, deferredMinor: -5_000 }]);
    expect(worth('expired')).toMatchObject([{ credits: 2, recognisedMinor: 2_000, deferredMinor: -2_000 }]);
    const told = bench.happenings.filter(({ definition }) => definition.type === 'credits.CreditsGranted.v1');
    expect(told.map(({ data }) => data)).toMatchObject([
      { lotId: 'month-0', credits: 8, availableCredits: 8 },
      { lotId: 'month-0-r1', credits: 5, availableCredits: 13, renewal: true },
      { lotId: 'month-1', credits: 8, availableCredits: 13 },
    ]);
    expectSound(bench);
    bench.now = monthAt(2);
    grant(bench, month(2, ROLLS));
    expect(lotOf(bench, 'month-0-r1')).toMatchObject({ remaining: 0, expired: 5 });
    expect(lotOf(bench, 'month-1-r1')).toMatchObject({ remaining: 5 });
    expect(available(bench)).toBe(13);
    expectSound(bench);
  });

  test('comes back when its lot is extended, but for what has gone on', () => {
    const bench = second(ROLLS);
    const later = { commandId: 'later', lotId: 'month-0', expiryDate: monthAt(2), reason: 'was ill' };
    put(bench, decideExtend(bench.account, later, known(bench), contextOf(bench)));
    expect(lotOf(bench, 'month-0')).toMatchObject({ remaining: 2, held: 1, expired: 5, rolledOver: 5 });
    expect(available(bench)).toBe(15);
    expectSound(bench);
  });

  test('goes on as many periods as the terms say, the maximum counted over all of it', () => {
    const terms = { credits: 2, rollover: { max: 5, periods: 2 } };
    const bench = newBench();
    grant(bench, month(0, terms));
    bench.now = monthAt(1);
    grant(bench, month(1, terms));
    bench.now = monthAt(2);
    grant(bench, month(2, terms));
    expect(
      bench.account.lots.filter((lot) => lot.remaining > 0).map(({ lotId, remaining }) => [lotId, remaining]),
    ).toEqual([
      ['month-2', 2],
      ['month-0-r2', 2],
      ['month-1-r1', 2],
    ]);
    expectSound(bench);
  });

  test('has lapsed when the renewal comes too late, whether the sweep has run or not', () => {
    for (const swept of [true, false]) {
      const bench = newBench();
      grant(bench, month(0, ROLLS));
      bench.now = at('2025-02-02T09:00:00.000Z');
      if (swept) due(bench);
      grant(bench, month(1, ROLLS));
      expect(bench.account.lots.map(({ lotId }) => lotId)).toEqual(['month-0', 'month-1']);
      expect(available(bench)).toBe(8);
      expectSound(bench);
    }
  });

  test('ends with a cancelled subscription', () => {
    const bench = newBench();
    grant(bench, month(0, ROLLS));
    put(
      bench,
      decideSubscription(bench.account, { subscriptionId: 'sub', version: 2, cancelled: true }, contextOf(bench)),
    );
    bench.now = at('2025-02-01T08:59:59.999Z');
    expect(available(bench)).toBe(8);
    bench.now = monthAt(1);
    expect(available(bench)).toBe(0);
  });

  test('is the same in whatever order the periods are told', () => {
    const commands = [month(0, ROLLS), month(1, ROLLS), month(2, ROLLS)];
    const tell = (order: GrantCommand[]) => {
      const bench = newBench();
      bench.now = monthAt(2);
      for (const command of order) grant(bench, command);
      expectSound(bench);
      return bench;
    };
    const inOrder = tell(commands);
    fc.assert(
      fc.property(fc.shuffledSubarray([...commands, ...commands], { minLength: 6 }), (order) => {
        expect(stateOf(tell(order))).toEqual(stateOf(inOrder));
      }),
    );
  });
});

describe('a changed plan', () => {
  const bigger = (changes = {}) => {
    const start = at('2025-01-15T09:00:00.000Z');
    const period = { subscriptionId: 'sub', start, end: at('2025-02-15T09:00:00.000Z'), replaces: true };
    return grantOf('bigger', { credits: 20, paidMinor: 20_000, paidAt: start, priority: 10, period, ...changes });
  };

  test('takes what is left of the old one in the same breath; what is held stays', () => {
    const bench = newBench();
    grant(bench, month(0));
    reserve(bench, reserveOf('b'));
    hold(bench, 'b');
    bench.now = at('2025-01-15T09:00:00.000Z');
    grant(bench, bigger());
    expect(lotOf(bench, 'month-0')).toMatchObject({ remaining: 0, held: 1, revoked: 7 });
    expect(available(bench)).toBe(20);
    expect(bench.happenings.map(({ definition }) => definition.type)).toContain('credits.CreditsRevoked.v1');
    expectSound(bench);
  });

  test('in the very instant in which the old one began leaves only the new one', () => {
    const bench = newBench();
    grant(bench, month(0));
    const period = { subscriptionId: 'sub', start: monthAt(0), end: monthAt(1), replaces: true };
    grant(bench, bigger({ paidAt: monthAt(0), period }));
    expect(lotOf(bench, 'month-0')).toMatchObject({ remaining: 0, revoked: 8 });
    expect(available(bench)).toBe(20);
    expectSound(bench);
  });

  test('told before the old one ends the same, and nothing of the old one rolls over', () => {
    const told = (order: GrantCommand[]) => {
      const bench = newBench('2025-01-15T10:00:00.000Z');
      for (const command of order) grant(bench, command);
      expectSound(bench);
      return stateOf(bench);
    };
    const inOrder = told([month(0, ROLLS), bigger(ROLLS)]);
    expect(told([bigger(ROLLS), month(0, ROLLS)])).toEqual(inOrder);
    expect(inOrder.lots.map(({ lotId }) => lotId)).toEqual(['bigger', 'month-0']);
  });
});

describe('a package whose days begin with the first booking', () => {
  const pack = grantOf('pack', { activates: 'first_booking', expiresAfterDays: 30 });

  test('may be begun within a year, and then lives its days from that booking', () => {
    const bench = newBench();
    grant(bench, pack);
    expect(lotOf(bench, 'pack').expiryDate).toEqual(at('2026-01-01T09:00:00.000Z'));
    bench.now = at('2025-06-01T09:00:00.000Z');
    reserve(bench, reserveOf('b', { scheduledStart: at('2025-06-10T09:00:00.000Z') }));
    bench.now = at('2025-06-01T09:00:10.000Z');
    hold(bench, 'b');
    expect(lotOf(bench, 'pack')).toMatchObject({ activated: true, expiryDate: at('2025-07-01T09:00:00.000Z') });
    bench.now = at('2025-07-01T09:00:00.000Z');
    expect(available(bench)).toBe(0);
    due(bench);
    expectSound(bench);
  });

  test('is not begun by a booking that does not come off, and lapses when nobody begins', () => {
    const bench = newBench();
    grant(bench, pack);
    reserve(bench, reserveOf('b'));
    release(bench, 'b');
    expect(lotOf(bench, 'pack').activated).toBeUndefined();
    bench.now = at('2026-01-01T09:00:00.000Z');
    expect(available(bench)).toBe(0);
    expectSound(bench);
  });

  test('under session_at pays for sessions within the days that would begin now', () => {
    const bench = newBench();
    grant(bench, { ...pack, expiryBasis: 'session_at' });
    const on = (start: string) => ({ scheduledStart: at(start) });
    expect(reserve(bench, reserveOf('late', on('2025-01-31T09:00:00.000Z')))).toMatchObject({
      details: { why: ['expires_before_session'] },
    });
    expect(reserve(bench, reserveOf('in-time', on('2025-01-31T08:59:59.999Z')))).toMatchObject({ availableAfter: 2 });
  });
});
