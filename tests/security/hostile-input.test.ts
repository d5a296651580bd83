import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { operatorToken } from '@consult/local/operator-token';
import { fetch } from 'undici';
import { freshKey, startWorld, type World } from '../support/world.ts';
import { type Answer, type Attack, failing, isPublic, refusal, send } from './attack.ts';
import { BUILT, type Route } from './routes.ts';
import { ROLES, settle, type Side, snapshot } from './side.ts';

const cursorOf = (place: unknown): string => Buffer.from(JSON.stringify(place)).toString('base64url');
/** What every list goes on from, made up: operators for texts, texts for numbers, nothing at all. */
const CURSORS = [
  cursorOf({ at: { $gt: '' }, _id: { $ne: null } }),
  cursorOf({ at: 'not a date', _id: 'x' }),
  cursorOf({ id: { $gt: '' }, name: { $gt: '' }, before: { $gt: 0 } }),
  cursorOf({ __proto__: 1 }),
  cursorOf(null),
  cursorOf([]),
  'not-base64-json',
];
const IDS = ['{"$gt":""}', '$where', '__proto__', 'constructor', '../admin/tenant', 'a b', '%00', "';sleep(9000);'"];
const SCHEMES = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  'data:text/html,x',
  'file:///etc/passwd',
  '//evil.example/x',
];
const POISONED = ['{"__proto__":{"admin":true}}', '{"constructor":{"prototype":{"admin":true}}}'];

