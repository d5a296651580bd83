import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PaymentSucceeded } from '@consult/contracts/events/billing';
import { ConsultationRescheduled, ConsultationScheduled } from '@consult/contracts/events/scheduling';
import type { GrpcClient } from '@consult/runtime/grpc-client';
import { eventually } from '@consult/testing/eventually';
import { accountOf, countersOf, movementsOf } from '../support/books.ts';
import {
  consultationOf,
  packageOf,
  paymentOf,
  rescheduledOf,
  rescheduleRequest,
  reserveRequest,
} from '../support/events.ts';
import type { Fakes } from '../support/fakes.ts';
import { client, differencesOf, type Stack, startStack } from '../support/service.ts';

let stack: Stack;
let scheduling: GrpcClient<'credits'>;
beforeAll(async () => {
  stack = await startStack();
  scheduling = stack.from('scheduling');
});
afterAll(async () => {
  expect(await differencesOf(stack)).toEqual([]);
  await stack.stop();
});

type Told = Exclude<Parameters<Fakes['bookings']['set']>[1], string>;

/** Five credits, each good for an hour; a session of an hour that stands at revision 1. */
async function standing(clientId: string): Promise<void> {
  const bought = packageOf({ total: 5, duration: { minutes: 60 }, chargeByDuration: true });
  await stack.publish(PaymentSucceeded, paymentOf(clientId, `TXN-${clientId}`, { package: bought }));
  await eventually(async () => expect(await countersOf(stack, clientId)).toMatchObject([{ remaining: 5 }]));
  await scheduling.reserve(client(clientId), reserveRequest(clientId, clientId));
  await stack.publish(ConsultationScheduled, consultationOf(clientId, clientId));
  await eventually(async () => expect(await countersOf(stack, clientId)).toMatchObject([{ remaining: 4, held: 1 }]));
}

/** Asks for a move to two hours whose event never comes; the deadline passes within a second. */
async function moveThatIsNeverTold(clientId: string, revision = 2): Promise<void> {
  const request = { ...rescheduleRequest(clientId, clientId, revision), durationMinutes: 120, deadlineSeconds: 1 };
  await scheduling.reserve(client(clientId), request);
}

async function stepsOf(clientId: string): Promise<string[]> {
  const movements = await movementsOf(stack, clientId);
  const ofBooking = movements.filter(({ revision }) => revision > 0);
  return ofBooking.map(({ kind, revision, credits }) => `${kind} ${revision}: ${credits}`);
}
async function settledAs(clientId: string, ...steps: string[]): Promise<void> {
  const first = ['reserved 1: 1', 'held 1: 1', 'reserved 2: 1'];
  await eventually(async () => expect(await stepsOf(clientId)).toEqual([...first, ...steps]));
  expect(await accountOf(stack, clientId)).not.toHaveProperty('fenceAt');
}

