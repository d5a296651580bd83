import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { balanceOf } from '../../src/domain/balance.ts';
import { decideRegistration } from '../../src/domain/client.ts';
import { burnOrder } from '../../src/domain/lot.ts';
import { type Payer, quoteSession, type Session } from '../../src/domain/payer.ts';
import {
  at,
  type Bench,
  contextOf,
  expectSound,
  grant,
  grantOf,
  hold,
  newBench,
  put,
  release,
  reserve,
  reserveOf,
  START,
} from '../support/bench.ts';

const DAY_MS = 24 * 3_600_000;
const session: Session = { sessionType: 'advisory', scheduledStart: at('2025-01-11T09:00:00.000Z') };
const payerOf = (bench: Bench, wish: Partial<Session> = {}): Payer =>
  quoteSession(bench.account, { ...session, ...wish }, bench.now).payer;
const lotIdOf = (payer: Payer) => (payer.by === 'lot' ? payer.lot.lotId : payer.by);

describe('lots are spent', () => {
  test('unlimited first, then by priority, then soonest expiry, then promotional, then the oldest', () => {
    const period = { subscriptionId: 's', start: at(START), end: at('2025-12-01T00:00:00.000Z'), replaces: false };
    const commands = [
      grantOf('1-unlimited', { unlimited: true, credits: 1, period, priority: 999 }),
      grantOf('2-subscription', { credits: 1, priority: 10, period }),
      grantOf('3-soonest', { credits: 1, expiresAfterDays: 10 }),
      grantOf('4-promotional', { credits: 1, paidMinor: 0 }),
      grantOf('5-older', { credits: 1, paidAt: at(START) }),
      // Bought a day later for a day less: the same expiry, effective later.
      grantOf('6-younger', { credits: 1, paidAt: at('2025-01-02T09:00:00.000Z'), expiresAfterDays: 59 }),
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(commands, { minLength: commands.length }), (order) => {
        const bench = newBench('2025-01-02T09:00:00.000Z');
        for (const command of order) grant(bench, command);
        const paid = commands.map((_, index) => {
          const payer = lotIdOf(payerOf(bench));
          reserve(bench, reserveOf(`b-${index}`));
          return payer;
        });
        expect(paid).toEqual(commands.map(({ lotId }) => lotId));
        expect(payerOf(bench)).toEqual({ by: 'nobody', why: ['no_credits'] });
      }),
      { numRuns: 50 },
    );
  });

  test('in a total order: two different lots are never equal', () => {
    const bench = newBench();
    grant(bench, grantOf('a'));
    grant(bench, grantOf('b'));
    const [a, b] = bench.account.lots;
    if (a === undefined || b === undefined) throw new Error('two lots were granted');
    expect(burnOrder(a, b)).toBe(-1);
    expect(burnOrder(b, a)).toBe(1);
  });

  test('one lot pays a whole session, by duration where the package says so', () => {
    const bench = newBench();
    grant(bench, grantOf('short', { credits: 1, durationMinutes: 60, chargeByDuration: true, priority: 1 }));
    grant(bench, grantOf('long', { credits: 2, durationMinutes: 60, chargeByDuration: true, priority: 2 }));
    expect(payerOf(bench, { durationMinutes: 61 })).toMatchObject({ by: 'lot', lot: { lotId: 'long' }, credits: 2 });
    expect(payerOf(bench, { durationMinutes: 121 })).toEqual({ by: 'nobody', why: ['not_enough_in_one_lot'] });
  });

  test('and the reasons why none pays are all named', () => {
    const bench = newBench();
    grant(bench, grantOf('other-type', { sessionTypes: ['training'] }));
    grant(bench, grantOf('too-short', { durationMinutes: 30 }));
    const payer = payerOf(bench, { durationMinutes: 60 });
    expect(payer).toEqual({ by: 'nobody', why: expect.arrayContaining(['type_not_covered', 'too_long']) });
  });

  test('a lot decides the length of a session whose end nobody gave', () => {
    const bench = newBench();
    expect(payerOf(bench)).toEqual({ by: 'nobody', why: ['no_credits'] });
    grant(bench, grantOf('lot', { durationMinutes: 45 }));
    expect(payerOf(bench)).toMatchObject({ minutes: 45, credits: 1 });
  });
});

describe('the free trial', () => {
  const registered = (start = START) => {
    const bench = newBench(start);
    put(bench, decideRegistration(bench.account, { registeredAt: at(START), freeTrialDays: 30 }, contextOf(bench)));
    return bench;
  };
  const quarter = { durationMinutes: 15 };

  test('pays a quarter of an hour when no lot can, and an hour never', () => {
    const bench = registered();
    expect(payerOf(bench, quarter)).toEqual({ by: 'free_trial', minutes: 15, takesOver: false });
    expect(payerOf(bench, { durationMinutes: 60 })).toEqual({ by: 'nobody', why: ['no_credits'] });
    expect(payerOf(bench, { useFreeTrial: true, durationMinutes: 60 })).toEqual({
      by: 'nobody',
      why: ['trial_too_long'],
    });
    grant(bench, grantOf('given', { paidMinor: 0 }));
    expect(lotIdOf(payerOf(bench, quarter))).toBe('given');
    expect(lotIdOf(payerOf(bench, { ...quarter, useFreeTrial: true }))).toBe('free_trial');
    expect(payerOf(bench, { useFreeTrial: true })).toEqual({ by: 'free_trial', minutes: 15, takesOver: false });
  });

  test('is for new clients: not for one who has bought', () => {
    const bench = registered();
    expect(balanceOf(bench.account, bench.now).freeTrial.eligible).toBe(true);
    grant(bench, grantOf('bought'));
    expect(balanceOf(bench.account, bench.now).freeTrial).toMatchObject({ eligible: false, used: false });
    const why = ['not_a_new_client'];
    expect(payerOf(bench, { ...quarter, useFreeTrial: true })).toEqual({ by: 'nobody', why });
  });

  test('ends 30 days after the registration, to the millisecond', () => {
    const end = at(START).getTime() + 30 * DAY_MS;
    const bench = registered();
    bench.now = new Date(end - 1);
    expect(lotIdOf(payerOf(bench, quarter))).toBe('free_trial');
    bench.now = new Date(end);
    expect(payerOf(bench, quarter)).toEqual({ by: 'nobody', why: ['no_credits', 'trial_expired'] });
  });

  test('is used once for ever, and comes back when the session is cancelled', () => {
    const bench = registered();
    const trial = (id: string) => reserveOf(id, { ...quarter, useFreeTrial: true });
    expect(reserve(bench, trial('first'))).toMatchObject({ payment: { method: 'free_trial' } });
    expect(bench.account.freeTrial).toMatchObject({ state: 'used', usedAt: session.scheduledStart });
    expect(reserve(bench, trial('second'))).toMatchObject({ details: { why: ['trial_used'] } });
    hold(bench, 'first');
    expect(bench.happenings.at(-1)?.definition.type).toBe('credits.FreeTrialUsed.v1');
    release(bench, 'first');
    expect(bench.account.freeTrial).toMatchObject({ state: 'eligible' });
    expect(reserve(bench, trial('third'))).toMatchObject({ payment: { method: 'free_trial' } });
    expectSound(bench);
  });
});
