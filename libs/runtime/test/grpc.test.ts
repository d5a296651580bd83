import { connect } from 'node:net';
import { loadService } from '@consult/contracts/grpc/load';
import { testCaller } from '@consult/testing/call';
import { eventually } from '@consult/testing/eventually';
import { Client, credentials, Metadata, type ServiceError, status } from '@grpc/grpc-js';
import { afterEach, describe, expect, test } from '@jest/globals';
import { InMemorySpanExporter } from '@opentelemetry/sdk-trace-base';
import { service as healthService } from 'grpc-health-check';
import { SignJWT } from 'jose';
import mongoose from 'mongoose';
import type { Caller } from '../src/caller.ts';
import { AppError } from '../src/errors.ts';
import { createGrpcClient } from '../src/grpc-client.ts';
import { createGrpcServer, type Handlers } from '../src/grpc-server.ts';
import { startStandIn } from '@consult/testing/stand-in';
import { createLogger } from '../src/logger.ts';
import { currentRequestId } from '../src/request-context.ts';
import { startTelemetry } from '../src/telemetry.ts';

const SECRET = 'a secret of at least thirty-two characters';
const DEADLINE_MS = 5_000;
const HOST = '127.0.0.1';
const caller = testCaller({ tenantId: '100001', userId: 'u-7', roles: ['admin', 'finance'], requestId: 'r-1' });

const cleanup: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of cleanup.splice(0).toReversed()) await close();
});

type Notification = Handlers<'notification'>;
const logged: string[] = [];

/** A real notification server with these handlers, and a client of it. */
async function start(handlers: Partial<Notification>, options: { deadlineMs?: number; port?: number } = {}) {
  const unused = () => Promise.reject(new AppError('not_built'));
  const server = createGrpcServer({
    service: 'notification',
    handlers: { listMessages: unused, resendMessage: unused, ...handlers },
    callTokenSecret: SECRET,
    logger: createLogger({ service: 'test', level: 'info', stream: { write: (line) => logged.push(line) } }),
  });
  cleanup.push(() => server.close());
  const port = await server.listen({ host: HOST, port: options.port ?? 0 });
  return { server, port, client: clientOf(port, options.deadlineMs) };
}

function clientOf(port: number, deadlineMs = DEADLINE_MS, secret = SECRET) {
  const client = createGrpcClient('notification', {
    url: `${HOST}:${port}`,
    callTokenSecret: secret,
    from: 'gateway',
    deadlineMs,
  });
  cleanup.push(() => client.close());
  return client;
}

/** What a call is refused with. */
async function refusalOf(call: Promise<unknown>): Promise<AppError> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof AppError)) throw new Error('not refused with an AppError', { cause: error });
  return error;
}

describe('a call', () => {
  test('brings caller, request and answer across, with unset fields left out or at their default', async () => {
    const seen: unknown[] = [];
    const { client } = await start({
      async listMessages(from, request) {
        seen.push(from, request, currentRequestId());
        return { messages: [{ messageId: 'm-1', attempts: 2 }], page: { nextCursor: 'c' } };
      },
    });
    const answer = await client.listMessages(caller, { userId: 'u-7', page: { limit: 5 } });
    expect(seen[0]).toEqual({
      tenantId: '100001',
      userId: 'u-7',
      roles: ['admin', 'finance'],
      service: 'gateway',
      requestId: 'r-1',
    });
    expect(seen[1]).toMatchObject({ userId: 'u-7', page: { limit: 5 } });
    expect(seen[1]).not.toHaveProperty('template');
    expect(seen[2]).toBe('r-1');
    expect(answer.messages[0]).toMatchObject({ messageId: 'm-1', attempts: 2, subject: '' });
    expect(answer.messages[0]).not.toHaveProperty('sentAt');
    expect(answer.page?.nextCursor).toBe('c');
  });

  test('carries raw bytes unchanged', async () => {
    const body = Buffer.from([0, 255, 10, 13, 128]);
    const bodies: Buffer[] = [];
    const logger = createLogger({ service: 'test', level: 'silent' });
    const standIn = await startStandIn(
      'billing',
      { callTokenSecret: SECRET, logger },
      {
        async receiveWebhook(_caller, request) {
          bodies.push(request.body);
          return {};
        },
      },
    );
    cleanup.push(() => standIn.close());
    const { url } = standIn;
    const client = createGrpcClient('billing', {
      url,
      callTokenSecret: SECRET,
      from: 'gateway',
      deadlineMs: DEADLINE_MS,
    });
    cleanup.push(() => client.close());
    await client.receiveWebhook({ ...caller, tenantId: '', userId: '', roles: [] }, { body, signature: 's' });
    expect(bodies).toEqual([body]);
  });

  test('continues the trace of its caller', async () => {
    const exporter = new InMemorySpanExporter();
    const telemetry = startTelemetry({ service: 'test', exporter });
    cleanup.push(() => telemetry.stop());
    const { client } = await start({ listMessages: async () => ({ messages: [] }) });
    await client.listMessages(caller, {});
    const [server, outer] = await eventually(() => {
      const spans = exporter.getFinishedSpans();
      expect(spans).toHaveLength(2);
      return spans;
    });
    expect(server?.name).toBe('grpc notification/listMessages');
    expect(server?.parentSpanContext?.spanId).toBe(outer?.spanContext().spanId);
    expect(server?.spanContext().traceId).toBe(outer?.spanContext().traceId);
  });
});

