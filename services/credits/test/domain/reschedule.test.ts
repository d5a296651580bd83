import { describe, expect, test } from '@jest/globals';
import { decideRegistration } from '../../src/domain/client.ts';
import type { ReserveCommand } from '../../src/domain/reserve.ts';
import {
  at,
  type Bench,
  contextOf,
  expectSound,
  grant,
  grantOf,
  hold,
  lotOf,
  newBench,
  put,
  release,
  reserve,
  reserveOf,
  START,
  use,
} from '../support/bench.ts';

const LATER = '2025-01-20T09:00:00.000Z';
/** One credit an hour. */
const HOURLY = { durationMinutes: 60, chargeByDuration: true };

/** A session of two hours that stands, paid with two of the lot's credits. */
function booked(credits: number, terms = {}): Bench {
  const bench = newBench();
  grant(bench, grantOf('lot', { credits, ...HOURLY, ...terms }));
  reserve(bench, reserveOf('b', { durationMinutes: 120 }));
  hold(bench, 'b');
  return bench;
}

const move = (bench: Bench, changes: Partial<ReserveCommand> = {}) =>
  reserve(
    bench,
    reserveOf('b', {
      durationMinutes: 120,
      scheduledStart: at(LATER),
      revision: 2,
      predecessorRevision: 1,
      ...changes,
    }),
  );
const counters = (bench: Bench, lotId = 'lot') => {
  const { remaining, reserved, held, used, expired } = lotOf(bench, lotId);
  return { remaining, reserved, held, used, expired };
};
const none = { remaining: 0, reserved: 0, held: 0, used: 0, expired: 0 };

describe('a session that is moved', () => {
  test('at the same cost takes nothing, also where nothing is left', () => {
    const bench = booked(2);
    expect(move(bench)).toMatchObject({ payment: { lotId: 'lot', credits: 2 }, availableAfter: 0 });
    expect(counters(bench)).toEqual({ ...none, held: 2 });
    hold(bench, 'b', 2);
    expect(counters(bench)).toEqual({ ...none, held: 2 });
    expect(Object.keys(bench.account.bookings)).toEqual(['b:2']);
    expectSound(bench);
  });

  test('to a dearer one takes the difference, and to a cheaper one gives it back when it stands', () => {
    const dearer = booked(3);
    expect(move(dearer, { durationMinutes: 180 })).toMatchObject({ payment: { credits: 3 }, availableAfter: 0 });
    expect(counters(dearer)).toEqual({ ...none, reserved: 1, held: 2 });
    hold(dearer, 'b', 2);
    expect(counters(dearer)).toEqual({ ...none, held: 3 });
    const cheaper = booked(2);
    move(cheaper, { durationMinutes: 60 });
    expect(counters(cheaper)).toEqual({ ...none, held: 2 });
    hold(cheaper, 'b', 2);
    expect(counters(cheaper)).toEqual({ ...none, remaining: 1, held: 1 });
    for (const bench of [dearer, cheaper]) expectSound(bench);
  });

  test('that cannot be paid for stays where it is', () => {
    const bench = booked(2);
    expect(move(bench, { durationMinutes: 180 })).toMatchObject({
      code: 'credits_required',
      details: { why: ['not_enough_in_one_lot'], balance: 0 },
    });
    expect(Object.keys(bench.account.bookings)).toEqual(['b:1']);
    expect(counters(bench)).toEqual({ ...none, held: 2 });
  });

  test('and does not come off leaves the revision before it standing', () => {
    const bench = booked(3);
    move(bench, { durationMinutes: 180 });
    expect(release(bench, 'b', 2, false)).toEqual({ outcome: 'released', credits: 1 });
    expect(counters(bench)).toEqual({ ...none, remaining: 1, held: 2 });
    use(bench, 'b', 1);
    expect(counters(bench)).toEqual({ ...none, remaining: 1, used: 2 });
    expectSound(bench);
  });

  test('and is cancelled before its move was told gives everything back', () => {
    const bench = booked(3);
    move(bench, { durationMinutes: 180 });
    expect(release(bench, 'b', 2)).toEqual({ outcome: 'released', credits: 3 });
    expect(counters(bench)).toEqual({ ...none, remaining: 3 });
    expect(hold(bench, 'b', 2)).toMatchObject({ outcome: 'released' });
    expect(hold(bench, 'b', 1)).toMatchObject({ outcome: 'moved' });
    expectSound(bench);
  });

  test('and is completed before its move was told uses what it costs now', () => {
    const bench = booked(3);
    move(bench, { durationMinutes: 60 });
    use(bench, 'b', 2);
    expect(counters(bench)).toEqual({ ...none, remaining: 2, used: 1 });
    expect(bench.account.lifetime).toMatchObject({ totalConsultations: 1, creditsUsed: 1 });
    expectSound(bench);
  });

  test('twice in a row goes on with what it has, also before the first move was told', () => {
    const bench = booked(2);
    move(bench);
    move(bench, { revision: 3, predecessorRevision: 2 });
    expect(Object.keys(bench.account.bookings).sort()).toEqual(['b:2', 'b:3']);
    hold(bench, 'b', 3);
    hold(bench, 'b', 2);
    hold(bench, 'b', 1);
    expect(counters(bench)).toEqual({ ...none, held: 2 });
    expectSound(bench);
  });

  test('again under the same revision has the first answer, and for another time is refused', () => {
    const bench = booked(3);
    const first = { payment: { lotId: 'lot', credits: 3 }, availableAfter: 0 };
    for (let time = 0; time < 2; time += 1) expect(move(bench, { durationMinutes: 180 })).toMatchObject(first);
    expect(move(bench, { durationMinutes: 60 })).toMatchObject({ code: 'idempotency_key_reused' });
    hold(bench, 'b', 2);
    move(bench, { revision: 3, predecessorRevision: 2, durationMinutes: 180 });
    hold(bench, 'b', 3);
    expect(move(bench, { durationMinutes: 180 })).toMatchObject(first);
    expect(counters(bench)).toEqual({ ...none, held: 3 });
  });

  test('from a revision that is over is refused', () => {
    const bench = booked(2);
    release(bench, 'b', 1);
    expect(move(bench)).toMatchObject({ code: 'invalid_transition', details: { from: 'closed' } });
    expect(reserve(bench, reserveOf('c'))).toMatchObject({ payment: { credits: 1 } });
    expect(reserve(bench, reserveOf('c', { revision: 2 }))).toMatchObject({ code: 'invalid_transition' });
  });

  test('does not count twice among the open bookings', () => {
    const bench = booked(4);
    expect(move(bench, { maximumOpenBookings: 1 })).toMatchObject({ payment: { credits: 2 } });
    expect(reserve(bench, reserveOf('other', { maximumOpenBookings: 1 }))).toMatchObject({ code: 'rule_refused' });
  });
});

