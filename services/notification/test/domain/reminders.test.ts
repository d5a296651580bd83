import { describe, expect, test } from '@jest/globals';
import { dueReminder, nextReminder } from '../../src/domain/session.ts';
import { sessionFacts } from '../sample.ts';

const session = { _id: 'b', tenantId: '100001', version: 1, standing: true, facts: sessionFacts() };
const at = (text: string) => new Date(text);

describe('reminders of a session at 2025-01-20 10:00Z', () => {
  test('the first is due 24 hours before, the second one hour before', () => {
    expect(nextReminder(session, at('2025-01-03T09:00:00Z'))).toEqual(at('2025-01-19T10:00:00Z'));
    expect(nextReminder(session, at('2025-01-19T10:00:00Z'))).toEqual(at('2025-01-20T09:00:00Z'));
    expect(nextReminder(session, at('2025-01-20T09:00:00Z'))).toBeUndefined();
  });

  test('each is due from its instant on, and none once the session has begun', () => {
    expect(dueReminder(session, at('2025-01-19T09:59:59Z'))).toBeUndefined();
    expect(dueReminder(session, at('2025-01-19T10:00:00Z'))).toBe(24);
    expect(dueReminder(session, at('2025-01-20T09:00:00Z'))).toBe(1);
    expect(dueReminder(session, at('2025-01-20T10:00:00Z'))).toBeUndefined();
  });

  test('a session that was given up has none', () => {
    const given = { ...session, standing: false };
    expect(nextReminder(given, at('2025-01-03T09:00:00Z'))).toBeUndefined();
    expect(dueReminder(given, at('2025-01-19T10:00:00Z'))).toBeUndefined();
  });
});