describe('a refusal', () => {
  test('arrives as the same AppError, with its details', async () => {
    const details = { nearestSlots: ['2025-01-20T10:00:00Z'], detail: 'größer' };
    const { client } = await start({ listMessages: () => Promise.reject(new AppError('slot_taken', details)) });
    const error = await refusalOf(client.listMessages(caller, {}));
    expect(error).toMatchObject({ code: 'slot_taken', details });
  });

  test('of what is not built says so', async () => {
    const { client } = await start({});
    expect((await refusalOf(client.resendMessage(caller, { messageId: 'm' }))).code).toBe('not_built');
  });

  test('with too many details is cut, and says so', async () => {
    const errors = Array.from({ length: 2_000 }, (_, index) => ({
      pointer: `/items/${index}`,
      code: 'missing',
      message: 'is required',
    }));
    const { client } = await start({ listMessages: () => Promise.reject(new AppError('invalid_request', { errors })) });
    const { details } = await refusalOf(client.listMessages(caller, {}));
    const kept = Array.isArray(details['errors']) ? details['errors'].length : 0;
    expect(details).toMatchObject({ truncated: true });
    expect(kept).toBeGreaterThan(20);
    expect(details['errors']).toEqual(errors.slice(0, kept));
  });

  test('of a mistake of ours tells the caller nothing, and the log everything', async () => {
    logged.length = 0;
    const { client } = await start({
      listMessages: () => Promise.reject(new Error('the database password is hunter2')),
    });
    const error = await refusalOf(client.listMessages(caller, {}));
    expect(error.code).toBe('internal');
    expect(JSON.stringify([error.message, error.details, String(error.cause)])).not.toContain('hunter2');
    expect(logged.join('')).toContain('notification/listMessages');
    expect(logged.join('')).toContain('"requestId":"r-1"');
  });

  test.each([
    [
      'the database is',
      () => mongoose.createConnection('mongodb://127.0.0.1:1', { serverSelectionTimeoutMS: 50 }).asPromise(),
    ],
    ['the broker is', () => new Promise((_resolve, reject) => connect(1, HOST).on('error', reject))],
  ])('because %s not reachable is dependency_unavailable', async (_name, fail) => {
    const { client } = await start({ listMessages: () => fail().then(() => ({})) });
    expect((await refusalOf(client.listMessages(caller, {}))).code).toBe('dependency_unavailable');
  });
});

describe('time and connections', () => {
  test('a late answer is deadline_exceeded', async () => {
    const { client } = await start({ listMessages: () => new Promise(() => {}) }, { deadlineMs: 100 });
    expect(await refusalOf(client.listMessages(caller, {}))).toMatchObject({
      code: 'deadline_exceeded',
      details: { service: 'notification' },
    });
  });

  test('nobody listening is dependency_unavailable at once, and found again when it is back', async () => {
    const { server, port, client } = await start({ listMessages: async () => ({ messages: [] }) });
    await client.listMessages(caller, {});
    await server.close();
    const before = performance.now();
    expect((await refusalOf(client.listMessages(caller, {}))).code).toBe('dependency_unavailable');
    expect(performance.now() - before).toBeLessThan(DEADLINE_MS / 2);
    await start({ listMessages: async () => ({ messages: [] }) }, { port });
    await eventually(() => client.listMessages(caller, {}), { withinMs: 5_000 });
  });

  test('a closing server lets a call at hand finish', async () => {
    let finish = () => {};
    const called = new Promise<void>((resolve) => {
      finish = resolve;
    });
    let arrived = false;
    const { server, client } = await start({
      async listMessages() {
        arrived = true;
        await called;
        return { messages: [{ messageId: 'late' }] };
      },
    });
    const answer = client.listMessages(caller, {});
    await eventually(() => expect(arrived).toBe(true));
    const closed = server.close();
    finish();
    expect((await answer).messages[0]?.messageId).toBe('late');
    await closed;
  });

  test('a call that does not end is cut off after five seconds, and is dependency_unavailable to its caller', async () => {
    let arrived = false;
    const { server, client } = await start(
      {
        listMessages() {
          arrived = true;
          return new Promise(() => {});
        },
      },
      { deadlineMs: 20_000 },
    );
    const refused = refusalOf(client.listMessages(caller, {}));
    await eventually(() => expect(arrived).toBe(true));
    const before = performance.now();
    await server.close();
    expect(performance.now() - before).toBeLessThan(10_000);
    expect((await refused).code).toBe('dependency_unavailable');
  });
});