describe('a move past its deadline', () => {
  test('that never came: what it took is given back, and the session before it stands with its credit', async () => {
    await standing('ann');
    await moveThatIsNeverTold('ann');
    await settledAs('ann', 'released 2: 1');
    expect(await countersOf(stack, 'ann')).toMatchObject([{ remaining: 4, reserved: 0, held: 1 }]);
    expect(Object.keys((await accountOf(stack, 'ann')).bookings)).toEqual(['ann:1']);
    // It may be moved again, under the next revision only.
    await expect(scheduling.reserve(client('ann'), rescheduleRequest('ann', 'ann'))).rejects.toMatchObject({
      code: 'idempotency_key_reused',
    });
    const again = { ...rescheduleRequest('ann', 'ann', 3), predecessorRevision: 1 };
    expect(await scheduling.reserve(client('ann'), again)).toMatchObject({
      revision: 3,
      credits: 1,
      availableAfter: 4,
    });
  });

  // What scheduling answers, the steps that follow, and where the credits are. All at once: each waits for its deadline.
  const answers: [Told, string[], object][] = [
    [{ state: 'standing', revision: 2 }, ['moved 1: 1', 'held 2: 1'], { remaining: 3, held: 2 }],
    [{ state: 'completed', revision: 2 }, ['moved 1: 1', 'held 2: 1', 'used 2: 2'], { remaining: 3, used: 2 }],
    [{ state: 'used', revision: 2 }, ['moved 1: 1', 'held 2: 1', 'used 2: 2'], { remaining: 3, used: 2 }],
    [{ state: 'released', revision: 2 }, ['moved 1: 1', 'held 2: 1', 'released 2: 2'], { remaining: 5 }],
  ];
  test('that stands, took place, is forfeited or was given up is settled as such', async () => {
    const nothing = { remaining: 0, reserved: 0, held: 0, used: 0, expired: 0, revoked: 0 };
    const settle = async ([told, steps, counters]: (typeof answers)[number]) => {
      const clientId = `bob-${told.state}`;
      stack.fakes.bookings.set(clientId, told);
      await standing(clientId);
      await moveThatIsNeverTold(clientId);
      await settledAs(clientId, ...steps);
      expect([clientId, await countersOf(stack, clientId)]).toEqual([
        clientId,
        [{ added: 5, ...nothing, ...counters }],
      ]);
      const { lifetime } = await accountOf(stack, clientId);
      expect(lifetime.totalConsultations).toBe(told.state === 'completed' ? 1 : 0);
    };
    await Promise.all(answers.map(settle));
  });

  test('whose session was moved on meanwhile: the later revision is settled, which ends this one', async () => {
    const settle = async (state: 'released' | 'used' | 'completed') => {
      const clientId = `cid-${state}`;
      stack.fakes.bookings.set(clientId, 'away');
      await standing(clientId);
      await moveThatIsNeverTold(clientId, 2);
      const third = { ...rescheduleRequest(clientId, clientId, 3), durationMinutes: 120 };
      await scheduling.reserve(client(clientId), { ...third, deadlineSeconds: 1 });
      stack.fakes.bookings.set(clientId, { state, revision: 3 });
      const end = state === 'released' ? 'released 3: 2' : 'used 3: 2';
      await settledAs(clientId, 'moved 1: 1', 'held 2: 1', 'reserved 3: 0', 'moved 2: 2', 'held 3: 0', end);
      const left = state === 'released' ? { remaining: 5, used: 0 } : { remaining: 3, used: 2 };
      expect(await countersOf(stack, clientId)).toMatchObject([{ reserved: 0, held: 0, ...left }]);
      expect((await accountOf(stack, clientId)).bookings).toEqual({});
    };
    await Promise.all((['released', 'used', 'completed'] as const).map(settle));
  });

  test('of which scheduling tells nothing stays reserved beside the session, and is asked for again', async () => {
    stack.fakes.bookings.set('dot', 'away');
    await standing('dot');
    await moveThatIsNeverTold('dot');
    const asked = () => stack.fakes.fences.filter((bookingId) => bookingId === 'dot').length;
    await eventually(() => expect(asked()).toBeGreaterThan(2));
    expect(await countersOf(stack, 'dot')).toMatchObject([{ remaining: 3, reserved: 1, held: 1 }]);
    stack.fakes.bookings.set('dot', { state: 'standing', revision: 2 });
    await settledAs('dot', 'moved 1: 1', 'held 2: 1');
    expect(await countersOf(stack, 'dot')).toMatchObject([{ remaining: 3, reserved: 0, held: 2 }]);
  });
});

test('a move that failed unheard beside a later one of the same session: what it took is given back', async () => {
  // Its release was lost, so the session was moved under another revision that goes on from the first one, too.
  const settle = async (state: 'standing' | 'completed' | 'used' | 'released') => {
    const clientId = `fil-${state}`;
    stack.fakes.bookings.set(clientId, { state, revision: 3 });
    await standing(clientId);
    await moveThatIsNeverTold(clientId, 2);
    const third = { ...rescheduleRequest(clientId, clientId, 3), durationMinutes: 120, predecessorRevision: 1 };
    await scheduling.reserve(client(clientId), third);
    await stack.publish(ConsultationRescheduled, rescheduledOf(clientId, clientId, 3));
    const end = { standing: { held: 2 }, completed: { used: 2 }, used: { used: 2 }, released: { remaining: 5 } }[state];
    const counters = { added: 5, remaining: 3, reserved: 0, held: 0, used: 0, expired: 0, revoked: 0, ...end };
    await eventually(async () => expect([state, await countersOf(stack, clientId)]).toEqual([state, [counters]]));
    const open = state === 'standing' ? [`${clientId}:3`] : [];
    expect(Object.keys((await accountOf(stack, clientId)).bookings)).toEqual(open);
    expect(await accountOf(stack, clientId)).not.toHaveProperty('fenceAt');
  };
  await Promise.all((['standing', 'completed', 'used', 'released'] as const).map(settle));
});

test('a first reservation whose session was moved on before its deadline ends with the move', async () => {
  const clientId = 'eve';
  const bought = packageOf({ total: 5, duration: { minutes: 60 }, chargeByDuration: true });
  await stack.publish(PaymentSucceeded, paymentOf(clientId, `TXN-${clientId}`, { package: bought }));
  await eventually(async () => expect(await countersOf(stack, clientId)).toMatchObject([{ remaining: 5 }]));
  stack.fakes.bookings.set(clientId, { state: 'standing', revision: 2 });
  await scheduling.reserve(client(clientId), reserveRequest(clientId, clientId));
  await moveThatIsNeverTold(clientId);
  await settledAs(clientId, 'moved 1: 1', 'held 2: 1');
  expect(await countersOf(stack, clientId)).toMatchObject([{ remaining: 3, reserved: 0, held: 2 }]);
});
