import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { eventually } from '@consult/testing/eventually';
import { dataOf } from '../support/api.ts';
import {
  addConsultant,
  buy,
  freshKey,
  type Person,
  registerClient,
  SETTLE_MS,
  startWorld,
  type World,
} from '../support/world.ts';
import { settle, type Side } from './side.ts';

const NOTES = 'what the consultant thinks of the client';

describe('people of one tenant', () => {
  let world: World;
  let side: Side;
  let stranger: Person;
  let colleague: Person;
  let transactionId: string;

  beforeAll(async () => {
    world = await startWorld({ clockStart: '2025-01-01T09:00:00Z' });
    side = await settle(world, 'ours');
    stranger = await registerClient(world, 'ours', 'A stranger', 'stranger@ours.test');
    colleague = await addConsultant(world, side.tenant, 'A colleague', 'colleague@ours.test');
    transactionId = await buy(world, side.client, 'Pack');
    await world.api.post('/sandbox/clock/advance', { to: '2025-01-20T10:00:00Z' });
    const path = `/api/consultations/${side.things['consultationId']}`;
    dataOf(await side.consultant.api.post(`${path}/start`, {}, freshKey()));
    dataOf(await side.consultant.api.post(`${path}/complete`, { summary: 'Done' }, freshKey()));
    dataOf(
      await side.consultant.api.put(`${path}/feedback/consultant`, { clientEngagement: 'disengaged', notes: NOTES }),
    );
  }, 240_000);
  afterAll(async () => {
    await world?.stop();
  }, 60_000);

  test("a client does not see another client's session, payment or credits, nor that they exist", async () => {
    const { things } = side;
    for (const path of [
      `/api/consultations/${things['consultationId']}`,
      `/api/billing/transactions/${transactionId}`,
      `/api/billing/payments/${transactionId}`,
    ]) {
      const answer = await stranger.api.get(path);
      expect([path, answer.status, answer.body.code]).toEqual([path, 404, 'not_found']);
    }
    const ledger = await stranger.api.get(`/api/billing/credits/ledger?clientId=${side.client.userId}`);
    expect([ledger.status, ledger.body.code]).toEqual([403, 'forbidden']);
    const transactions = await stranger.api.get(`/api/billing/transactions?clientId=${side.client.userId}`);
    expect(transactions.status === 403 ? [] : transactions.body.data).toEqual([]);
    for (const path of ['/api/consultations/me', '/api/billing/transactions', '/api/billing/subscriptions'])
      expect(dataOf(await stranger.api.get(path))).toEqual([]);
  });

  test("nor can they move or rate it, and one consultant cannot touch another's", async () => {
    const path = `/api/consultations/${side.things['consultationId']}`;
    const answers = await Promise.all([
      stranger.api.post(`${path}/cancel`, {}, freshKey()),
      stranger.api.post(`${path}/no-show`, { who: 'consultant' }, freshKey()),
      stranger.api.put(`${path}/feedback/client`, { rating: 1 }),
      colleague.api.get(path),
      colleague.api.post(`${path}/decline`, {}, freshKey()),
      colleague.api.put(`${path}/feedback/consultant`, { clientEngagement: 'neutral' }),
    ]);
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(answers.map(() => [404, 'not_found']));
    const hours = await colleague.api.get(`/api/consultants/${side.things['consultantId']}/availability`);
    expect([hours.status, hours.body.code]).toEqual([403, 'forbidden']);
  });

  test('a consultant is shown to the world without address, hours or figures', async () => {
    const visitor = world.api.with({ 'x-tenant': 'ours' });
    const shown = dataOf<Record<string, unknown>[]>(await visitor.get('/api/consultants'));
    expect(shown.length).toBe(2);
    const one = dataOf<Record<string, unknown>>(await visitor.get(`/api/consultants/${side.things['consultantId']}`));
    for (const consultant of [...shown, one]) {
      expect(Object.keys(consultant).filter((key) => !PUBLIC_PROFILE.has(key))).toEqual([]);
      expect(JSON.stringify(consultant)).not.toContain('@');
    }
  });

  test('a client sees neither the private notes nor an address; the consultant sees the name and no address', async () => {
    const path = `/api/consultations/${side.things['consultationId']}`;
    const [single, list] = [await side.client.api.get(path), await side.client.api.get('/api/consultations/me')];
    for (const { body } of [single, list]) {
      expect(JSON.stringify(body)).toContain('A consultant');
      expect(JSON.stringify(body)).not.toContain(NOTES);
      expect(JSON.stringify(body)).not.toContain('disengaged');
      expect(JSON.stringify(body)).not.toContain('@');
    }
    const own = JSON.stringify((await side.consultant.api.get(path)).body);
    expect(own).toContain(NOTES);
    expect(own).toContain('A client');
    expect(own).not.toContain('@');
  });

  test('nobody is told a password, a code or the hash of one', async () => {
    const admin = side.tenant.admin.api;
    const bodies = await Promise.all(
      [
        side.client.api.get('/api/me'),
        admin.get('/api/admin/clients'),
        admin.get(`/api/admin/clients/${side.client.userId}`),
        admin.get('/api/admin/messages'),
      ].map(async (answer) => JSON.stringify((await answer).body)),
    );
    for (const body of bodies) expect(body).not.toMatch(/password|hash|argon2|accessCodes|code=|outbox/i);
  });

  test('a fault of ours tells nothing of how we are built', async () => {
    await world.stack.part('credits').stop();
    try {
      const { body } = await eventually(
        async () => {
          const answer = await side.tenant.admin.api.get(`/api/admin/clients/${side.client.userId}`);
          expect(answer.status).toBe(503);
          return answer;
        },
        { withinMs: SETTLE_MS },
      );
      expect(Object.keys(body).filter((key) => !PROBLEM.has(key))).toEqual([]);
      expect(JSON.stringify(body)).not.toMatch(/127\.0\.0\.1|credits|grpc|mongo|\.ts\b|node_modules|ECONN/);
    } finally {
      await world.stack.restart('credits');
    }
  });
});

const PUBLIC_PROFILE = new Set(
  'consultantId name headline expertise languages sessionTypes timezone photoUrl rating active version'.split(' '),
);
const PROBLEM = new Set('type title status detail instance code requestId traceId'.split(' '));
