import { describe, expect, test } from '@jest/globals';
import { type Actor, STATES, type State } from '../../src/domain/consultation.ts';
import { type Decided, decide, type Refused } from '../../src/domain/decide.ts';
import { dueAt, type Move, type MoveKind } from '../../src/domain/moves.ts';
import { isRepeat } from '../../src/domain/repeats.ts';
import { consultationIn } from './sample.ts';

const OUTCOMES = {
  summary: 'done',
  overallStatus: 'successful',
  metrics: { goalsAchieved: 1, issuesResolved: 0 },
  nextSteps: [],
} as const;
const MOVES: { [K in MoveKind]: Extract<Move, { kind: K }> } = {
  confirm: { kind: 'confirm', reason: '' },
  decline: { kind: 'decline', reason: '' },
  start: { kind: 'start', reason: '' },
  complete: { kind: 'complete', outcomes: { ...OUTCOMES, nextSteps: [] }, deliverables: [] },
  cancel: { kind: 'cancel', reason: 'ill' },
  reschedule: {
    kind: 'reschedule',
    scheduledStart: new Date('2025-01-27T10:00:00Z'),
    scheduledEnd: new Date('2025-01-27T11:00:00Z'),
    reason: 'ill',
  },
  'no-show': { kind: 'no-show', who: 'client', reason: '' },
  'dispute-no-show': { kind: 'dispute-no-show', reason: 'I was there' },
  resolve: { kind: 'resolve', credit: 'return', earningPercent: 50, reason: 'both were heard', by: 'admin-1' },
  'client-feedback': { kind: 'client-feedback', feedback: { rating: 5, comments: '' } },
  'consultant-feedback': { kind: 'consultant-feedback', feedback: { clientEngagement: 'engaged', notes: 'private' } },
  expire: { kind: 'expire' },
  close: { kind: 'close' },
};
const KINDS: MoveKind[] = [
  'confirm',
  'decline',
  'start',
  'complete',
  'cancel',
  'reschedule',
  'no-show',
  'dispute-no-show',
  'resolve',
  'client-feedback',
  'consultant-feedback',
  'expire',
  'close',
];
const ACTORS: Actor[] = ['client', 'consultant', 'admin', 'system'];

/** Moments around the session of 10:00–11:00. */
const MOMENTS = {
  'the day before': '2025-01-19T10:00:00Z',
  '16 minutes before': '2025-01-20T09:44:00Z',
  '15 minutes before': '2025-01-20T09:45:00Z',
  'at the start': '2025-01-20T10:00:00Z',
  '10 minutes in': '2025-01-20T10:10:00Z',
  'at the end': '2025-01-20T11:00:00Z',
  '72 hours after': '2025-01-23T11:00:00Z',
} as const;
type Moment = keyof typeof MOMENTS;
const BEFORE: Moment[] = ['the day before', '16 minutes before', '15 minutes before'];
const ALL = Object.keys(MOMENTS) as Moment[];

