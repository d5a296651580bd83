import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { operatorToken } from '@consult/local/operator-token';
import { freshKey, startWorld, type World } from '../support/world.ts';
import { type Answer, type Attack, failing, isPublic, missingFaults, nameOf, refusal, send } from './attack.ts';
import { BUILT, type Route, ROUTES, wrongValue } from './routes.ts';
import { type Role, ROLES, settle, type Side, snapshot } from './side.ts';

/** Larger than any body of ours may be. */
const OVERSIZED = JSON.stringify({ filler: 'x'.repeat(70_000) });
/** The one body that may be larger: an availability has up to a thousand dates. */
const LARGE: Record<string, string> = {
  'PUT /api/consultants/{consultantId}/availability': JSON.stringify({ filler: 'x'.repeat(1_100_000) }),
};
/** Bodies that are well formed, for routes that name a thing and need one. */
const SAMPLES: Record<string, unknown> = {
  'PATCH /api/admin/packages/{packageId}': { details: { name: 'Taken over' } },
  'PATCH /api/admin/consultants/{consultantId}': { headline: 'Taken over' },
  'PATCH /api/admin/tenant': { name: 'Taken over' },
  'PUT /api/consultants/{consultantId}/availability': { timezone: 'UTC', weekly: [] },
  'POST /api/consultants/{consultantId}/time-off': { from: '2025-05-01', to: '2025-05-02' },
  'POST /api/consultants/{consultantId}/overrides': { date: '2025-05-01', hours: [] },
  'POST /api/admin/clients/{clientId}/credits/grant': { credits: 1, reason: 'Taken over' },
  'POST /api/admin/clients/{clientId}/credits/adjust': { lotId: 'some-lot', credits: -1, reason: 'Taken over' },
  'POST /api/admin/clients/{clientId}/credits/void': { lotId: 'some-lot', reason: 'Taken over' },
  'POST /api/admin/clients/{clientId}/credits/extend': {
    lotId: 'some-lot',
    expiresAt: '2030-01-01',
    reason: 'Taken over',
  },
  'POST /api/billing/transactions/{transactionId}/refund': { quoteId: 'some-quote', reason: 'Taken over' },
  'POST /api/billing/subscriptions/{subscriptionId}/change': { packageId: 'PKG-100001-0001', quoteId: 'some-quote' },
  'POST /api/consultations/{consultationId}/complete': { summary: 'Taken over' },
  'POST /api/consultations/{consultationId}/no-show': { who: 'client' },
  'POST /api/consultations/{consultationId}/reschedule': {
    scheduledStart: '2025-01-22T10:00:00Z',
    scheduledEnd: '2025-01-22T10:15:00Z',
  },
  'POST /api/consultations/{consultationId}/dispute-no-show': { reason: 'Taken over' },
  'POST /api/consultations/{consultationId}/resolve': { credit: 'return', earningPercent: 100, reason: 'Taken over' },
  'POST /api/consultations/{consultationId}/deliverables': { title: 'Taken over' },
  'PATCH /api/consultations/{consultationId}/deliverables/{deliverableId}': { title: 'Taken over' },
  'PUT /api/consultations/{consultationId}/feedback/client': { rating: 1 },
  'PUT /api/consultations/{consultationId}/feedback/consultant': { clientEngagement: 'neutral' },
};
/** Of what has a form of its own, one that does not exist. */
const NOTHING = { paymentMethodId: 'pm_nobody', date: '2025-05-01' };
const QUERIES: Record<string, string> = {
  'GET /api/consultants/{consultantId}/earnings': '?from=2025-01-01&to=2025-02-01',
  'GET /api/consultants/{consultantId}/metrics': '?from=2025-01-01&to=2025-02-01',
  'GET /api/consultants/{consultantId}/statement.csv': '?month=2025-01',
  'GET /api/consultants/{consultantId}/slots': '?from=2025-01-20&to=2025-01-21',
  'GET /api/consultants/{consultantId}/slots/explain': '?from=2025-01-20&to=2025-01-21',
};

const closed = ROUTES.filter((route) => !isPublic(route));
const withBody = BUILT.filter(({ takesBody }) => takesBody);

