import { describe, expect, test } from '@jest/globals';
import { NEVER } from '../../src/domain/lot.ts';
import { decideAdjust, decideExtend, decideGrantByHand, decideVoid } from '../../src/domain/manual.ts';
import { availableCredits } from '../../src/domain/payer.ts';
import { decideRebuild, differences } from '../../src/domain/rebuild.ts';
import { newReplay, replay } from '../../src/domain/replay.ts';
import { decideReverse } from '../../src/domain/reverse.ts';
import {
  at,
  type Bench,
  bookingOf,
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
  use,
} from '../support/bench.ts';

const reason = 'goodwill';
const give = (bench: Bench, credits = 2, expiryDate = NEVER) =>
  put(
    bench,
    decideGrantByHand(
      bench.account,
      { commandId: 'c-give', lotId: 'given', credits, expiryDate, currency: 'USD', reason },
      known(bench),
      contextOf(bench),
    ),
  );
const adjust = (bench: Bench, commandId: string, credits: number, lotId = 'lot') =>
  put(bench, decideAdjust(bench.account, { commandId, lotId, credits, reason }, known(bench), contextOf(bench)));
const empty = (bench: Bench, commandId = 'c-void') =>
  put(bench, decideVoid(bench.account, { commandId, lotId: 'lot', reason }, known(bench), contextOf(bench)));
const extend = (bench: Bench, until: string, commandId = 'c-extend') =>
  put(
    bench,
    decideExtend(
      bench.account,
      { commandId, lotId: 'lot', expiryDate: at(until), reason },
      known(bench),
      contextOf(bench),
    ),
  );
const available = (bench: Bench) => availableCredits(bench.account, bench.now);

function bought(): Bench {
  const bench = newBench();
  grant(bench, grantOf('lot'));
  return bench;
}

describe('credits by hand', () => {
  test('are given once under one id, promotional, with who and why in the ledger', () => {
    const bench = bought();
    expect(give(bench)).toMatchObject({
      lotId: 'given',
      source: 'manual',
      promotional: true,
      remaining: 2,
      expiryDate: NEVER,
    });
    expect(give(bench)).toMatchObject({ lotId: 'given', remaining: 2 });
    expect(give(bench, 3)).toMatchObject({ code: 'idempotency_key_reused' });
    expect(bench.movements.at(-1)).toMatchObject({
      kind: 'granted',
      cause: 'manual_grant',
      actor: 'test',
      reason,
      credits: 2,
    });
    expect(bench.account.lifetime.creditsPurchased).toBe(3);
    expect(available(bench)).toBe(5);
    expectSound(bench);
  });

  test('are adjusted up and down, never below what is unused', () => {
    const bench = bought();
    reserve(bench, reserveOf('b'));
    expect(adjust(bench, 'up', 2)).toMatchObject({ added: 5, remaining: 4 });
    expect(adjust(bench, 'up', 2)).toMatchObject({ added: 5, remaining: 4 });
    expect(adjust(bench, 'too-much', -5)).toMatchObject({
      code: 'rule_refused',
      details: { rule: 'below_zero', remaining: 4 },
    });
    expect(adjust(bench, 'down', -4)).toMatchObject({ remaining: 0, revoked: 4, reserved: 1 });
    expect(adjust(bench, 'huge', 2_147_483_647)).toMatchObject({ details: { rule: 'too_many_credits' } });
    expect(adjust(bench, 'nowhere', 1, 'no-such-lot')).toMatchObject({ code: 'not_found' });
    bench.now = at('2025-03-02T09:00:00.000Z');
    expect(adjust(bench, 'expired', 1)).toMatchObject({ details: { rule: 'lot_expired' } });
    expectSound(bench);
  });

  test('are voided: the unused ones go, the others stay', () => {
    const bench = bought();
    reserve(bench, reserveOf('b'));
    hold(bench, 'b');
    expect(empty(bench)).toMatchObject({ remaining: 0, held: 1, revoked: 2 });
    expect(empty(bench)).toMatchObject({ revoked: 2 });
    expect(empty(bench, 'again')).toMatchObject({ details: { rule: 'nothing_left' } });
    use(bench, 'b');
    expectSound(bench);
  });

  test('live longer when their lot is extended, and come back when they have lapsed', () => {
    const bench = bought();
    expect(extend(bench, '2025-03-02T09:00:00.000Z', 'same')).toMatchObject({ details: { rule: 'not_later' } });
    bench.now = at('2025-03-05T00:00:00.000Z');
    due(bench);
    expect(available(bench)).toBe(0);
    expect(extend(bench, '2025-05-01T00:00:00.000Z')).toMatchObject({
      remaining: 3,
      expired: 0,
      expiryDate: at('2025-05-01T00:00:00.000Z'),
    });
    expect(extend(bench, '2025-05-01T00:00:00.000Z')).toMatchObject({ remaining: 3 });
    expect(bench.account.dueAt).toEqual(at('2025-04-01T00:00:00.000Z'));
    bench.now = at('2025-05-01T00:00:00.000Z');
    expect(available(bench)).toBe(0);
    expectSound(bench);
  });
});

