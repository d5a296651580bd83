import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { AppError } from '@consult/runtime/errors';
import { connectMongo, pingMongo } from '@consult/runtime/mongo';
import { dropDatabases, testNamespace } from '@consult/testing/namespace';
import { createAnswerStore } from '../../src/store/answers.ts';
import { configOf, startGateway, type TestGateway } from '../support.ts';

describe('Idempotency-Key', () => {
  let gateway: TestGateway;
  let client: string;
  let booked: string[] = [];
  let arrived: (() => void) | undefined;
  let release: Promise<void> | undefined;
  let outcome: () => void = () => {};

  beforeAll(async () => {
    gateway = await startGateway({
      scheduling: {
        book: async (_caller, { requestId, title }) => {
          booked.push(requestId);
          arrived?.();
          await release;
          outcome();
          return {
            consultationId: `CONS-100001-000${booked.length}`,
            details: { title, description: '', type: 'review', objectives: [], agenda: [] },
            version: 1,
          };
        },
        start: async (_caller, { consultationId }) => ({ consultationId, version: 2 }),
      },
    });
    client = await gateway.token(['client']);
  });
  afterAll(() => gateway.stop());

  const body = { consultantId: 'c-1', title: 'Review', type: 'review', scheduledStart: '2025-01-20T10:00:00Z' };
  const book = (key: string, changed: object = {}, token = client) =>
    gateway.call('/api/consultations', { token, body: { ...body, ...changed }, headers: { 'idempotency-key': key } });
  const reset = (then: () => void = () => {}) => {
    booked = [];
    outcome = then;
  };

  test('the same key and body answers what was answered, and the service is asked once', async () => {
    reset();
    const first = await book('key-1');
    const second = await book('key-1');
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual(first.body);
    expect([first.headers.get('idempotent-replayed'), second.headers.get('idempotent-replayed')]).toEqual([
      null,
      'true',
    ]);
    expect(second.headers.get('etag')).toBe(first.headers.get('etag'));
    expect(booked).toHaveLength(1);
  });

  test('another body, or another route, under the same key is 422', async () => {
    reset();
    await book('key-2');
    const reused = await book('key-2', { title: 'Another' });
    expect([reused.status, reused.body['code']]).toEqual([422, 'idempotency_key_reused']);
    const elsewhere = await gateway.call('/api/consultations/CONS-1/cancel', {
      token: client,
      body: {},
      headers: { 'idempotency-key': 'key-2' },
    });
    expect([elsewhere.status, elsewhere.body['code']]).toEqual([422, 'idempotency_key_reused']);
    expect(booked).toHaveLength(1);
  });

  test('the same key of another person, or of the same person id in another tenant, is another key', async () => {
    reset();
    await book('key-3');
    const others = [
      await gateway.token(['client'], { userId: 'user-2' }),
      await gateway.token(['client'], { tenantId: '100002' }),
    ];
    for (const token of others) expect((await book('key-3', {}, token)).headers.get('idempotent-replayed')).toBeNull();
    expect(new Set(booked).size).toBe(3);
  });

  test('while the first is running, the second is told to wait', async () => {
    reset();
    let finish = () => {};
    release = new Promise((resolve) => {
      finish = resolve;
    });
    const reached = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const first = book('key-4');
    await reached;
    const second = await book('key-4');
    expect([second.status, second.body['code']]).toEqual([409, 'idempotency_in_progress']);
    expect(Number(second.headers.get('retry-after'))).toBeGreaterThan(0);
    finish();
    release = undefined;
    expect((await first).status).toBe(201);
    expect((await book('key-4')).headers.get('idempotent-replayed')).toBe('true');
  });

  test('fifty at once are one booking', async () => {
    reset();
    const answers = await Promise.all(Array.from({ length: 50 }, () => book('key-5')));
    expect(booked).toHaveLength(1);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201, 409]));
    expect(
      answers.filter(({ status, headers }) => status === 201 && headers.get('idempotent-replayed') === null),
    ).toHaveLength(1);
  });

  test('a refusal that a rule decided is kept', async () => {
    reset(() => {
      throw new AppError('credits_required', { why: ['no_credits'] });
    });
    const first = await book('key-6');
    reset();
    const second = await book('key-6');
    expect([first.status, second.status]).toEqual([402, 402]);
    expect(second.body).toEqual(first.body);
    expect(second.headers.get('content-type')).toContain('application/problem+json');
    expect(booked).toHaveLength(0);
  });

  test.each([
    'dependency_unavailable',
    'internal',
    'conflict',
    'rate_limited',
    'unauthenticated',
    'not_built',
  ] as const)('after %s nothing is kept: the same key goes on, under the same id', async (code) => {
    reset(() => {
      throw new AppError(code, {});
    });
    const first = await book(`key-${code}`);
    const id = booked[0];
    reset();
    const second = await book(`key-${code}`);
    expect(first.body['code']).toBe(code);
    expect(second.status).toBe(201);
    expect(booked).toEqual([id]);
  });

  test('a malformed request does not burn its key', async () => {
    reset();
    expect((await book('key-7', { type: 'nothing' })).status).toBe(400);
    expect((await book('key-7')).status).toBe(201);
  });

  test('moves require it, the source document’s routes do not', async () => {
    reset();
    const token = await gateway.token(['consultant']);
    const move = await gateway.call('/api/consultations/CONS-1/start', { token, method: 'POST' });
    expect(move.status).toBe(400);
    expect(move.body['errors']).toEqual([
      { pointer: '/headers/Idempotency-Key', code: 'missing', message: expect.any(String) },
    ]);
    const withKey = await gateway.call('/api/consultations/CONS-1/start', {
      token,
      method: 'POST',
      headers: { 'idempotency-key': 'k' },
    });
    expect(withKey.status).toBe(200);
    expect((await gateway.call('/api/consultations', { token: client, body })).status).toBe(201);
    expect(booked).toEqual(['']);
    const long = await book('k'.repeat(256));
    expect([long.status, long.body['code']]).toEqual([400, 'invalid_request']);
  });
});

