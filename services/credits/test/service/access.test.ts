import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PaymentSucceeded } from '@consult/contracts/events/billing';
import type { Caller, Role } from '@consult/runtime/caller';
import type { GrpcClient } from '@consult/runtime/grpc-client';
import { testCaller } from '@consult/testing/call';
import { eventually } from '@consult/testing/eventually';
import { paymentOf, reserveRequest } from '../support/events.ts';
import { client, type Stack, startStack, TENANT } from '../support/service.ts';

const FOREIGN = '100002';
let stack: Stack;
let scheduling: GrpcClient<'credits'>;
let gateway: GrpcClient<'credits'>;
beforeAll(async () => {
  stack = await startStack();
  scheduling = stack.from('scheduling');
  gateway = stack.from('gateway');
  await stack.publish(PaymentSucceeded, paymentOf('sarah', 'TXN-1'));
  await eventually(async () => expect((await balance(client('sarah'))).availableCredits).toBe(3));
  await scheduling.reserve(client('sarah'), reserveRequest('sarah', 'standing'));
});
afterAll(() => stack.stop());

const balance = (caller: Caller, clientId = '') => gateway.getBalance(caller, { clientId });
const staff = (role: Role) => testCaller({ tenantId: TENANT, userId: `a-${role}`, roles: [role] });
const refusedAs = (code: string) => ({ code });

describe('who may do what', () => {
  test('clients see their own account, admin and finance any of their tenant, others none but their own', async () => {
    for (const role of ['admin', 'finance'] as const)
      expect((await balance(staff(role), 'sarah')).availableCredits).toBe(2);
    for (const caller of [client('peter'), staff('consultant')]) {
      await expect(balance(caller, 'sarah')).rejects.toMatchObject(refusedAs('forbidden'));
      await expect(gateway.listLedger(caller, { clientId: 'sarah' })).rejects.toMatchObject(refusedAs('forbidden'));
      await expect(gateway.getStanding(caller, { clientId: 'sarah' })).rejects.toMatchObject(refusedAs('forbidden'));
    }
    expect((await balance(client('peter'))).availableCredits).toBe(0);
  });

  test('staff say whose ledger they want', async () => {
    const unnamed = gateway.listLedger(staff('finance'), { clientId: '' });
    await expect(unnamed).rejects.toMatchObject({
      ...refusedAs('invalid_request'),
      details: { errors: [{ pointer: '/clientId' }] },
    });
    expect((await gateway.listLedger(staff('finance'), { clientId: 'sarah' })).movements).not.toHaveLength(0);
  });

  test('only scheduling reserves and releases, whoever the person is', async () => {
    const release = { bookingId: 'standing', revision: 1, clientId: 'sarah', reason: 'because' };
    for (const caller of [client('sarah'), staff('admin')]) {
      const reserve = gateway.reserve(caller, reserveRequest('sarah', 'mine'));
      await expect(reserve).rejects.toMatchObject(refusedAs('forbidden'));
      await expect(gateway.release(caller, release)).rejects.toMatchObject(refusedAs('forbidden'));
    }
    expect((await balance(client('sarah'))).availableCredits).toBe(2);
  });

  test('scheduling asks on behalf of a consultant who books for a client, billing whether a client is new', async () => {
    const consultant = staff('consultant');
    const {
      deadlineSeconds: _d,
      maximumOpenBookings: _m,
      bookingId: _b,
      revision: _r,
      ...wish
    } = reserveRequest('sarah', 'x');
    expect(await scheduling.checkAvailability(consultant, wish)).toMatchObject({ payable: true, credits: 1 });
    await expect(gateway.checkAvailability(consultant, wish)).rejects.toMatchObject(refusedAs('forbidden'));
    const standing = await stack.from('billing').getStanding(client('peter'), { clientId: 'sarah' });
    expect(standing).toEqual({ clientType: 'returning' });
  });

  test('a tenant sees nothing of another, though the ids are the same', async () => {
    const foreignAdmin = testCaller({ tenantId: FOREIGN, userId: 'root', roles: ['admin'] });
    for (const caller of [foreignAdmin, client('sarah', FOREIGN)]) {
      expect(await balance(caller, 'sarah')).toMatchObject({ availableCredits: 0, credits: [] });
      expect((await gateway.listLedger(caller, { clientId: 'sarah' })).movements).toEqual([]);
    }
    const release = { bookingId: 'standing', revision: 1, clientId: 'sarah', reason: 'because' };
    expect(await scheduling.release(client('sarah', FOREIGN), release)).toMatchObject({ outcome: 'nothing' });
    expect((await balance(client('sarah'))).credits).toMatchObject([{ creditsUsed: 1 }]);
  });

  test('without a tenant nothing is shown', async () => {
    const operator = testCaller({ tenantId: '', userId: 'op', roles: ['operator'] });
    await expect(balance(operator, 'sarah')).rejects.toMatchObject(refusedAs('forbidden'));
  });
});

describe('bad input', () => {
  const long = 'x'.repeat(500_000);
  const wrong: [string, Record<string, unknown>, string[]][] = [
    ['negative minutes', { durationMinutes: -60 }, ['/durationMinutes']],
    ['a day and a minute', { durationMinutes: 1_441 }, ['/durationMinutes']],
    ['no booking id', { bookingId: '' }, ['/bookingId']],
    ['an id that is a path', { bookingId: 'a.b' }, ['/bookingId']],
    ['half a megabyte of id', { bookingId: long }, ['/bookingId']],
    ['half a megabyte of client', { clientId: long }, ['/clientId']],
    ['revision 0', { revision: 0 }, ['/revision']],
    ['a type nobody offers', { sessionType: 'seance' }, ['/sessionType']],
    ['no instant', { scheduledStart: 'tomorrow' }, ['/scheduledStart']],
    ['a 13th month', { scheduledStart: '2025-13-01T00:00:00Z' }, ['/scheduledStart']],
    ['a deadline in the past', { deadlineSeconds: -1 }, ['/deadlineSeconds']],
    ['two faults', { revision: -1, clientId: '' }, ['/clientId', '/revision']],
  ];

  test.each(wrong)(
    'in a reservation is refused with every fault, and nothing is written: %s',
    async (_name, fault, pointers) => {
      const before = await stack.accounts.countDocuments({ tenantId: TENANT });
      const error: unknown = await scheduling
        .reserve(client('sarah'), { ...reserveRequest('sarah', 'bad'), ...fault })
        .catch((refusal: unknown) => refusal);
      expect(error).toMatchObject({
        code: 'invalid_request',
        details: { errors: expect.arrayContaining(pointers.map((pointer) => expect.objectContaining({ pointer }))) },
      });
      expect(await stack.accounts.countDocuments({ tenantId: TENANT })).toBe(before);
      expect((await balance(client('sarah'))).availableCredits).toBe(2);
    },
  );

  test('larger than a message may be is refused', async () => {
    const request = { ...reserveRequest('sarah', 'x'.repeat(1_100_000)) };
    await expect(scheduling.reserve(client('sarah'), request)).rejects.toMatchObject({ name: 'AppError' });
  });

  test('a cursor of something else is refused', async () => {
    const page = { limit: 10, cursor: 'nonsense' };
    const list = gateway.listLedger(client('sarah'), { clientId: '', page });
    await expect(list).rejects.toMatchObject({
      code: 'invalid_request',
      details: { errors: [{ pointer: '/cursor' }] },
    });
    const many = gateway.listLedger(client('sarah'), { clientId: '', page: { limit: 101, cursor: '' } });
    await expect(many).rejects.toMatchObject({ code: 'invalid_request' });
  });
});
