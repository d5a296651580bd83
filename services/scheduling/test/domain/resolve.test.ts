import { describe, expect, test } from '@jest/globals';
import type { Actor, Consultation, State } from '../../src/domain/consultation.ts';
import { type Decided, decide, type Refused } from '../../src/domain/decide.ts';
import type { Move } from '../../src/domain/moves.ts';
import { hasOpenDispute } from '../../src/domain/resolve.ts';
import { consultationIn } from './sample.ts';

const at = (now: string) => new Date(now);
function decided(outcome: Decided | Refused): Consultation {
  if ('refused' in outcome) throw new Error(JSON.stringify(outcome));
  return outcome.after;
}
const make = (before: Consultation, actor: Actor, move: Move, now: string) =>
  decide(before, move, { actor, now: at(now), requestId: '' });
const missed = (who: 'client' | 'consultant', by: Actor = 'admin') =>
  decided(
    make(consultationIn('confirmed'), by, { kind: 'no-show', who, reason: 'nobody there' }, '2025-01-20T10:20:00Z'),
  );
const dispute = { kind: 'dispute-no-show', reason: 'I was there' } as const;
const resolve = (credit: 'return' | 'use', earningPercent = 0): Move => ({
  kind: 'resolve',
  credit,
  earningPercent,
  reason: 'both were heard',
  by: 'admin-1',
});

describe('who says that who did not come', () => {
  test.each([
    { by: 'client', who: 'consultant', may: true },
    { by: 'client', who: 'client', may: false },
    { by: 'consultant', who: 'client', may: true },
    { by: 'consultant', who: 'consultant', may: true },
    { by: 'admin', who: 'client', may: true },
    { by: 'admin', who: 'consultant', may: true },
  ] as const)('$by of the $who: $may', ({ by, who, may }) => {
    const move = { kind: 'no-show', who, reason: '' } as const;
    const outcome = make(consultationIn('scheduled'), by, move, '2025-01-20T10:10:00Z');
    expect('refused' in outcome ? outcome.refused : 'made').toBe(may ? 'made' : 'forbidden');
    const early = make(consultationIn('scheduled'), by, move, '2025-01-20T10:09:59Z');
    expect(early).toMatchObject({ refused: may ? 'invalid_transition' : 'forbidden' });
  });
});

describe('a dispute', () => {
  test('is for the marked side alone, within 48 hours of the mark, once', () => {
    const before = missed('consultant', 'client');
    expect(before.status).toMatchObject({ who: 'consultant', creditEffect: 'return' });
    expect(make(before, 'client', dispute, '2025-01-20T11:00:00Z')).toMatchObject({ refused: 'invalid_transition' });
    expect(make(before, 'admin', dispute, '2025-01-20T11:00:00Z')).toEqual({ refused: 'forbidden' });
    expect(make(before, 'consultant', dispute, '2025-01-22T10:20:00Z')).toMatchObject({
      refused: 'invalid_transition',
    });
    const after = decided(make(before, 'consultant', dispute, '2025-01-22T10:19:59Z'));
    expect(after.status).toEqual({
      ...before.status,
      disputed: { by: 'consultant', at: at('2025-01-22T10:19:59Z'), reason: 'I was there' },
    });
    expect(after.history.at(-1)).toMatchObject({
      move: 'dispute-no-show',
      from: 'no_show',
      to: 'no_show',
      actor: 'consultant',
      reason: 'I was there',
      version: before.version + 1,
    });
    expect(make(after, 'consultant', dispute, '2025-01-22T10:19:59Z')).toMatchObject({ refused: 'invalid_transition' });
  });

  test('changes no money, and waits for an admin', () => {
    const before = missed('client');
    const after = decided(make(before, 'client', dispute, '2025-01-21T10:00:00Z'));
    expect(after.earnings).toEqual(before.earnings);
    expect([before, after].map(hasOpenDispute)).toEqual([false, true]);
    const settled = decided(make(after, 'admin', resolve('use', 100), '2025-01-21T11:00:00Z'));
    expect(hasOpenDispute(settled)).toBe(false);
    expect(settled.status).toMatchObject({ disputed: { by: 'client' } });
  });

  test('is not possible any more where an admin has spoken', () => {
    const settled = decided(make(missed('client'), 'admin', resolve('use'), '2025-01-20T11:00:00Z'));
    expect(make(settled, 'client', dispute, '2025-01-20T12:00:00Z')).toMatchObject({ refused: 'invalid_transition' });
  });
});

describe('an admin’s word', () => {
  const lateCancelled = consultationIn('cancelled', {
    status: { current: 'cancelled', reason: 'ill', creditEffect: 'use' },
  });
  test.each([
    ['completed', consultationIn('completed')],
    ['cancelled', lateCancelled],
    ['no_show', consultationIn('no_show')],
  ] as const)('on a %s session gives back what it used, once, and stands in the history', (state, before) => {
    const after = decided(make(before, 'admin', resolve('return', 40), '2025-02-20T10:00:00Z'));
    expect(after.status).toEqual({ ...before.status, creditEffect: 'return' });
    expect(after.resolution).toEqual({
      credit: 'return',
      earningPercent: 40,
      reason: 'both were heard',
      by: 'admin-1',
      at: at('2025-02-20T10:00:00Z'),
      reversesUse: true,
    });
    expect(after.history.at(-1)).toMatchObject({ move: 'resolve', from: state, to: state, reason: 'both were heard' });
    const again = decided(make(after, 'admin', resolve('return', 0), '2025-02-21T10:00:00Z'));
    expect(again).toMatchObject({ status: after.status, resolution: { reversesUse: false, earningPercent: 0 } });
  });

  test('cannot take a credit again that went back', () => {
    const fault = { refused: 'rule_refused', why: 'credit_already_returned' };
    expect(make(consultationIn('cancelled'), 'admin', resolve('use'), '2025-02-20T10:00:00Z')).toEqual(fault);
    expect(make(missed('consultant'), 'admin', resolve('use', 100), '2025-02-20T10:00:00Z')).toEqual(fault);
    const returned = decided(make(consultationIn('completed'), 'admin', resolve('return'), '2025-02-20T10:00:00Z'));
    expect(make(returned, 'admin', resolve('use'), '2025-02-20T11:00:00Z')).toEqual(fault);
  });

  test.each<State>(['scheduled', 'confirmed', 'in_progress'])('is not for what is still %s', (state) => {
    expect(make(consultationIn(state), 'admin', resolve('return'), '2025-01-20T10:00:00Z')).toMatchObject({
      refused: 'invalid_transition',
    });
  });
});