/** Enough for several of them to ask between another one's claim and its end. */
const ROUNDS = 100;

describe('stored answers', () => {
  const namespace = testNamespace();
  const { MONGODB_URI } = configOf({});
  const owner = { tenantId: '100001', userId: 'user-1', key: 'key' };
  const at = (seconds: number) => new Date(Date.UTC(2025, 0, 1, 9, 0, seconds));

  afterAll(() => dropDatabases(namespace, MONGODB_URI));

  test('a request that died with its process gives its key up after a minute, and can no longer decide', async () => {
    const connection = await connectMongo({ uri: MONGODB_URI, database: `${namespace}_gateway` });
    try {
      const store = createAnswerStore(connection);
      await connection.model('Answer').createIndexes();
      const dead = await store.claim(owner, 'hash', at(0));
      if (dead.outcome !== 'claimed') throw new Error(dead.outcome);
      expect((await store.claim(owner, 'hash', at(59))).outcome).toBe('running');
      expect((await store.claim(owner, 'other', at(61))).outcome).toBe('reused');

      const races = await Promise.all([1, 2, 3].map(() => store.claim(owner, 'hash', at(61))));
      expect(races.map(({ outcome }) => outcome).toSorted()).toEqual(['claimed', 'running', 'running']);
      const heir = races.find((claim) => claim.outcome === 'claimed');
      if (heir?.outcome !== 'claimed') throw new Error('nobody took over');

      await store.free(dead.lease);
      await store.keep(dead.lease, { status: 200, body: 'too late' });
      expect((await store.claim(owner, 'hash', at(62))).outcome).toBe('running');
      await store.keep(heir.lease, { status: 201, body: 'decided', etag: '"1"' });
      const replay = await store.claim(owner, 'hash', at(63));
      expect(replay).toEqual({ outcome: 'replay', answer: { status: 201, body: 'decided', etag: '"1"' } });
    } finally {
      await connection.close();
    }
  });

  test('a key that is freed while others ask for it has one owner at a time', async () => {
    const connection = await connectMongo({ uri: MONGODB_URI, database: `${namespace}_gateway` });
    try {
      const store = createAnswerStore(connection);
      await connection.model('Answer').createIndexes();
      let owners = 0;
      let most = 0;
      const ask = async () => {
        for (let round = 0; round < ROUNDS; round += 1) {
          const claim = await store.claim({ ...owner, key: 'contested' }, 'hash', at(0));
          if (claim.outcome !== 'claimed') continue;
          owners += 1;
          most = Math.max(most, owners);
          await pingMongo(connection);
          owners -= 1;
          await store.free(claim.lease);
        }
      };
      await Promise.all(Array.from({ length: 8 }, ask));
      expect(most).toBe(1);
    } finally {
      await connection.close();
    }
  });
});
