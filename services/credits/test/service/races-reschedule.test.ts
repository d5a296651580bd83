import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PaymentSucceeded } from '@consult/contracts/events/billing';
import { ConsultationRescheduled, ConsultationScheduled } from '@consult/contracts/events/scheduling';
import type { GrpcClient } from '@consult/runtime/grpc-client';
import { eventually } from '@consult/testing/eventually';
import { atOnce } from '@consult/testing/at-once';
import { countersOf, movementsOf } from '../support/books.ts';
import {
  consultationOf,
  packageOf,
  paymentOf,
  rescheduledOf,
  rescheduleRequest,
  reserveRequest,
} from '../support/events.ts';
import { ROUNDS, times } from '../support/races.ts';
import { client, differencesOf, type Stack, startStack } from '../support/service.ts';

/** Two of them can meet in either order: some of each, mostly. */
const rounds = times(5 * ROUNDS);

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

/** A client with five credits, each good for an hour, and a session of an hour that stands. */
async function standing(clientId: string): Promise<void> {
  const bought = packageOf({ total: 5, duration: { minutes: 60 }, chargeByDuration: true });
  await stack.publish(PaymentSucceeded, paymentOf(clientId, `TXN-${clientId}`, { package: bought }));
  await eventually(async () => expect(await countersOf(stack, clientId)).toMatchObject([{ remaining: 5 }]));
  await scheduling.reserve(client(clientId), reserveRequest(clientId, clientId));
  await stack.publish(ConsultationScheduled, consultationOf(clientId, clientId));
  await eventually(async () => expect(await countersOf(stack, clientId)).toMatchObject([{ remaining: 4, held: 1 }]));
}

/** To two hours, which are two credits. */
const move = (clientId: string, changes: object = {}) =>
  scheduling.reserve(client(clientId), { ...rescheduleRequest(clientId, clientId), durationMinutes: 120, ...changes });
const release = (clientId: string, revision: number, stood: boolean) =>
  scheduling.release(client(clientId), { bookingId: clientId, revision, clientId, reason: 'test', stood });

describe('a reschedule races', () => {
  test.each(rounds)(
    'the cancellation of what it moves: no credit is lost or given away, whoever is first',
    async (round) => {
      const clientId = `can-${round}`;
      await standing(clientId);
      const [moved, cancelled] = await Promise.all([
        atOnce([() => move(clientId)]),
        atOnce([() => release(clientId, 1, true)]),
      ]);
      expect(cancelled).toEqual({ won: [{ outcome: 'released', credits: 1 }], lost: [] });
      if (moved.won.length === 0) expect(moved.lost).toMatchObject([{ code: 'invalid_transition' }]);
      else expect(moved.won).toMatchObject([{ credits: 2, availableAfter: 3 }]);
      // What the move took itself, as long as it is not given up: one credit more than there was.
      const reserved = moved.won.length;
      expect(await countersOf(stack, clientId)).toMatchObject([{ remaining: 5 - reserved, reserved, held: 0 }]);
      expect(await differencesOf(stack)).toEqual([]);
      // Scheduling's version check let only one of the two through: the cancellation.
      await release(clientId, 2, false);
      expect(await countersOf(stack, clientId)).toMatchObject([
        { added: 5, remaining: 5, reserved: 0, held: 0, used: 0 },
      ]);
      await expect(move(clientId)).rejects.toMatchObject({ code: 'invalid_transition' });
    },
  );

  test.each(rounds)(
    'another one under the same revision: one of them is carried out, the other is told',
    async (round) => {
      const clientId = `two-${round}`;
      await standing(clientId);
      const other = { scheduledStart: '2025-01-20T09:00:00.000Z' };
      const { won, lost } = await atOnce([
        () => move(clientId),
        () => move(clientId, other),
        () => move(clientId),
        () => move(clientId, other),
      ]);
      expect(won).toHaveLength(2);
      expect(won[0]).toEqual(won[1]);
      expect(won[0]).toMatchObject({ revision: 2, credits: 2, availableAfter: 3 });
      expect(lost).toMatchObject([{ code: 'idempotency_key_reused' }, { code: 'idempotency_key_reused' }]);
      expect(await countersOf(stack, clientId)).toMatchObject([{ remaining: 3, reserved: 1, held: 1 }]);
      await Promise.all(times(3).map(() => stack.publish(ConsultationRescheduled, rescheduledOf(clientId, clientId))));
      await eventually(async () =>
        expect(await countersOf(stack, clientId)).toMatchObject([{ remaining: 3, reserved: 0, held: 2 }]),
      );
      expect((await movementsOf(stack, clientId)).map(({ kind, revision }) => `${kind} ${revision}`)).toEqual([
        'granted 0',
        'reserved 1',
        'held 1',
        'reserved 2',
        'moved 1',
        'held 2',
      ]);
    },
  );

  test.each(rounds)('its own event and its own failure: what it ends as is one of the two, whole', async (round) => {
    const clientId = `own-${round}`;
    await standing(clientId);
    await move(clientId);
    const told = stack.publish(ConsultationRescheduled, rescheduledOf(clientId, clientId));
    const [given] = await Promise.all([release(clientId, 2, false), told]);
    const [lot] = await countersOf(stack, clientId);
    // Given up first: the one before it stands. Held first: it has stood, and all of it comes back.
    const left = given.credits === 1 ? { remaining: 4, held: 1 } : { remaining: 5, held: 0 };
    expect(lot).toEqual({ added: 5, reserved: 0, used: 0, expired: 0, revoked: 0, ...left });
    expect(await differencesOf(stack)).toEqual([]);
  });
});
