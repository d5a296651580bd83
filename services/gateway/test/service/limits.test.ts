import { AppError } from '@consult/runtime/errors';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { steady } from '../../src/readiness.ts';
import { startGateway, type TestGateway } from '../support.ts';

describe('limits', () => {
  let gateway: TestGateway;

  beforeAll(async () => {
    gateway = await startGateway(
      { identity: { getUser: async (_caller, { userId }) => ({ userId, version: 1 }) } },
      { RATE_LIMIT_PER_MINUTE: 5 },
    );
  });
  afterAll(() => gateway.stop());

  test('every answer tells what is left; beyond it is 429 with the time to wait; others are not touched', async () => {
    const busy = await gateway.token(['client'], { userId: 'busy' });
    for (let left = 4; left >= 0; left -= 1) {
      const answer = await gateway.call('/api/me', { token: busy });
      expect(answer.headers.get('ratelimit')).toMatch(new RegExp(`^"caller";r=${left};t=\\d+$`));
      expect(answer.headers.get('ratelimit-policy')).toBe('"caller";q=5;w=60');
    }
    const refused = await gateway.call('/api/me', { token: busy });
    expect([refused.status, refused.body['code']]).toEqual([429, 'rate_limited']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await gateway.call('/api/me', { token: await gateway.token(['client'], { userId: 'calm' }) })).status).toBe(
      200,
    );
  });

  test('bad tokens count against the address they come from', async () => {
    const statuses: number[] = [];
    for (let n = 0; n < 7; n += 1) statuses.push((await gateway.call('/api/me', { token: `guess-${n}` })).status);
    expect(statuses.slice(0, 4)).toEqual([401, 401, 401, 401]);
    expect(statuses.at(-1)).toBe(429);
  });
});

describe('what can be guessed', () => {
  test('passwords and codes may be tried 30 times a minute from one address; who is signed in goes on', async () => {
    const gateway = await startGateway({
      identity: {
        getTenant: () => Promise.reject(new AppError('not_found')),
        getUser: async (_caller, { userId }) => ({ userId, version: 1 }),
      },
    });
    try {
      const guess = (n: number) =>
        gateway.call('/api/auth/sign-in', { body: { tenant: 'acme', email: 'a@b.example', password: `guess ${n}` } });
      for (let n = 0; n < 29; n += 1) expect((await guess(n)).status).toBe(404);
      const last = await gateway.call('/api/auth/password/reset', {
        body: { tenant: 'acme', token: 'guess', password: 'a new password' },
      });
      expect([last.status, last.headers.get('ratelimit-policy')]).toEqual([404, '"guesses";q=30;w=60']);
      const refused = await guess(30);
      expect([refused.status, refused.body['code']]).toEqual([429, 'rate_limited']);
      const token = await gateway.token(['client']);
      expect((await gateway.call('/api/me', { token })).status).toBe(200);
      // A refresh token cannot be guessed, and everybody behind one address needs theirs.
      expect((await gateway.call('/api/auth/refresh', { body: {} })).status).toBe(400);
    } finally {
      await gateway.stop();
    }
  });
});

describe('readiness', () => {
  test('is not ready, and says which part, when a service does not answer', async () => {
    const gateway = await startGateway({}, { CREDITS_GRPC_URL: '127.0.0.1:1' });
    try {
      const answer = await gateway.call('/readyz');
      expect(answer.status).toBe(503);
      expect(answer.body['checks']).toEqual({
        mongo: 'ok',
        keys: 'ok',
        identity: 'ok',
        catalog: 'ok',
        billing: 'ok',
        credits: 'failed',
        scheduling: 'ok',
        notification: 'ok',
      });
      expect((await gateway.call('/healthz')).status).toBe(200);
    } finally {
      await gateway.stop();
    }
  });

  test('is ready when all answer', async () => {
    const gateway = await startGateway({});
    try {
      expect((await gateway.call('/readyz')).status).toBe(200);
    } finally {
      await gateway.stop();
    }
  });

  test('one lost probe does not take it out; a part that stays away does, and coming back counts at once', async () => {
    let nowMs = 1_000_000;
    let answers = false;
    const check = steady(
      async () => {
        if (!answers) throw new Error('lost');
      },
      () => nowMs,
    );
    await expect(check()).rejects.toThrow('lost');
    answers = true;
    await check();
    answers = false;
    nowMs += 4_999;
    await check();
    nowMs += 1;
    await expect(check()).rejects.toThrow('lost');
    answers = true;
    await check();
  });
});