describe('a used credit', () => {
  const reverse = (bench: Bench) =>
    put(bench, decideReverse(bench.account, bookingOf('b'), known(bench), contextOf(bench)));

  test('comes back once when somebody decides so, and the session still counts', () => {
    const bench = bought();
    reserve(bench, reserveOf('b'));
    expect(reverse(bench)).toMatchObject({ code: 'invalid_transition', details: { from: 'reserved' } });
    use(bench, 'b');
    expect(reverse(bench)).toEqual({ outcome: 'released', credits: 1 });
    expect(reverse(bench)).toEqual({ outcome: 'released', credits: 1 });
    expect(lotOf(bench, 'lot')).toMatchObject({ remaining: 3, used: 0 });
    expect(bench.account.lifetime).toMatchObject({ totalConsultations: 1, creditsUsed: 0 });
    expectSound(bench);
  });

  test('of an expired lot lives seven more days, but not a second time', () => {
    const bench = bought();
    reserve(bench, reserveOf('a'));
    hold(bench, 'a');
    bench.now = at('2025-03-10T09:00:00.000Z');
    release(bench, 'a');
    reserve(bench, reserveOf('b'));
    use(bench, 'b');
    bench.now = at('2025-03-15T09:00:00.000Z');
    reverse(bench);
    expect(available(bench)).toBe(1);
    bench.now = at('2025-03-17T09:00:00.000Z');
    expect(available(bench)).toBe(0);
    expectSound(bench);
  });
});

describe('an account that says otherwise than its movements', () => {
  function replayed(bench: Bench) {
    const all = newReplay();
    for (const movement of bench.movements) replay(all, movement);
    return all;
  }

  test('is named in every difference, and rebuilt', () => {
    const bench = bought();
    reserve(bench, reserveOf('held'));
    hold(bench, 'held');
    reserve(bench, reserveOf('open'));
    const right = bench.account;
    const [lot] = right.lots;
    if (lot === undefined) throw new Error('a lot was bought');
    const wrong = {
      ...right,
      lots: [{ ...lot, remaining: 9, held: 0 }],
      bookings: {},
      lifetime: { ...right.lifetime, creditsUsed: 4 },
    };
    expect(differences(wrong, [], replayed(bench)).map(({ what }) => what)).toEqual([
      'lot lot',
      'lot lot balances',
      'lot lot open chains',
      'open chains',
      'lifetime',
    ]);
    bench.account = wrong;
    put(bench, decideRebuild(wrong, [], replayed(bench), contextOf(bench)));
    expect(bench.movements.at(-1)).toMatchObject({
      kind: 'rebuilt',
      cause: 'rebuild',
      reason: expect.stringContaining('open chains'),
    });
    expect(lotOf(bench, 'lot')).toEqual(lot);
    expectSound(bench);
    expect(use(bench, 'held')).toEqual({ outcome: 'used', credits: 1 });
    expect(release(bench, 'open')).toEqual({ outcome: 'released', credits: 1 });
    expectSound(bench);
  });

  test('gets a lot back that is lost, from its grant', () => {
    const bench = bought();
    const right = bench.account.lots;
    bench.account = { ...bench.account, lots: [] };
    put(bench, decideRebuild(bench.account, [], replayed(bench), contextOf(bench)));
    expect(bench.account.lots).toEqual(right);
  });

  test('stays as it is when movements are missing', () => {
    const bench = bought();
    reserve(bench, reserveOf('b'));
    bench.movements.shift();
    const refusal = put(bench, decideRebuild(bench.account, [], replayed(bench), contextOf(bench)));
    expect(refusal).toMatchObject({ code: 'rule_refused', details: { rule: 'ledger_incomplete' } });
  });
});