describe('a session that is moved beyond the expiry of its lot', () => {
  const EXPIRED = '2025-03-02T09:00:00.000Z';

  test('keeps its credit where the booking decides', () => {
    const bench = booked(3);
    bench.now = at(EXPIRED);
    expect(move(bench, { scheduledStart: at('2025-04-01T09:00:00.000Z') })).toMatchObject({ payment: { credits: 2 } });
    hold(bench, 'b', 2);
    expect(counters(bench)).toEqual({ ...none, remaining: 1, held: 2 });
    expect(move(bench, { revision: 3, predecessorRevision: 2, durationMinutes: 180 })).toMatchObject({
      code: 'credits_required',
    });
    expectSound(bench);
  });

  test('needs another lot where the session decides, and then leaves the first', () => {
    const bench = booked(3, { expiryBasis: 'session_at' });
    const late = { scheduledStart: at('2025-04-01T09:00:00.000Z') };
    expect(move(bench, late)).toMatchObject({ details: { why: ['expires_before_session'] } });
    grant(bench, grantOf('other', { credits: 2, expiresAfterDays: 365, ...HOURLY }));
    expect(move(bench, late)).toMatchObject({ payment: { lotId: 'other', credits: 2 } });
    hold(bench, 'b', 2);
    expect(counters(bench)).toEqual({ ...none, remaining: 3 });
    expect(counters(bench, 'other')).toEqual({ ...none, held: 2 });
    expectSound(bench);
  });

  test('gives what it needs no more seven more days', () => {
    const bench = booked(2);
    bench.now = at('2025-03-03T09:00:00.000Z');
    move(bench, { durationMinutes: 60, scheduledStart: at('2025-04-01T09:00:00.000Z') });
    hold(bench, 'b', 2);
    expect(lotOf(bench, 'lot').returned).toEqual([{ credits: 1, until: at('2025-03-10T09:00:00.000Z') }]);
    expectSound(bench);
  });

  test('stays with a frozen lot as long as it costs no more', () => {
    const bench = booked(3);
    bench.account = {
      ...bench.account,
      lots: bench.account.lots.map((lot) => ({ ...lot, disputes: [{ disputeId: 'dp', state: 'open' }] })),
    };
    expect(move(bench, { durationMinutes: 180 })).toMatchObject({ code: 'credits_required' });
    expect(move(bench)).toMatchObject({ payment: { credits: 2 } });
  });
});

describe('a trial session that is moved', () => {
  const quarter = { durationMinutes: 15 };
  function onTrial(): Bench {
    const bench = newBench();
    put(bench, decideRegistration(bench.account, { registeredAt: at(START), freeTrialDays: 30 }, contextOf(bench)));
    reserve(bench, reserveOf('b', { ...quarter, useFreeTrial: true }));
    hold(bench, 'b');
    return bench;
  }

  test('stays on the trial, which is used at its new start', () => {
    const bench = onTrial();
    grant(bench, grantOf('lot'));
    expect(move(bench, quarter)).toMatchObject({ payment: { method: 'free_trial' } });
    hold(bench, 'b', 2);
    expect(bench.account.freeTrial).toMatchObject({ state: 'used', usedAt: at(LATER) });
    expectSound(bench);
    release(bench, 'b', 2);
    expect(bench.account.freeTrial).toMatchObject({ state: 'eligible' });
    expectSound(bench);
  });

  test('keeps the trial when the move does not come off', () => {
    const bench = onTrial();
    move(bench, quarter);
    release(bench, 'b', 2, false);
    expect(bench.account.freeTrial).toMatchObject({ state: 'used', usedAt: at('2025-01-11T09:00:00.000Z') });
    expectSound(bench);
  });

  test('to a longer one is paid with a credit, and the trial comes back', () => {
    const bench = onTrial();
    expect(move(bench, { durationMinutes: 60 })).toMatchObject({ code: 'credits_required' });
    grant(bench, grantOf('lot', { paidMinor: 0 }));
    move(bench, { durationMinutes: 60 });
    hold(bench, 'b', 2);
    expect(bench.account.freeTrial).toMatchObject({ state: 'eligible' });
    expect(counters(bench)).toEqual({ ...none, remaining: 2, held: 1 });
    expectSound(bench);
  });
});