/** Every allowed combination, spelt out; whatever is not here must be refused. */
const ALLOWED: { kind: MoveKind; actors: Actor[]; from: State[]; moments: Moment[] }[] = [
  {
    kind: 'confirm',
    actors: ['consultant', 'admin'],
    from: ['scheduled'],
    moments: [...BEFORE, 'at the start', '10 minutes in'],
  },
  {
    kind: 'decline',
    actors: ['consultant', 'admin'],
    from: ['scheduled'],
    moments: [...BEFORE, 'at the start', '10 minutes in'],
  },
  {
    kind: 'start',
    actors: ['consultant', 'admin'],
    from: ['scheduled', 'confirmed'],
    moments: ['15 minutes before', 'at the start', '10 minutes in'],
  },
  { kind: 'complete', actors: ['consultant', 'admin'], from: ['in_progress'], moments: ALL },
  { kind: 'complete', actors: ['consultant', 'admin'], from: ['scheduled', 'confirmed'], moments: ['at the end'] },
  { kind: 'cancel', actors: ['client'], from: ['scheduled', 'confirmed'], moments: BEFORE },
  { kind: 'cancel', actors: ['consultant', 'admin'], from: ['scheduled', 'confirmed'], moments: ALL },
  { kind: 'reschedule', actors: ['client'], from: ['scheduled', 'confirmed'], moments: BEFORE },
  { kind: 'reschedule', actors: ['consultant', 'admin'], from: ['scheduled', 'confirmed'], moments: ALL },
  {
    kind: 'no-show',
    actors: ['consultant', 'admin'],
    from: ['scheduled', 'confirmed'],
    moments: ['10 minutes in', 'at the end', '72 hours after'],
  },
  // A no-show of the client, marked ten minutes in: the client alone, within 48 hours.
  {
    kind: 'dispute-no-show',
    actors: ['client'],
    from: ['no_show'],
    moments: [...BEFORE, 'at the start', '10 minutes in', 'at the end'],
  },
  { kind: 'resolve', actors: ['admin'], from: ['completed', 'cancelled', 'no_show'], moments: ALL },
  { kind: 'client-feedback', actors: ['client'], from: ['completed'], moments: ALL },
  { kind: 'consultant-feedback', actors: ['consultant'], from: ['completed'], moments: ALL },
  { kind: 'close', actors: ['system'], from: ['scheduled', 'confirmed', 'in_progress'], moments: ['72 hours after'] },
];
const isAllowed = (kind: MoveKind, actor: Actor, from: State, moment: Moment) =>
  ALLOWED.some(
    (row) => row.kind === kind && row.actors.includes(actor) && row.from.includes(from) && row.moments.includes(moment),
  );

const attempt = (
  state: State,
  kind: MoveKind,
  actor: Actor,
  now: string,
  changes: Parameters<typeof consultationIn>[1] = {},
) => decide(consultationIn(state, changes), MOVES[kind], { actor, now: new Date(now), requestId: '' });
function decided(outcome: Decided | Refused): Decided {
  if ('refused' in outcome) throw new Error(outcome.refused);
  return outcome;
}

describe.each(KINDS)('%s', (kind) => {
  test.each(ACTORS)('by %s: exactly the allowed states and moments', (actor) => {
    for (const state of STATES)
      for (const moment of ALL) {
        const moved = !('refused' in attempt(state, kind, actor, MOMENTS[moment]));
        expect({ state, moment, moved }).toEqual({ state, moment, moved: isAllowed(kind, actor, state, moment) });
      }
  });
});

describe('refusals', () => {
  test('a move the actor may never make is forbidden, one of another time names what is possible', () => {
    expect(attempt('scheduled', 'confirm', 'client', MOMENTS['the day before'])).toEqual({ refused: 'forbidden' });
    expect(attempt('scheduled', 'start', 'consultant', MOMENTS['the day before'])).toEqual({
      refused: 'invalid_transition',
      from: 'scheduled',
      allowed: ['confirm', 'decline', 'cancel', 'reschedule'],
    });
  });
});

