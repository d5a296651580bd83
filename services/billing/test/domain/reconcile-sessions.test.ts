import { describe, expect, test } from '@jest/globals';
import {
  compareHold,
  compareSession,
  CREDIT_STATES,
  type CreditState,
  SESSION_STATES,
  type SessionState,
} from '../../src/domain/reconcile-sessions.ts';

/** What is found, and what mends it; `-`: they agree. In the order of CREDIT_STATES: reserved, held, moved, used, reversed, released, nothing. */
const FOUND: Record<SessionState, string[]> = {
  standing: [
    'session_without_movement settle',
    '-',
    ...Array.from({ length: 5 }, () => 'session_without_movement by_hand'),
  ],
  completed: [
    'use_unheard settle',
    'use_unheard settle',
    'session_without_movement by_hand',
    '-',
    ...Array.from({ length: 3 }, () => 'session_without_movement by_hand'),
  ],
  used: [
    'use_unheard settle',
    'use_unheard settle',
    'session_without_movement by_hand',
    '-',
    ...Array.from({ length: 3 }, () => 'session_without_movement by_hand'),
  ],
  released: [
    'return_unheard settle',
    'return_unheard settle',
    'return_unheard by_hand',
    'return_unheard by_hand',
    '-',
    '-',
    '-',
  ],
};

describe('a session and its credits', () => {
  test.each(SESSION_STATES)('%s: what every state of its credits comes to', (session) => {
    const found = CREDIT_STATES.map((credit: CreditState) => {
      const mismatch = compareSession(session, credit);
      return mismatch === undefined ? '-' : `${mismatch.kind} ${mismatch.repair}`;
    });
    expect(found).toEqual(FOUND[session]);
  });
});

describe('what is set aside and its session', () => {
  const hold = { revision: 2, state: 'held', credits: 1 } as const;
  test('agree at the same revision', () => {
    expect(compareHold(hold, { revision: 2 })).toBeUndefined();
  });
  test('without a session, or for one that never came about, scheduling has the last word', () => {
    for (const session of [undefined, { revision: 1 }])
      expect(compareHold(hold, session)).toMatchObject({ kind: 'movement_without_session', repair: 'settle' });
  });
  test('of a revision that is past a person decides', () => {
    expect(compareHold(hold, { revision: 3 })).toMatchObject({ kind: 'movement_without_session', repair: 'by_hand' });
  });
});