describe('hostile input', () => {
  let world: World;
  let ours: Side;
  let operator: string;
  let before: unknown;

  beforeAll(async () => {
    world = await startWorld({ clockStart: '2025-01-01T09:00:00Z' });
    operator = await operatorToken(world.stack.operatorSecret);
    ours = await settle(world, 'ours');
    before = await snapshot(ours);
  }, 240_000);
  afterAll(async () => {
    await world?.stop();
  }, 60_000);

  function tokenFor(route: Route): string | undefined {
    if (isPublic(route)) return undefined;
    if (route.roles.includes('operator')) return operator;
    const role = ROLES.find((one) => route.roles.includes(one));
    return role === undefined ? undefined : ours.tokens[role];
  }
  const attacked = (route: Route, attack: Attack): Promise<Answer> =>
    send(world.stack.urls.gateway, route, { token: tokenFor(route), things: ours.things, ...attack });

  test('a body that reaches for prototypes is refused on every route, also deep inside', async () => {
    const withBody = BUILT.filter(({ takesBody }) => takesBody);
    const attack = async (route: Route) => {
      const nested = Object.keys(route.body?.properties ?? {}).map((name) => `{"${name}":${POISONED[0]}}`);
      const headers = route.needsVersion ? { 'if-match': '"1"' } : {};
      const answers = await Promise.all([...POISONED, ...nested].map((text) => attacked(route, { text, headers })));
      return answers.map((answer) => refusal(answer, 400, 'invalid_request')).find((fault) => fault !== undefined);
    };
    expect(await failing(withBody, attack)).toEqual([]);
  });

  test('operators of the database in a query are unknown parameters', async () => {
    const lists = BUILT.filter(({ method, query }) => method === 'GET' && query.length > 0);
    const attack = async (route: Route) => {
      const search = route.query.flatMap(({ name }) => [`${name}[$ne]=x`, `${name}[$gt]=`]).join('&');
      return refusal(await attacked(route, { query: `?${search}` }), 400, 'invalid_request');
    };
    expect(await failing(lists, attack)).toEqual([]);
  });

  test('a cursor that no list gave out is refused by every list', async () => {
    const lists = BUILT.filter(({ query }) => query.some(({ name }) => name === 'cursor'));
    expect(lists.length).toBeGreaterThanOrEqual(10);
    const attack = async (route: Route) => {
      const tenant = { 'x-tenant': 'ours' };
      const answers = await Promise.all(
        CURSORS.map((cursor) => attacked(route, { query: `?cursor=${cursor}`, headers: tenant })),
      );
      return answers.map((answer) => refusal(answer, 400, 'invalid_request')).find((fault) => fault !== undefined);
    };
    expect(await failing(lists, attack)).toEqual([]);
  });

  test('an id that is none leads nowhere, and to no error of ours', async () => {
    const reads = BUILT.filter(({ method, pathParameters }) => method === 'GET' && pathParameters.length > 0);
    const attack = async (route: Route) => {
      const answers = await Promise.all(
        IDS.map((id) => {
          const things = Object.fromEntries(route.pathParameters.map((name) => [name, encodeURIComponent(id)]));
          const query = route.path.endsWith('/slots') ? '?from=2025-01-20&to=2025-01-21' : '';
          return attacked(route, { things, query, headers: { 'x-tenant': 'ours' } });
        }),
      );
      const wrong = answers.find(({ status }) => ![400, 403, 404].includes(status));
      return wrong && `${wrong.status} ${wrong.body.code}`;
    };
    expect(await failing(reads, attack)).toEqual([]);
  });

  test.each(['$ne', '{"$gt":""}', '__proto__', 'constructor', 'ours.x'])(
    'the tenant %j does not exist',
    async (slug) => {
      const answer = await fetch(`${world.stack.urls.gateway}/api/consultants`, { headers: { 'x-tenant': slug } });
      expect(answer.status).toBe(404);
    },
  );

  test('an operator in place of a password, code or token signs nobody in', async () => {
    const { email } = ours.client;
    const anything = { $ne: '' };
    for (const [path, body] of [
      ['/api/auth/sign-in', { tenant: 'ours', email, password: anything }],
      ['/api/auth/sign-in', { tenant: 'ours', email: { $gt: '' }, password: 'a-long-password' }],
      ['/api/auth/password/reset', { tenant: 'ours', token: anything, password: 'another-password' }],
      ['/api/auth/refresh', { refreshToken: anything }],
    ] as const)
      expect((await world.api.post(path, body)).status).toBe(400);
  });

  test.each(SCHEMES)('a link to %j is not taken anywhere', async (url) => {
    const { things, client, consultant, tenant } = ours;
    const session = {
      consultantId: things['consultantId'],
      title: 'T',
      type: 'review',
      scheduledStart: '2025-01-22T10:00:00Z',
    };
    const deliverables = `/api/consultations/${things['consultationId']}/deliverables`;
    const answers = await Promise.all([
      client.api.post('/api/consultations', { ...session, meeting: { kind: 'video', url } }, freshKey()),
      tenant.admin.api.patch(`/api/admin/consultants/${things['consultantId']}`, { photoUrl: url }, 1),
      ...['url', 'fileUrl'].map((name) =>
        consultant.api.post(
          `/api/consultations/${things['consultationId']}/complete`,
          { summary: 'Done', deliverables: [{ title: 'Plan', [name]: url }] },
          freshKey(),
        ),
      ),
      ...['url', 'fileUrl'].flatMap((name) => [
        consultant.api.post(deliverables, { title: 'Plan', [name]: url }, freshKey()),
        consultant.api.patch(`${deliverables}/${things['deliverableId']}`, { [name]: url }),
      ]),
    ]);
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(answers.map(() => [400, 'invalid_request']));
  });

  test('pages of other origins are not let in', async () => {
    const { gateway } = world.stack.urls;
    const origin = 'https://evil.example';
    const asked = await fetch(`${gateway}/api/consultations`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST' },
    });
    const read = await fetch(`${gateway}/api/consultants`, { headers: { origin, 'x-tenant': 'ours' } });
    for (const answer of [asked, read]) {
      const allowed = [...answer.headers.keys()].filter((name) => name.startsWith('access-control-'));
      expect(allowed).toEqual([]);
    }
  });

  test('and nothing has changed', async () => {
    expect(await snapshot(ours)).toEqual(before);
  });
});
