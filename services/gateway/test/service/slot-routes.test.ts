import type { Caller } from '@consult/runtime/caller';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startGateway, TENANT, type TestGateway } from '../support.ts';

const range = 'from=2025-01-20&to=2025-01-21';
const time = { from: '2025-01-20', to: '2025-01-21' };
const slot = { start: '2025-01-20T10:00:00.000Z', end: '2025-01-20T11:00:00.000Z', offsetMinutes: 60 };
const day = { date: '2025-01-20', hours: 'weekly', candidates: 2, left: 1 };
const removal = { cut: 'limit', rule: 'perDay', id: 'day:2025-01-20', starts: 1 };

describe('free time and parts of an availability', () => {
  let gateway: TestGateway;
  let consultant: string;
  const seen: { name: string; request: object }[] = [];
  const last = (name: string) => seen.findLast((one) => one.name === name)?.request;
  const seeing =
    <A>(name: string, answer: A) =>
    async (_caller: Caller, request: object): Promise<A> => {
      seen.push({ name, request: { ...request } });
      return answer;
    };

  beforeAll(async () => {
    const availability = { timezone: 'UTC', weekly: [], overrides: [], timeOff: [], version: 4 };
    gateway = await startGateway({
      identity: { getTenant: seeing('getTenant', { tenantId: TENANT, slug: 'acme' }) },
      scheduling: {
        findFirstSlots: seeing('findFirstSlots', {
          slots: [{ ...slot, consultant: { consultantId: 'mike', name: 'Mike' } }],
          page: { nextCursor: 'next', hasMore: true },
          consultants: 50,
          moreConsultants: true,
        }),
        explainSlots: seeing('explainSlots', { timezone: 'UTC', days: [{ ...day, removed: [removal] }] }),
        addTimeOff: seeing('addTimeOff', { timeOffId: 'off-1', ...time }),
        removeTimeOff: seeing('removeTimeOff', availability),
        addOverride: seeing('addOverride', { date: '2025-01-20', hours: [] }),
        removeOverride: seeing('removeOverride', availability),
      },
    });
    consultant = await gateway.token(['consultant']);
  });
  afterAll(() => gateway.stop());

  test('the first slots among many are public, by page, and say how many consultants were looked at', async () => {
    const answer = await gateway.call(`/api/slots?${range}&expertise=Tax&duration=60&limit=1`);
    expect(answer.body).toEqual({
      data: [{ ...slot, consultant: { consultantId: 'mike', name: 'Mike' } }],
      page: { nextCursor: 'next', hasMore: true },
      consultants: { considered: 50, more: true },
    });
    expect(last('findFirstSlots')).toMatchObject({ ...time, expertise: 'Tax', duration: 60, page: { limit: 1 } });
  });

  test('an explanation goes out with its zone, cut by cut', async () => {
    const answer = await gateway.call(`/api/consultants/mike/slots/explain?${range}`, { token: consultant });
    expect(answer.body).toEqual({ timezone: 'UTC', data: [{ ...day, removed: [removal] }] });
  });

  test('time off and overrides are added under the caller’s key and removed by their ids', async () => {
    const send = (method: string, path: string, body?: object) =>
      gateway.call(`/api/consultants/mike/${path}`, {
        method,
        token: consultant,
        ...(body === undefined ? {} : { body, headers: { 'idempotency-key': `key-${path}` } }),
      });
    const off = await send('POST', 'time-off', time);
    expect([off.status, off.body]).toEqual([201, { data: { timeOffId: 'off-1', ...time } }]);
    expect(last('addTimeOff')).toMatchObject({ consultantId: 'mike', requestId: expect.stringMatching(/.+/) });
    const override = await send('POST', 'overrides', { date: '2025-01-20', hours: [] });
    expect([override.status, override.body]).toEqual([201, { data: { date: '2025-01-20', hours: [] } }]);
    expect((await send('DELETE', 'time-off/off-1')).body).toMatchObject({ data: { version: 4 } });
    expect(last('removeTimeOff')).toMatchObject({ consultantId: 'mike', timeOffId: 'off-1' });
    await send('DELETE', 'overrides/2025-01-20');
    expect(last('removeOverride')).toMatchObject({ consultantId: 'mike', date: '2025-01-20' });
    expect((await send('DELETE', 'overrides/tomorrow')).status).toBe(400);
  });
});
