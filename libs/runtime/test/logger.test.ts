import { addressOf } from '@consult/testing/environment';
import { dropNamespace, testNamespace } from '@consult/testing/namespace';
import { afterEach, expect, test } from '@jest/globals';
import { InMemorySpanExporter } from '@opentelemetry/sdk-trace-base';
import { AppError } from '../src/errors.ts';
import { createLogger } from '../src/logger.ts';
import { connectMongo } from '../src/mongo.ts';
import { withRequestId } from '../src/request-context.ts';
import { span, startTelemetry } from '../src/telemetry.ts';

const CANARY = 'canary-7f3a';
const lines: string[] = [];
const logger = createLogger({ service: 'test', level: 'trace', stream: { write: (line) => lines.push(line) } });
afterEach(() => {
  lines.length = 0;
});

test.each([
  'authorization',
  'cookie',
  'password',
  'token',
  'accessToken',
  'refreshToken',
  'clientSecret',
  'client_secret',
  'secret',
  'code_verifier',
  'email',
  'phone',
  'card',
  'to',
])('%s is removed wherever it stands', (key) => {
  logger.info(
    { [key]: CANARY, kept: 1, one: { [key]: CANARY, two: { [key]: { deep: CANARY }, three: { [key]: CANARY } } } },
    'said',
  );
  expect(lines.join('')).not.toContain(CANARY);
  expect(lines.join('')).toContain('"kept":1');
});

test('nor in a list, a logger of one request, or as deep as anybody nests', () => {
  const deep = Array.from({ length: 20 }).reduce<object>((inner) => ({ inner }), { note: CANARY });
  logger.child({ token: CANARY }).info({ list: [{ email: CANARY }, { kept: 1 }], deep, at: new Date(0) }, 'said');
  expect(lines.join('')).not.toContain(CANARY);
  expect(lines.join('')).toContain('"kept":1');
  expect(lines.join('')).toContain('"at":"1970-01-01T00:00:00.000Z"');
});

test('an error is logged with its place and cause, without what it carries along', () => {
  const cause = Object.assign(new Error(`no such user ${CANARY}@example.test`), {
    config: { headers: { authorization: CANARY } },
  });
  const error = new AppError('internal', { customer: { email: CANARY, note: CANARY } }, { cause });
  logger.error({ err: error }, 'failed');
  const text = lines.join('');
  expect(text).not.toContain(CANARY);
  expect(text).toContain('logger.test.ts');
  expect(text).toContain('no such user [removed]');
});

test.each(['reason', 'fault'])('what a message of others quotes does not stand in %s either', (field) => {
  logger.warn({ [field]: `E11000 dup key: { name: "${CANARY}" }, told ${CANARY}@example.test` }, 'failed');
  expect(lines.join('')).not.toContain(CANARY);
  expect(lines.join('')).toContain('E11000 [removed], told [removed]');
});

test('a message as long as a body costs no time', () => {
  const before = process.cpuUsage();
  logger.error({ err: new Error('a'.repeat(60_000)) }, 'failed');
  expect(process.cpuUsage(before).user).toBeLessThan(250_000);
});

test('an error of the database is logged without the values it quotes', async () => {
  const namespace = testNamespace();
  const connection = await connectMongo({ uri: addressOf('MONGODB_URI'), database: `${namespace}_logger` });
  try {
    const people = connection.db?.collection('people');
    await people?.createIndex({ name: 1 }, { unique: true });
    await people?.insertOne({ name: CANARY });
    await people?.insertOne({ name: CANARY }).catch((error: unknown) => logger.error({ err: error }, 'failed'));
  } finally {
    await connection.close();
    await dropNamespace(namespace);
  }
  expect(lines.join('')).toContain('E11000');
  expect(lines.join('')).not.toContain(CANARY);
});

test('lines carry the request and trace they belong to', async () => {
  const exporter = new InMemorySpanExporter();
  const telemetry = startTelemetry({ service: 'test', exporter });
  await withRequestId('r-9', () => span('work', {}, async () => logger.info('inside')));
  const [finished] = exporter.getFinishedSpans();
  expect(JSON.parse(lines[0] ?? '{}')).toMatchObject({
    requestId: 'r-9',
    traceId: finished?.spanContext().traceId,
    service: 'test',
  });
  await telemetry.stop();
});
