import { describe, expect, test } from '@jest/globals';
import { type Actor, type Consultation, hasStood, nextRevision } from '../../src/domain/consultation.ts';
import { type Decided, decide, type Refused } from '../../src/domain/decide.ts';
import { reschedulesLeft } from '../../src/domain/moves.ts';
import { isRepeat } from '../../src/domain/repeats.ts';
import { consultationIn } from './sample.ts';

const TO_27TH = {
  kind: 'reschedule',
  scheduledStart: new Date('2025-01-27T10:00:00Z'),
  scheduledEnd: new Date('2025-01-27T10:30:00Z'),
  reason: 'ill',
} as const;

const terms = (changes: Partial<Consultation['terms']>) => ({ ...consultationIn('scheduled').terms, ...changes });
const movedBy = (actor: Actor, before: Consultation, at = '2025-01-19T10:00:00Z', requestId = '') =>
  decide(before, TO_27TH, { actor, now: new Date(at), requestId });
function decided(outcome: Decided | Refused): Consultation {
  if ('refused' in outcome) throw new Error(outcome.refused);
  return outcome.after;
}
/** A session that its client has moved so often. */
const movedTimes = (count: number, changes: Partial<Consultation> = {}) =>
  consultationIn('scheduled', {
    history: Array.from({ length: count }, (_, index) => ({
      at: new Date(`2025-01-1${index}T09:00:00Z`),
      move: 'reschedule',
      from: 'scheduled',
      to: 'scheduled',
      actor: 'client' as const,
      reason: '',
    })),
    ...changes,
  });

describe('a reschedule', () => {
  test('changes the times and keeps the former ones in the history; what pays is settled elsewhere', () => {
    const before = consultationIn('confirmed');
    const after = decided(movedBy('consultant', before));
    expect(after).toMatchObject({
      scheduledStart: TO_27TH.scheduledStart,
      scheduledEnd: TO_27TH.scheduledEnd,
      status: { current: 'confirmed' },
      version: 4,
      billing: before.billing,
    });
    const { scheduledStart, scheduledEnd, revision } = before;
    expect(after.history).toMatchObject([
      {
        at: new Date('2025-01-19T10:00:00Z'),
        move: 'reschedule',
        from: 'confirmed',
        to: 'confirmed',
        actor: 'consultant',
        reason: 'ill',
        previous: { scheduledStart, scheduledEnd, revision },
      },
    ]);
    // 72 hours after the new end.
    expect(after.dueAt).toEqual(new Date('2025-01-30T10:30:00Z'));
  });

  test('by a client stops at the cut-off of the accepted terms, to the millisecond; staff may go on', () => {
    const before = consultationIn('scheduled', { terms: terms({ cancellationCutoffHours: 24 }) });
    expect(decided(movedBy('client', before, '2025-01-19T09:59:59.999Z')).version).toBe(4);
    expect(movedBy('client', before, '2025-01-19T10:00:00Z')).toMatchObject({
      refused: 'invalid_transition',
      why: 'cutoff_passed',
      allowed: ['cancel'],
    });
    expect(decided(movedBy('admin', before, '2025-01-20T09:59:00Z')).version).toBe(4);
  });

  test('by a client is possible as often as was accepted; those of staff do not count', () => {
    const three = terms({ maximumReschedules: 3 });
    expect(reschedulesLeft(movedTimes(2, { terms: three }))).toBe(1);
    const last = decided(movedBy('client', movedTimes(2, { terms: three })));
    expect(movedBy('client', last)).toMatchObject({ refused: 'invalid_transition', why: 'no_reschedules_left' });
    const byStaff = decided(movedBy('consultant', movedTimes(2, { terms: three })));
    expect(reschedulesLeft(byStaff)).toBe(1);
    expect(movedBy('client', consultationIn('scheduled', { terms: terms({ maximumReschedules: 0 }) }))).toMatchObject({
      why: 'no_reschedules_left',
    });
  });

  test('by a client needs a new confirmation where one is required, with its time from now; by staff it stays', () => {
    const required = terms({ confirmationRequired: true });
    const after = decided(movedBy('client', consultationIn('confirmed', { terms: required })));
    expect([after.status, after.dueAt]).toEqual([{ current: 'scheduled' }, new Date('2025-01-20T10:00:00Z')]);
    expect(after.history.at(-1)).toMatchObject({ from: 'confirmed', to: 'scheduled' });
    const byStaff = decided(movedBy('consultant', consultationIn('confirmed', { terms: required })));
    expect(byStaff.status).toEqual({ current: 'confirmed' });
  });

  test('is known again by its request', () => {
    const after = decided(movedBy('client', consultationIn('scheduled'), '2025-01-19T10:00:00Z', 'request-1'));
    expect(isRepeat(after, TO_27TH, { requestId: 'request-1', actors: ['client'] })).toBe(true);
    expect(isRepeat(after, TO_27TH, { requestId: 'request-2', actors: ['client'] })).toBe(false);
  });
});

describe('revisions', () => {
  test('the next one is above all that stood and all that were given up', () => {
    expect(nextRevision({ revision: 1 })).toBe(2);
    expect(nextRevision({ revision: 1, fencedRevision: 4 })).toBe(5);
    expect(nextRevision({ revision: 5, fencedRevision: 2 })).toBe(6);
  });

  test('those that stood are told from those that never did', () => {
    const after = { ...decided(movedBy('client', consultationIn('scheduled'))), revision: 3 };
    expect([1, 2, 3].map((revision) => hasStood(after, revision))).toEqual([true, false, true]);
  });
});
