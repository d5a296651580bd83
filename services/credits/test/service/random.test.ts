import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PaymentSucceeded } from '@consult/contracts/events/billing';
import {
  ConsultationCancelled,
  ConsultationCompleted,
  ConsultationScheduled,
} from '@consult/contracts/events/scheduling';
import { isAppError } from '@consult/runtime/errors';
import type { GrpcClient } from '@consult/runtime/grpc-client';
import { eventually } from '@consult/testing/eventually';
import fc from 'fast-check';
import { consultationOf, paymentOf, reserveRequest } from '../support/events.ts';
import { client, differencesOf, type Stack, startStack } from '../support/service.ts';

const SEED = Number(process.env['TEST_SEED'] ?? 20_250_101);
const CLIENTS = ['ann', 'bob', 'cid'];
const BOOKINGS = 12;
const STEPS = 300;
const AT_ONCE = 20;

let stack: Stack;
let scheduling: GrpcClient<'credits'>;
let gateway: GrpcClient<'credits'>;
beforeAll(async () => {
  stack = await startStack();
  scheduling = stack.from('scheduling');
  gateway = stack.from('gateway');
});
afterAll(() => stack.stop());

const kinds = ['pay', 'reserve', 'reserve', 'release', 'forfeit', 'scheduled', 'completed', 'cancelled'] as const;
type Step = { kind: (typeof kinds)[number]; who: string; number: number };
const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom(...kinds),
  who: fc.constantFrom(...CLIENTS),
  number: fc.integer({ min: 0, max: BOOKINGS - 1 }),
});

async function take({ kind, who, number }: Step): Promise<unknown> {
  const bookingId = `${who}-${number}`;
  const release = { bookingId, revision: 1, clientId: who, reason: 'random' };
  const told = consultationOf(who, bookingId);
  switch (kind) {
    case 'pay':
      return stack.publish(PaymentSucceeded, paymentOf(who, `TXN-${who}-${number}`));
    case 'reserve':
      return scheduling.reserve(client(who), { ...reserveRequest(who, bookingId), deadlineSeconds: 2 });
    case 'release':
      return scheduling.release(client(who), release);
    case 'forfeit':
      return scheduling.release(client(who), { ...release, forfeit: true });
    case 'scheduled':
      return stack.publish(ConsultationScheduled, told);
    case 'completed': {
      const when = { actualStart: told.scheduledStart, actualEnd: told.scheduledEnd };
      return stack.publish(ConsultationCompleted, { ...told, ...when, overallStatus: 'successful', autoClosed: false });
    }
    case 'cancelled':
      return stack.publish(ConsultationCancelled, { ...told, by: 'client', reason: '', creditEffect: 'return' });
  }
}

test(`whatever comes, in whatever order, on two replicas: the books agree with the ledger (seed ${SEED})`, async () => {
  const [steps] = fc.sample(fc.array(step, { minLength: STEPS, maxLength: STEPS }), { seed: SEED, numRuns: 1 });
  if (steps === undefined) throw new Error('fast-check gave no sample');
  for (let next = 0; next < steps.length; next += AT_ONCE) {
    const outcomes = await Promise.allSettled(steps.slice(next, next + AT_ONCE).map(take));
    for (const outcome of outcomes)
      if (outcome.status === 'rejected')
        expect(['credits_required', 'invalid_transition']).toContain(
          isAppError(outcome.reason) ? outcome.reason.code : outcome.reason,
        );
    expect(await differencesOf(stack)).toEqual([]);
  }
  await eventually(
    async () => {
      const accounts = await stack.accounts.find({ tenantId: '100001' }).lean();
      expect(accounts).toHaveLength(CLIENTS.length);
      for (const account of accounts) {
        expect(account).toMatchObject({ pending: [], outbox: [] });
        // Nothing stays reserved: whatever no event has confirmed is fenced.
        for (const lot of Object.values(account.lots)) expect(lot.reserved).toBe(0);
      }
    },
    { withinMs: 20_000 },
  );
  expect(await differencesOf(stack)).toEqual([]);
  const paid = new Set(steps.filter(({ kind }) => kind === 'pay').map(({ who, number }) => `${who}/${number}`));
  const lots = await Promise.all(CLIENTS.map((who) => gateway.getBalance(client(who), { clientId: '' })));
  expect(lots.flatMap(({ credits }) => credits)).toHaveLength(paid.size);
});
