import { describe, expect, test } from '@jest/globals';
import { emailKey, hasFreshCode, newAccessCode, type User, withCode, withRole } from '../../src/domain/user.ts';
import { formatRefreshToken, parseRefreshToken } from '../../src/domain/refresh-token.ts';

const NOW = new Date('2025-01-01T09:00:00Z');
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1_000);
const USER: User = {
  userId: 'u1',
  tenantId: '100001',
  name: 'Mike',
  email: 'Mike@Demo.test',
  roles: ['consultant'],
  timezone: 'UTC',
  createdAt: NOW,
  version: 1,
  invited: true,
};

describe('a person', () => {
  test('is the same under an address in other case', () => {
    expect(emailKey('MIKE@demo.TEST')).toBe(emailKey(USER.email));
  });

  test('gets a role once', () => {
    const both = withRole(USER, 'admin');
    expect(both).toMatchObject({ roles: ['consultant', 'admin'], version: 2 });
    expect(withRole(both, 'admin')).toBe(both);
  });
});

describe('one-time codes', () => {
  const reset = newAccessCode('password_reset', 'hash-1', NOW);

  test('a reset code lives an hour, an invitation a week', () => {
    expect(reset.expiresAt).toEqual(later(3_600));
    expect(newAccessCode('invitation', 'hash', NOW).expiresAt).toEqual(later(7 * 86_400));
  });

  test('a second reset mail waits a minute', () => {
    expect(hasFreshCode([reset], 'password_reset', later(59))).toBe(true);
    expect(hasFreshCode([reset], 'password_reset', later(60))).toBe(false);
    expect(hasFreshCode([reset], 'invitation', later(59))).toBe(false);
  });

  test('a new code replaces the earlier one of its purpose only', () => {
    const invitation = newAccessCode('invitation', 'hash-2', NOW);
    const newer = newAccessCode('password_reset', 'hash-3', later(100));
    expect(withCode([reset, invitation], newer).map(({ hash }) => hash)).toEqual(['hash-2', 'hash-3']);
  });
});

describe('refresh tokens', () => {
  const parts = { tenantId: '100001', familyId: '0b8e1f1c-1111-4222-8333-444455556666', secret: 'a'.repeat(43) };

  test('come back as their parts', () => {
    expect(parseRefreshToken(formatRefreshToken(parts))).toEqual(parts);
  });

  test.each(['', 'x', '100001.short.secret', `${formatRefreshToken(parts)}x`, `1${formatRefreshToken(parts)}`])(
    '%j is none of ours',
    (token) => expect(parseRefreshToken(token)).toBeUndefined(),
  );
});