describe('what a move writes', () => {
  test('a start from scheduled records the implied confirmation', () => {
    const { after } = decided(attempt('scheduled', 'start', 'consultant', '2025-01-20T10:05:00Z'));
    expect(after).toMatchObject({
      status: { current: 'in_progress' },
      actualStart: new Date('2025-01-20T10:05:00Z'),
      version: 4,
    });
    expect(after.history.map((entry) => [entry.move, entry.from, entry.to])).toEqual([
      ['confirm', 'scheduled', 'confirmed'],
      ['start', 'confirmed', 'in_progress'],
    ]);
  });

  test('where confirmation is required, start waits for it and the deadline gives the credit back', () => {
    const terms = { ...consultationIn('scheduled').terms, confirmationRequired: true };
    const unconfirmed = consultationIn('scheduled', { terms });
    expect(dueAt(unconfirmed)).toEqual(new Date('2025-01-04T09:00:00Z'));
    expect(attempt('scheduled', 'start', 'consultant', MOMENTS['at the start'], { terms })).toMatchObject({
      refused: 'invalid_transition',
    });
    expect(attempt('scheduled', 'expire', 'system', '2025-01-04T08:59:00Z', { terms })).toMatchObject({
      refused: 'invalid_transition',
    });
    const { after } = decided(attempt('scheduled', 'expire', 'system', '2025-01-04T09:00:00Z', { terms }));
    expect(after.status).toEqual({ current: 'cancelled', reason: 'not confirmed in time', creditEffect: 'return' });
    expect(after.dueAt).toBeUndefined();
  });

  test('completing records the end, and the scheduled start where nobody pressed start', () => {
    const ended = decided(attempt('confirmed', 'complete', 'consultant', '2025-01-20T11:10:00Z')).after;
    expect(ended).toMatchObject({
      actualStart: new Date('2025-01-20T10:00:00Z'),
      actualEnd: new Date('2025-01-20T11:10:00Z'),
    });
    const closed = decided(attempt('scheduled', 'close', 'system', MOMENTS['72 hours after'])).after;
    expect(closed).toMatchObject({
      status: { current: 'completed', autoClosed: true },
      actualEnd: new Date('2025-01-20T11:00:00Z'),
    });
  });

  test.each([
    { actor: 'client', cutoff: 0, now: '2025-01-20T09:59:00Z', effect: 'return' },
    { actor: 'client', cutoff: 24, now: '2025-01-19T09:59:59Z', effect: 'return' },
    { actor: 'client', cutoff: 24, now: '2025-01-19T10:00:00Z', effect: 'use' },
    { actor: 'consultant', cutoff: 24, now: '2025-01-20T09:59:00Z', effect: 'return' },
    { actor: 'admin', cutoff: 24, now: '2025-01-20T10:30:00Z', effect: 'return' },
  ] as const)('cancelled by $actor at $now with a cut-off of $cutoff h: $effect', ({ actor, cutoff, now, effect }) => {
    const terms = { ...consultationIn('scheduled').terms, cancellationCutoffHours: cutoff };
    expect(decided(attempt('scheduled', 'cancel', actor, now, { terms })).after.status).toMatchObject({
      creditEffect: effect,
    });
  });

  test.each([
    { who: 'client', effect: 'use' },
    { who: 'consultant', effect: 'return' },
  ] as const)('a no-show of the $who: $effect', ({ who, effect }) => {
    const move = { kind: 'no-show', who, reason: '' } as const;
    const outcome = decide(consultationIn('scheduled'), move, {
      actor: 'admin',
      now: new Date('2025-01-20T10:10:00Z'),
      requestId: '',
    });
    expect(decided(outcome).after.status).toMatchObject({ who, creditEffect: effect });
  });

  test('feedback is given and replaced within 14 days of the end, and leaves the state alone', () => {
    const changes = {
      actualEnd: new Date('2025-01-20T11:10:00Z'),
      feedback: { client: { rating: 4, comments: '', at: new Date('2025-01-20T12:00:00Z') } },
    };
    const { after } = decided(attempt('completed', 'client-feedback', 'client', '2025-02-03T11:09:59Z', changes));
    expect(after).toMatchObject({ feedback: { client: { rating: 5 } }, history: [], version: 4 });
    expect(attempt('completed', 'client-feedback', 'client', '2025-02-03T11:10:00Z', changes)).toMatchObject({
      refused: 'invalid_transition',
      allowed: [],
    });
  });

  test('a request that was carried out is known again by its id, by the same actor only', () => {
    const { after } = decided(
      decide(consultationIn('scheduled'), MOVES.start, {
        actor: 'consultant',
        now: new Date(MOMENTS['at the start']),
        requestId: 'request-1',
      }),
    );
    const repeat = (requestId: string, actors: Actor[]) => isRepeat(after, MOVES.start, { requestId, actors });
    expect(repeat('request-1', ['consultant'])).toBe(true);
    expect(repeat('request-1', ['admin'])).toBe(false);
    expect(repeat('request-2', ['consultant'])).toBe(false);
    expect(repeat('', ['consultant'])).toBe(false);
    expect(isRepeat(after, MOVES.cancel, { requestId: 'request-1', actors: ['consultant'] })).toBe(false);
  });

  test('the same feedback again is a repeat, another rating is not', () => {
    const given = consultationIn('completed', { feedback: { client: { rating: 5, comments: '', at: new Date(0) } } });
    const repeat = (rating: number, actors: Actor[]) =>
      isRepeat(given, { kind: 'client-feedback', feedback: { rating, comments: '' } }, { requestId: '', actors });
    expect(repeat(5, ['client'])).toBe(true);
    expect(repeat(4, ['client'])).toBe(false);
    expect(repeat(5, ['consultant'])).toBe(false);
  });
});