describe('call tokens', () => {
  const key = new TextEncoder().encode(SECRET);
  const claims = { tenantId: '100001', userId: 'u-7', roles: ['admin'] };
  const token = (
    change: { claims?: object; to?: string; secret?: Uint8Array; issuedAt?: string; expires?: string } = {},
  ) =>
    new SignJWT({ ...claims, ...change.claims })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer('gateway')
      .setAudience(change.to ?? 'notification')
      .setIssuedAt(change.issuedAt ?? new Date())
      .setExpirationTime(change.expires ?? '60s')
      .sign(change.secret ?? key);

  /** The status of a call with this authorization header, over the bare wire. */
  async function statusWith(port: number, authorization: string | undefined): Promise<status> {
    const client = new Client(`${HOST}:${port}`, credentials.createInsecure());
    cleanup.push(() => client.close());
    const method = loadService('notification')['ListMessages'];
    if (method === undefined) throw new Error('no such method');
    const metadata = new Metadata();
    if (authorization !== undefined) metadata.set('authorization', authorization);
    return new Promise((resolve) => {
      client.makeUnaryRequest(
        method.path,
        method.requestSerialize,
        method.responseDeserialize,
        {},
        metadata,
        (error: ServiceError | null) => resolve(error?.code ?? status.OK),
      );
    });
  }

  test('are needed, whole, fresh, for this service and signed with the secret; nothing else reaches a handler', async () => {
    const callers: Caller[] = [];
    const { port } = await start({
      async listMessages(from) {
        callers.push(from);
        return { messages: [] };
      },
    });
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    const good = await token();
    const refused: [string, string | undefined][] = [
      ['missing', undefined],
      ['not a bearer', good],
      ['not a token', 'Bearer x.y.z'],
      ['unsigned', `Bearer ${none}.${good.split('.')[1]}.`],
      [
        'another secret',
        `Bearer ${await token({ secret: new TextEncoder().encode('another secret, also long enough for this') })}`,
      ],
      ['for another service', `Bearer ${await token({ to: 'billing' })}`],
      ['expired', `Bearer ${await token({ issuedAt: '-2m', expires: '-1m' })}`],
      ['older than a minute, whatever its end', `Bearer ${await token({ issuedAt: '-2m', expires: '1h' })}`],
      ['with a role that does not exist', `Bearer ${await token({ claims: { roles: ['root'] } })}`],
      ['with a tenant that is no tenant', `Bearer ${await token({ claims: { tenantId: { $ne: '' } } })}`],
      ['without a user', `Bearer ${await token({ claims: { userId: undefined } })}`],
    ];
    for (const [name, authorization] of refused)
      expect([name, await statusWith(port, authorization)]).toEqual([name, status.UNAUTHENTICATED]);
    expect(callers).toEqual([]);
    expect(await statusWith(port, `Bearer ${good}`)).toBe(status.OK);
    expect(callers).toHaveLength(1);
  });

  test('that were good are refused once their life is over', async () => {
    const { port } = await start({ listMessages: async () => ({ messages: [] }) });
    // Within the clocks' skew, and not for long.
    const ending = `Bearer ${await token({ issuedAt: '-63s', expires: '-3s' })}`;
    expect(await statusWith(port, ending)).toBe(status.OK);
    await eventually(async () => expect(await statusWith(port, ending)).toBe(status.UNAUTHENTICATED));
  });

  test('of a client with another secret are refused as unauthenticated', async () => {
    const { port } = await start({ listMessages: async () => ({ messages: [] }) });
    const client = clientOf(port, DEADLINE_MS, 'another secret, also long enough for this');
    expect((await refusalOf(client.listMessages(caller, {}))).code).toBe('unauthenticated');
  });

  test('name each caller, also when calls of several go through one client at once', async () => {
    const { client } = await start({
      listMessages: async (from) => ({ messages: [{ userId: from.userId, to: from.tenantId }] }),
    });
    const users = Array.from({ length: 50 }, (_, index) => `u-${index}`);
    const answers = await Promise.all(users.map((userId) => client.listMessages({ ...caller, userId }, {})));
    expect(answers.map((answer) => answer.messages[0]?.userId)).toEqual(users);
  });
});

test('gRPC health answers SERVING without a token', async () => {
  const { port } = await start({});
  const client = new Client(`${HOST}:${port}`, credentials.createInsecure());
  cleanup.push(() => client.close());
  const check = healthService['Check'];
  if (check === undefined) throw new Error('no such method');
  const answer = await new Promise((resolve, reject) => {
    client.makeUnaryRequest(check.path, check.requestSerialize, check.responseDeserialize, {}, (error, response) =>
      error ? reject(error) : resolve(response),
    );
  });
  expect(answer).toMatchObject({ status: 'SERVING' });
});

test('a server without all its handlers is not built', () => {
  const handlers = { listMessages: async () => ({ messages: [] }) } as Partial<Notification> as Notification;
  const logger = createLogger({ service: 'test', level: 'silent' });
  expect(() => createGrpcServer({ service: 'notification', handlers, callTokenSecret: SECRET, logger })).toThrow(
    'resendMessage',
  );
});