describe('bad input on every route of the public API', () => {
  let world: World;
  let ours: Side;
  let theirs: Side;
  let operator: string;
  let before: unknown;

  beforeAll(async () => {
    world = await startWorld({ clockStart: '2025-01-01T09:00:00Z' });
    operator = await operatorToken(world.stack.operatorSecret);
    [ours, theirs] = await Promise.all([settle(world, 'ours'), settle(world, 'theirs')]);
    before = await snapshot(theirs);
  }, 240_000);
  afterAll(async () => {
    await world?.stop();
  }, 60_000);

  const attacked = (route: Route, attack: Attack): Promise<Answer> => send(world.stack.urls.gateway, route, attack);

  /** Someone who may call the route. */
  function tokenFor(route: Route): string | undefined {
    if (isPublic(route)) return undefined;
    if (route.roles.includes('operator')) return operator;
    const role = ROLES.find((one) => route.roles.includes(one));
    return role === undefined ? undefined : ours.tokens[role];
  }

  test('without a token: 401 wherever the route is not public', async () => {
    expect(closed.length).toBeGreaterThan(80);
    const attack = async (route: Route) => refusal(await attacked(route, {}), 401, 'unauthenticated');
    expect(await failing(closed, attack)).toEqual([]);
  });

  test('with a token that nobody signed: 401', async () => {
    const token = `${ours.tokens.admin.split('.').slice(0, 2).join('.')}.AAAA`;
    const attack = async (route: Route) => refusal(await attacked(route, { token }), 401, 'unauthenticated');
    expect(await failing(closed, attack)).toEqual([]);
  });

  test('with another role: 403', async () => {
    const attack = async (route: Route) => {
      const others = ROLES.filter((role) => !route.roles.includes(role));
      const answers = await Promise.all(others.map((role) => attacked(route, { token: ours.tokens[role] })));
      return answers.map((answer) => refusal(answer, 403, 'forbidden')).find((fault) => fault !== undefined);
    };
    expect(await failing(closed, attack)).toEqual([]);
  });

  test('with an unknown property: 400 that names it', async () => {
    const attack = async (route: Route) => {
      const answer = await attacked(route, { token: tokenFor(route), body: { surprise: 1 } });
      return refusal(answer, 400, 'invalid_request') ?? missingFaults(answer, ['/surprise']);
    };
    expect(await failing(withBody, attack)).toEqual([]);
  });

  test('with an unknown query parameter: 400 that names it', async () => {
    const reads = BUILT.filter(({ method }) => method === 'GET');
    const attack = async (route: Route) => {
      const answer = await attacked(route, { token: tokenFor(route), query: '?surprise=1' });
      return refusal(answer, 400, 'invalid_request') ?? missingFaults(answer, ['/querystring/surprise']);
    };
    expect(await failing(reads, attack)).toEqual([]);
  });

  test('with every property of a wrong type: 400 that names them all at once', async () => {
    const routes = withBody.filter(({ body }) => body !== undefined);
    expect(routes.length).toBeGreaterThan(15);
    const attack = async (route: Route) => {
      const properties = Object.entries(route.body?.properties ?? {});
      const body = Object.fromEntries(properties.map(([name, schema]) => [name, wrongValue(schema)]));
      const answer = await attacked(route, { token: tokenFor(route), body });
      const pointers = properties.map(([name]) => `/${name}`);
      return refusal(answer, 400, 'invalid_request') ?? missingFaults(answer, pointers);
    };
    expect(await failing(routes, attack)).toEqual([]);
  });

  test('with query parameters of a wrong type: 400 that names them all at once', async () => {
    const attack = async (route: Route) => {
      const search = new URLSearchParams();
      const wrong = route.query.filter(({ schema }) => schema.enum !== undefined || schema.type !== 'string');
      for (const { name, schema } of wrong) search.set(name, String(wrongValue(schema)));
      const answer = await attacked(route, { token: tokenFor(route), query: `?${search.toString()}` });
      const pointers = wrong.map(({ name }) => `/querystring/${name}`);
      return refusal(answer, 400, 'invalid_request') ?? missingFaults(answer, pointers);
    };
    const lists = BUILT.filter(({ query, method }) => method === 'GET' && query.length > 0);
    expect(await failing(lists, attack)).toEqual([]);
  });

  test('with JSON that does not end: 400', async () => {
    const attack = async (route: Route) =>
      refusal(await attacked(route, { token: tokenFor(route), text: '{"a":' }), 400, 'invalid_request');
    expect(await failing(withBody, attack)).toEqual([]);
  });

  test('with a body that is too large: 413', async () => {
    const attack = async (route: Route) =>
      refusal(
        await attacked(route, { token: tokenFor(route), text: LARGE[nameOf(route)] ?? OVERSIZED }),
        413,
        'too_large',
      );
    expect(await failing(withBody, attack)).toEqual([]);
  });

  test('without the version where one is needed: 428; with another: 412', async () => {
    const versioned = BUILT.filter(({ needsVersion }) => needsVersion);
    expect(versioned.length).toBeGreaterThanOrEqual(4);
    const attack = async (route: Route) => {
      const right = { token: tokenFor(route), things: ours.things, body: SAMPLES[nameOf(route)] };
      const none = await attacked(route, right);
      const other = await attacked(route, { ...right, headers: { 'if-match': '"999999"' } });
      return refusal(none, 428, 'precondition_required') ?? refusal(other, 412, 'version_mismatch');
    };
    expect(await failing(versioned, attack)).toEqual([]);
  });

  test("with another tenant's ids in the path: 404, whoever asks", async () => {
    const named = BUILT.filter(({ pathParameters }) => pathParameters.length > 0);
    expect(named.length).toBeGreaterThan(15);
    const askedBy = async (route: Route, role: Role, things: Record<string, string>) => {
      const headers = route.needsVersion ? { 'if-match': '"1"' } : {};
      const body = route.takesBody ? (SAMPLES[nameOf(route)] ?? {}) : undefined;
      const query = QUERIES[nameOf(route)] ?? '';
      return attacked(route, { token: ours.tokens[role], things, headers, body, query });
    };
    const attack = async (route: Route) => {
      const unknown = route.pathParameters.filter((name) => theirs.things[name] === undefined);
      if (unknown.length > 0) return `the suite has no ${unknown.join(', ')} of the other tenant`;
      // A public route is asked by each of them; another by those who may.
      const roles = ROLES.filter((role) => isPublic(route) || route.roles.includes(role));
      const faults = await Promise.all(
        roles.map(async (role) => {
          const answer = await askedBy(route, role, theirs.things);
          // Who may only touch their own may be told so, if they are told the same of what does not exist.
          if (answer.status === 403) return refusal(await askedBy(route, role, NOTHING), 403, 'forbidden');
          return refusal(answer, 404, 'not_found');
        }),
      );
      return faults.find((fault) => fault !== undefined);
    };
    expect(await failing(named, attack)).toEqual([]);
  });

  test("with another tenant's ids in a body or query: 404, or nothing to see", async () => {
    const { client, tenant, consultant } = ours;
    const { packageId, consultantId, clientId, consultationId } = theirs.things;
    const session = {
      title: 'T',
      type: 'review',
      scheduledStart: '2025-01-21T10:00:00Z',
      scheduledEnd: '2025-01-21T10:30:00Z',
    };
    const { scheduledStart, scheduledEnd } = session;
    const forSomeone = { ...session, consultantId: consultant.userId, clientId };
    const answers = await Promise.all([
      client.api.post('/api/billing/payments/intent', { packageId, amount: 20000, currency: 'USD' }),
      client.api.post('/api/consultations', { ...session, consultantId }, freshKey()),
      tenant.admin.api.post('/api/consultations', forSomeone, freshKey()),
      client.api.post('/api/quotes/booking', { ...session, consultantId }),
      tenant.admin.api.post('/api/quotes/booking', forSomeone),
      tenant.admin.api.post('/api/quotes/cancellation', { consultationId }),
      tenant.admin.api.post('/api/quotes/reschedule', { consultationId, scheduledStart, scheduledEnd }),
      client.api.post(
        '/api/consultations',
        { ...session, consultantId: consultant.userId, holdId: theirs.things['holdId'] },
        freshKey(),
      ),
    ]);
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(answers.map(() => [404, 'not_found']));
    for (const path of ['/api/billing/credits/ledger', '/api/billing/transactions']) {
      const answer = await tenant.admin.api.get(`${path}?clientId=${clientId}`);
      expect(answer.status === 404 ? [] : answer.body.data).toEqual([]);
    }
  });

  test('an unsigned or wrongly signed webhook: 400', async () => {
    const route = ROUTES.find(({ path }) => path === '/webhooks/stripe');
    if (route === undefined) throw new Error('openapi.json has no webhook');
    const body = { id: 'evt_1', type: 'payment_intent.succeeded' };
    for (const headers of [{}, { 'stripe-signature': 't=1735722000,v1=00' }])
      expect(refusal(await attacked(route, { body, headers }), 400, 'invalid_signature')).toBeUndefined();
  });

  test('and nothing has changed on the other side', async () => {
    expect(await snapshot(theirs)).toEqual(before);
  });
});
