import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Caller } from '@consult/runtime/caller';
import { AppError } from '@consult/runtime/errors';
import { startGateway, type TestGateway, TENANT } from '../support.ts';

const lot = {
  lotId: 'lot-1',
  billingId: '',
  packageId: '',
  packageName: '',
  creditsAdded: 5,
  creditsUsed: 2,
  creditsRemaining: 3,
  purchaseDate: '2025-01-01T09:00:00.000Z',
  expiryDate: '9999-12-31T23:59:59.000Z',
  status: 'active',
  unlimited: false,
  source: 'manual',
  unitPriceMinor: 0,
  currency: 'USD',
};
const person = (userId: string, roles: string[]) => ({
  userId,
  tenantId: TENANT,
  name: 'A person',
  email: 'a@b.test',
  roles,
  timezone: 'UTC',
  createdAt: '2025-01-01T09:00:00.000Z',
  version: 1,
  invited: false,
});
/** A body of each command that is well formed. */
const BODIES = {
  grant: { credits: 3, reason: 'Goodwill' },
  adjust: { lotId: 'lot-1', credits: -2, reason: 'Counted twice' },
  void: { lotId: 'lot-1', reason: 'Bought by mistake' },
  extend: { lotId: 'lot-1', expiresAt: '2025-06-01', reason: 'Was ill' },
} as const;
type Verb = keyof typeof BODIES;
const VERBS = Object.keys(BODIES) as Verb[];

