import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { operatorToken } from '@consult/local/operator-token';
import { eventually } from '@consult/testing/eventually';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fetch } from 'undici';
import { dataOf } from '../support/api.ts';
import {
  addConsultant,
  book,
  buy,
  confirmPayment,
  createPackage,
  createTenant,
  freshKey,
  mailsTo,
  type Person,
  registerClient,
  SETTLE_MS,
  startWorld,
  type Tenant,
  type World,
} from '../support/world.ts';

/** In everything that no log may hold. */
const MARK = 'canary';
const PARTS = ['sandbox', 'identity', 'catalog', 'billing', 'credits', 'scheduling', 'notification', 'gateway'];
const PACK = `${MARK} pack`;

interface Line {
  level: number;
  time: string;
  service: string;
  msg: string;
  traceId?: string;
  requestId?: string;
  route?: string;
  method?: string;
}

describe('logs of a whole system, at their most talkative', () => {
  let world: World;
  let tenant: Tenant;
  let sarah: Person;
  let mike: Person;
  /** What was given out on the way and opens something. */
  const secrets: string[] = [];
  const logs = new Map<string, string>();

  beforeAll(async () => {
    world = await startWorld({ clockStart: '2025-01-01T09:00:00Z', env: { LOG_LEVEL: 'trace' } });
    tenant = await createTenant(world, 'bakery');
    await createPackage(tenant, {
      details: { name: PACK, type: 'consultation_bundle', description: `${MARK} description` },
      credits: { total: 3, expiresAfterDays: 60 },
      pricing: { amount: 29700 },
    });
    mike = await addConsultant(world, tenant, `Mike ${MARK}`, `mike-${MARK}@bakery.test`);
    sarah = await registerClient(world, 'bakery', `Sarah ${MARK}`, `sarah-${MARK}@bakery.test`);
    await signInAndOut();
    await declineAndBuy();
    await meet();
    await troubleWithAPart();
    await forge();
    await eventually(async () => expect((await mailsTo(world, sarah.email)).length).toBeGreaterThanOrEqual(4), {
      withinMs: SETTLE_MS,
    });
    for (const name of readdirSync(join(world.stack.folder, 'logs')))
      logs.set(name.replace('.log', ''), readFileSync(join(world.stack.folder, 'logs', name), 'utf8'));
  }, 240_000);
  afterAll(async () => {
    await world?.stop();
  }, 60_000);

  /** Passwords, tokens and codes, right and wrong. */
  async function signInAndOut(): Promise<void> {
    const { email } = sarah;
    const attempt = { tenant: 'bakery', email };
    await world.api.post('/api/auth/sign-in', { ...attempt, password: `${MARK} wrong` });
    await world.api.post('/api/auth/sign-in', { tenant: 'bakery', email: `nobody-${MARK}@bakery.test`, password: 'x' });
    await world.api.post('/api/auth/register', { ...attempt, name: `Again ${MARK}`, password: `${MARK} password` });
    await world.api.post('/api/auth/password/forgot', attempt);
    const code = await eventually(
      async () => {
        const texts = (await mailsTo(world, email)).map(({ text }) => text);
        return texts.map((text) => /code=([\w-]+)/.exec(text)?.[1]).find((one) => one !== undefined) ?? missing();
      },
      { withinMs: SETTLE_MS },
    );
    const password = `${MARK} new password`;
    await world.api.post('/api/auth/password/reset', { tenant: 'bakery', token: `${MARK}-token`, password });
    expect((await world.api.post('/api/auth/password/reset', { tenant: 'bakery', token: code, password })).status).toBe(
      202,
    );
    const session = dataOf<{ accessToken: string; refreshToken: string }>(
      await world.api.post('/api/auth/sign-in', { ...attempt, password }),
    );
    const refreshed = dataOf<{ refreshToken: string }>(
      await world.api.post('/api/auth/refresh', { refreshToken: session.refreshToken }),
    );
    await world.api.post('/api/auth/refresh', { refreshToken: refreshed.refreshToken });
    // The one before the last comes back: its family ends, and that is worth a line.
    const copied = await world.api.post('/api/auth/refresh', { refreshToken: session.refreshToken });
    expect(copied.status).toBe(401);
    secrets.push(code, session.accessToken, session.refreshToken, refreshed.refreshToken);
    sarah = { ...sarah, api: world.api.as(session.accessToken) };
  }

  async function declineAndBuy(): Promise<void> {
    const [pack] = dataOf<{ packageId: string }[]>(await sarah.api.get('/api/billing/packages'));
    const intent = await sarah.api.post<{ clientSecret: string }>('/api/billing/payments/intent', {
      packageId: pack?.packageId,
      amount: 29700,
      currency: 'USD',
    });
    secrets.push(intent.body.clientSecret);
    await confirmPayment(world, intent.body.clientSecret, 'pm_card_chargeDeclined');
    await eventually(
      async () =>
        expect((await mailsTo(world, sarah.email)).some(({ subject }) => /payment/i.test(subject))).toBe(true),
      { withinMs: SETTLE_MS },
    );
    await buy(world, sarah, PACK);
  }

  /** One booking with every text there is, held and rated; another cancelled. */
  async function meet(): Promise<void> {
    const session = {
      consultantId: mike.userId,
      title: `${MARK} title`,
      description: `${MARK} description`,
      objectives: [`${MARK} objective`],
      agenda: [`${MARK} agenda`],
      type: 'advisory',
      meeting: { kind: 'video', url: `https://meet.example/${MARK}` },
    };
    const first = await book(sarah, {
      ...session,
      scheduledStart: '2025-01-01T09:30:00Z',
      scheduledEnd: '2025-01-01T10:00:00Z',
    });
    const second = await book(sarah, {
      ...session,
      scheduledStart: '2025-01-20T10:00:00Z',
      scheduledEnd: '2025-01-20T11:00:00Z',
    });
    await sarah.api.post(
      `/api/consultations/${second.consultationId}/cancel`,
      { reason: `${MARK} reason` },
      freshKey(),
    );
    const { scheduledStart } = first.schedule;
    await world.api.post('/sandbox/clock/advance', { to: scheduledStart });
    const path = `/api/consultations/${first.consultationId}`;
    dataOf(await mike.api.post(`${path}/start`, {}, freshKey()));
    const deliverables = [{ title: `${MARK} deliverable`, fileUrl: `https://files.example/${MARK}` }];
    dataOf(await mike.api.post(`${path}/complete`, { summary: `${MARK} summary`, deliverables }, freshKey()));
    dataOf(await sarah.api.put(`${path}/feedback/client`, { rating: 5, comments: `${MARK} comments` }));
    dataOf(await mike.api.put(`${path}/feedback/consultant`, { clientEngagement: 'engaged', notes: `${MARK} notes` }));
  }

  /** Errors of others are where payloads like to hide. */
  async function troubleWithAPart(): Promise<void> {
    await world.stack.part('credits').stop();
    const refused = await sarah.api.post(
      '/api/consultations',
      {
        consultantId: mike.userId,
        title: `${MARK} title`,
        type: 'advisory',
        scheduledStart: '2025-01-21T10:00:00Z',
        scheduledEnd: '2025-01-21T11:00:00Z',
      },
      `${MARK}-key`,
    );
    expect(refused.status).toBeGreaterThanOrEqual(500);
    await world.stack.restart('credits');
  }

  /** Requests that are wrong in every part. */
  async function forge(): Promise<void> {
    const { gateway } = world.stack.urls;
    const operator = await operatorToken(world.stack.operatorSecret);
    secrets.push(operator);
    const json = { 'content-type': 'application/json' };
    const webhook = { ...json, 'stripe-signature': `t=1,v1=${MARK}` };
    for (const [path, headers, body] of [
      [`/api/me?${MARK}=1`, { authorization: `Bearer ${operator}` }, undefined],
      [`/api/consultations/${MARK}`, { authorization: `Bearer ${MARK}` }, undefined],
      [`/${MARK}`, { cookie: `consult_session=${MARK}`, 'user-agent': MARK, 'x-tenant': MARK }, undefined],
      ['/api/auth/sign-in', json, `{"email": "${MARK}@bakery.test", "password"`],
      ['/api/auth/register', json, JSON.stringify({ [MARK]: 1, tenant: MARK, password: MARK })],
      [
        '/webhooks/stripe',
        webhook,
        JSON.stringify({ id: `evt_${MARK}`, object: 'event', email: `${MARK}@bakery.test` }),
      ],
    ] as const)
      await fetch(gateway + path, { headers, ...(body === undefined ? {} : { method: 'POST', body }) });
  }

  const linesOf = (part: string): Line[] =>
    (logs.get(part) ?? '')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Line);

  test.each(PARTS)('%s logs nothing but JSON', (part) => {
    const lines = linesOf(part);
    expect(lines.length).toBeGreaterThan(1);
    const incomplete = lines.filter(({ level, time, service, msg }) => !level || !time || service !== part || !msg);
    expect(incomplete).toEqual([]);
  });

  test('no name, address, title, comment, password or body is in any of them', () => {
    const leaks = [...logs].flatMap(([part, text]) =>
      text.split('\n').flatMap((line) => (line.includes(MARK) ? [`${part}: ${line}`] : [])),
    );
    expect(leaks).toEqual([]);
  });

  test('nor is anything that opens something', () => {
    const { operatorSecret, callTokenSecret, webhookSecret } = world.stack;
    const all = [...secrets, operatorSecret, callTokenSecret, webhookSecret, 'a-long-password', 'sk_test_sandbox'];
    expect(all.every((secret) => secret.length > 8)).toBe(true);
    const leaks = [...logs].flatMap(([part, text]) => all.filter((secret) => text.includes(secret)).map(() => part));
    expect(leaks).toEqual([]);
  });

  test('every answered request is told with its ids, and a booking leads by them through the services', () => {
    const answered = linesOf('gateway').filter(({ msg }) => msg === 'answered');
    expect(answered.length).toBeGreaterThan(40);
    expect(answered.filter(({ traceId, requestId }) => !traceId || !requestId)).toEqual([]);
    const booked = linesOf('scheduling').filter(({ msg }) => msg === 'booked');
    expect(booked.length).toBe(2);
    for (const { traceId, requestId } of booked) {
      expect(answered).toContainEqual(expect.objectContaining({ route: '/api/consultations', traceId, requestId }));
      const mails = linesOf('notification').filter((line) => line.msg === 'message queued' && line.traceId === traceId);
      expect(mails.length).toBeGreaterThanOrEqual(2);
    }
  });
});

function missing(): never {
  throw new Error('no code yet');
}