describe('credits by hand', () => {
  let gateway: TestGateway;
  let admin: string;
  const seen: { name: string; caller: Caller; request: { commandId?: string } & Record<string, unknown> }[] = [];
  const last = (name: string) => seen.findLast((one) => one.name === name);
  const seeing =
    <Q extends object, A>(name: string, answer: (request: Q) => A) =>
    async (caller: Caller, request: Q): Promise<A> => {
      seen.push({ name, caller, request: Object.fromEntries(Object.entries(request)) });
      return answer(request);
    };

  beforeAll(async () => {
    gateway = await startGateway({
      identity: {
        getUser: async (_caller, { userId }) => {
          if (userId === 'nobody') throw new AppError('not_found', {});
          return person(userId, userId === 'mike' ? ['consultant'] : ['client']);
        },
      },
      credits: {
        grantByHand: seeing('grant', () => lot),
        adjust: seeing('adjust', ({ lotId }: { lotId?: string }) => {
          if (lotId === 'spent') throw new AppError('rule_refused', {});
          return lot;
        }),
        voidLot: seeing('void', () => lot),
        extendLot: seeing('extend', () => lot),
        listLedger: seeing('listLedger', () => ({ movements: [], page: { hasMore: false } })),
        getBalance: seeing('getBalance', () => ({ availableCredits: 2, credits: [lot] })),
      },
    });
    admin = await gateway.token(['admin'], { userId: 'the-admin' });
  });
  afterAll(() => gateway.stop());

  let keys = 0;
  const freshKey = () => `key-${(keys += 1)}`;
  const command = (verb: Verb, body: object = BODIES[verb], key = freshKey(), clientId = 'sarah') =>
    gateway.call(`/api/admin/clients/${clientId}/credits/${verb}`, {
      token: admin,
      body,
      headers: key === '' ? {} : { 'idempotency-key': key },
    });
  const faultsOf = ({ body }: { body: Record<string, unknown> }) =>
    (body['errors'] as { pointer: string; code: string }[]).map(({ pointer, code }) => `${pointer} ${code}`);

  test.each(VERBS)('%s reaches credits with its id, reason and actor, and answers the lot', async (verb) => {
    const answer = await command(verb);
    expect([answer.status, answer.body]).toEqual([200, { data: lot }]);
    expect(last(verb)?.caller).toMatchObject({ tenantId: TENANT, userId: 'the-admin', roles: ['admin'] });
    const { commandId, ...sent } = last(verb)?.request ?? {};
    expect(commandId).toMatch(/^[0-9a-f-]{36}$/);
    const { expiresAt, ...plain } = { expiresAt: undefined, ...BODIES[verb] };
    const instant = expiresAt === undefined ? {} : { expiresAt: '2025-06-01T00:00:00.000Z' };
    expect(sent).toMatchObject({ clientId: 'sarah', ...plain, ...instant });
  });

  test('the id is the same for the same key of the same admin on the same client, and another for any other', async () => {
    await command('grant', BODIES.grant, 'one-key');
    const first = last('grant')?.request.commandId;
    const colleague = await gateway.token(['admin'], { userId: 'another-admin' });
    const elsewhere = await gateway.token(['admin'], { userId: 'the-admin', tenantId: '100002' });
    for (const token of [colleague, elsewhere]) {
      const headers = { 'idempotency-key': 'one-key' };
      await gateway.call('/api/admin/clients/sarah/credits/grant', { token, body: BODIES.grant, headers });
    }
    await command('grant', BODIES.grant, 'another-key');
    const ids = seen.filter(({ name }) => name === 'grant').map(({ request }) => request.commandId);
    expect(new Set(ids).size).toBe(ids.length);
    const again = await command('grant', BODIES.grant, 'one-key');
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(ids).toContain(first);
  });

  test.each(VERBS)('%s without a key is 400, and of another role 403', async (verb) => {
    const before = seen.length;
    const keyless = await command(verb, BODIES[verb], '');
    expect([keyless.status, faultsOf(keyless)]).toEqual([400, ['/headers/Idempotency-Key missing']]);
    for (const role of ['client', 'consultant', 'finance'] as const) {
      const token = await gateway.token([role]);
      const headers = { 'idempotency-key': freshKey() };
      const answer = await gateway.call(`/api/admin/clients/sarah/credits/${verb}`, {
        token,
        body: BODIES[verb],
        headers,
      });
      expect([role, answer.status]).toEqual([role, 403]);
    }
    expect(seen.length).toBe(before);
  });

  test.each(VERBS)('%s to whoever is no client here is 404, and credits is not asked', async (verb) => {
    const before = seen.length;
    for (const id of ['nobody', 'mike'])
      expect((await command(verb, BODIES[verb], freshKey(), id)).body['code']).toBe('not_found');
    expect(seen.length).toBe(before);
  });

  const grant = BODIES.grant;
  const adjust = BODIES.adjust;
  const extend = BODIES.extend;
  const refused: readonly (readonly [what: string, Verb, body: object, fault: string])[] = [
    ['no credits at all', 'grant', { reason: 'x' }, '/credits missing'],
    ['nothing granted', 'grant', { ...grant, credits: 0 }, '/credits too_small'],
    ['less than nothing granted', 'grant', { ...grant, credits: -1 }, '/credits too_small'],
    ['half a credit', 'grant', { ...grant, credits: 0.5 }, '/credits wrong_type'],
    ['more than a lot holds', 'grant', { ...grant, credits: 1_000_001 }, '/credits too_large'],
    ['a number as text', 'grant', { ...grant, credits: '3' }, '/credits wrong_type'],
    ['an empty reason', 'grant', { ...grant, reason: '' }, '/reason too_small'],
    ['a reason of nothing to read', 'grant', { ...grant, reason: '  ' }, '/reason wrong_format'],
    ['a reason of two lines', 'grant', { ...grant, reason: 'a\nb' }, '/reason wrong_format'],
    ['a lot on a grant', 'grant', { ...grant, lotId: 'lot-1' }, '/lotId unknown_property'],
    ['words for an instant', 'grant', { ...grant, expiresAt: 'tomorrow' }, '/expiresAt wrong_format'],
    ['30 February', 'grant', { ...grant, expiresAt: '2025-02-30' }, '/expiresAt unknown_instant'],
    ['a 13th month', 'extend', { ...extend, expiresAt: '2025-13-01T00:00:00Z' }, '/expiresAt unknown_instant'],
    ['an hour beyond the day', 'extend', { ...extend, expiresAt: '2025-06-01T25:00Z' }, '/expiresAt unknown_instant'],
    ['no new end', 'extend', { lotId: 'lot-1', reason: 'x' }, '/expiresAt missing'],
    ['an adjustment by nothing', 'adjust', { ...adjust, credits: 0 }, '/credits not_allowed'],
    ['too much taken away', 'adjust', { ...adjust, credits: -1_000_001 }, '/credits too_small'],
    ['too much added', 'adjust', { ...adjust, credits: 1_000_001 }, '/credits too_large'],
    ['no lot to adjust', 'adjust', { credits: 1, reason: 'x' }, '/lotId missing'],
    ['an end on an adjustment', 'adjust', { ...adjust, expiresAt: '2025-06-01' }, '/expiresAt unknown_property'],
    ['credits on a void', 'void', { ...BODIES.void, credits: 1 }, '/credits unknown_property'],
    ['a lot id of a megabyte', 'void', { lotId: 'x'.repeat(50_000), reason: 'x' }, '/lotId too_large'],
  ];
  test.each(refused)('%s (%s) is refused by name, and credits is not asked', async (_what, verb, body, fault) => {
    const before = seen.length;
    const answer = await command(verb, body);
    expect([answer.status, faultsOf(answer)]).toEqual([400, expect.arrayContaining([fault])]);
    expect(seen.length).toBe(before);
  });

  test('an end with an offset is the same instant in UTC', async () => {
    await command('extend', { ...extend, expiresAt: '2025-06-01T00:00:00+02:00' });
    expect(last('extend')?.request).toMatchObject({ expiresAt: '2025-05-31T22:00:00.000Z' });
  });

  test('what credits refuses is answered as it said, and kept under the key', async () => {
    const body = { ...adjust, lotId: 'spent' };
    const first = await command('adjust', body, 'refused-key');
    expect([first.status, first.body['code']]).toEqual([422, 'rule_refused']);
    expect((await command('adjust', body, 'refused-key')).headers.get('idempotent-replayed')).toBe('true');
  });

  test('staff see a client’s spent lots too; the ledger can be asked of one lot', async () => {
    const answer = await gateway.call('/api/admin/clients/sarah', { token: admin });
    expect(last('getBalance')?.request).toMatchObject({ clientId: 'sarah', withArchived: true });
    expect(answer.body['data']).toMatchObject({ consultationCredits: { credits: [lot] } });
    await gateway.call('/api/billing/credits/ledger?clientId=sarah&lotId=lot-1', { token: admin });
    expect(last('listLedger')?.request).toMatchObject({ clientId: 'sarah', lotId: 'lot-1' });
  });
});
