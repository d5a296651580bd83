import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PaymentSucceeded } from '@consult/contracts/events/billing';
import {
  ConsultationCancelled,
  ConsultationCompleted,
  ConsultationRescheduled,
  ConsultationScheduled,
} from '@consult/contracts/events/scheduling';
import type { GrpcClient } from '@consult/runtime/grpc-client';
import { eventually } from '@consult/testing/eventually';
import { countersOf, movementsOf } from '../support/books.ts';
import {
  consultationOf,
  packageOf,
  paymentOf,
  rescheduledOf,
  rescheduleRequest,
  reserveRequest,
} from '../support/events.ts';
import { client, differencesOf, type Stack, startStack } from '../support/service.ts';

let stack: Stack;
let scheduling: GrpcClient<'credits'>;
/** Steps of each client's bookings at the end of its test: nothing that came again later may have changed them. */
const ends = new Map<string, string[]>();
beforeAll(async () => {
  stack = await startStack();
  scheduling = stack.from('scheduling');
});
afterAll(async () => {
  for (const [clientId, steps] of ends) expect([clientId, await stepsOf(clientId)]).toEqual([clientId, steps]);
  expect(await differencesOf(stack)).toEqual([]);
  await stack.stop();
});

async function stepsOf(clientId: string): Promise<string[]> {
  const movements = await movementsOf(stack, clientId);
  return movements.filter(({ revision }) => revision > 0).map(({ kind, revision }) => `${kind} ${revision}`);
}

/** Three credits, and a session that is reserved at revision 1. */
async function booked(clientId: string): Promise<void> {
  await stack.publish(PaymentSucceeded, paymentOf(clientId, `TXN-${clientId}`));
  await eventually(async () => expect(await countersOf(stack, clientId)).toMatchObject([{ remaining: 3 }]));
  await scheduling.reserve(client(clientId), reserveRequest(clientId, clientId));
}

const reserveAgain = (clientId: string, revision = 2) =>
  scheduling.reserve(client(clientId), rescheduleRequest(clientId, clientId, revision));
const scheduled = (clientId: string) => stack.publish(ConsultationScheduled, consultationOf(clientId, clientId));
const moved = (clientId: string, revision = 2) =>
  stack.publish(ConsultationRescheduled, rescheduledOf(clientId, clientId, revision));
const at = (clientId: string, revision: number) => ({ ...consultationOf(clientId, clientId), revision });
const cancelled = (clientId: string, revision: number) =>
  stack.publish(ConsultationCancelled, {
    ...at(clientId, revision),
    by: 'client',
    reason: 'ill',
    creditEffect: 'return',
  });
const completed = (clientId: string, revision: number) => {
  const told = at(clientId, revision);
  const when = { actualStart: told.scheduledStart, actualEnd: told.scheduledEnd };
  return stack.publish(ConsultationCompleted, { ...told, ...when, overallStatus: 'successful', autoClosed: false });
};

async function ended(clientId: string, ...steps: string[]): Promise<void> {
  await eventually(async () => expect(await stepsOf(clientId)).toEqual(steps));
  ends.set(clientId, steps);
}
const held = { remaining: 2, reserved: 0, held: 1, used: 0 };
const free = { remaining: 3, reserved: 0, held: 0, used: 0 };

describe('a session that is moved', () => {
  test('takes its credit along, in order', async () => {
    await booked('ann');
    await scheduled('ann');
    await ended('ann', 'reserved 1', 'held 1');
    expect(await reserveAgain('ann')).toMatchObject({ revision: 2, credits: 1, availableAfter: 2 });
    await moved('ann');
    await ended('ann', 'reserved 1', 'held 1', 'reserved 2', 'moved 1', 'held 2');
    await Promise.all([moved('ann'), scheduled('ann'), moved('ann')]);
    expect(await countersOf(stack, 'ann')).toMatchObject([held]);
  });

  test('before it was told as scheduled ends the same: asking for the move says that it stands', async () => {
    await booked('bob');
    await reserveAgain('bob');
    await moved('bob');
    await ended('bob', 'reserved 1', 'held 1', 'reserved 2', 'moved 1', 'held 2');
    await Promise.all([scheduled('bob'), moved('bob'), scheduled('bob')]);
    expect(await countersOf(stack, 'bob')).toMatchObject([held]);
  });

  test('twice, the second move told before the first: it is held under the last one', async () => {
    await booked('cid');
    await reserveAgain('cid', 2);
    await reserveAgain('cid', 3);
    await moved('cid', 3);
    const steps = ['reserved 1', 'held 1', 'reserved 2', 'moved 1', 'held 2', 'reserved 3', 'moved 2', 'held 3'];
    await ended('cid', ...steps);
    await Promise.all([moved('cid', 2), scheduled('cid'), moved('cid', 3)]);
    expect(await countersOf(stack, 'cid')).toMatchObject([held]);
  });

  test('and cancelled, told as cancelled before it is told as moved or scheduled: its credit is back once', async () => {
    await booked('dot');
    await reserveAgain('dot');
    await cancelled('dot', 2);
    await ended('dot', 'reserved 1', 'held 1', 'reserved 2', 'moved 1', 'held 2', 'released 2');
    await Promise.all([moved('dot'), scheduled('dot'), cancelled('dot', 2)]);
    expect(await countersOf(stack, 'dot')).toMatchObject([free]);
  });

  test('and completed, told as completed first: its credit is used once', async () => {
    await booked('eve');
    await reserveAgain('eve');
    await completed('eve', 2);
    await ended('eve', 'reserved 1', 'held 1', 'reserved 2', 'moved 1', 'held 2', 'used 2');
    await Promise.all([moved('eve'), scheduled('eve'), completed('eve', 2)]);
    expect(await countersOf(stack, 'eve')).toMatchObject([{ remaining: 2, used: 1, held: 0 }]);
  });

  test('in vain, because it was cancelled meanwhile: told twice and in any order its credit is back', async () => {
    await booked('fil');
    await reserveAgain('fil');
    await cancelled('fil', 1);
    await ended('fil', 'reserved 1', 'held 1', 'reserved 2', 'released 1');
    const release = { bookingId: 'fil', revision: 2, clientId: 'fil', reason: 'conflict', stood: false };
    expect(await scheduling.release(client('fil'), release)).toEqual({ outcome: 'released', credits: 0 });
    await ended('fil', 'reserved 1', 'held 1', 'reserved 2', 'released 1', 'released 2');
    await Promise.all([scheduled('fil'), cancelled('fil', 1)]);
    expect(await scheduling.release(client('fil'), release)).toEqual({ outcome: 'released', credits: 0 });
    expect(await countersOf(stack, 'fil')).toMatchObject([free]);
  });
});

test('a session cancelled before it is told as scheduled has its credit back once', async () => {
  await booked('gil');
  await cancelled('gil', 1);
  await ended('gil', 'reserved 1', 'released 1');
  await Promise.all([scheduled('gil'), cancelled('gil', 1)]);
  expect(await countersOf(stack, 'gil')).toMatchObject([free]);
});

test('what a shorter session leaves over comes back to its expired lot, and lives seven days more', async () => {
  const sold = packageOf({ chargeByDuration: true, duration: { minutes: 60 }, expiresAfterDays: 5 });
  await stack.publish(PaymentSucceeded, paymentOf('hal', 'TXN-hal', { package: sold }));
  await eventually(async () => expect(await countersOf(stack, 'hal')).toMatchObject([{ remaining: 3 }]));
  await scheduling.reserve(client('hal'), { ...reserveRequest('hal', 'hal'), durationMinutes: 180 });
  stack.clock.set('2025-01-08T09:00:00.000Z');
  await scheduling.reserve(client('hal'), { ...rescheduleRequest('hal', 'hal'), durationMinutes: 120 });
  await moved('hal');
  await eventually(async () => expect(await countersOf(stack, 'hal')).toMatchObject([{ remaining: 1, held: 2 }]));
  const back = (await movementsOf(stack, 'hal')).find(({ kind }) => kind === 'released');
  expect(back).toMatchObject({ revision: 1, credits: 1, graceUntil: new Date('2025-01-15T09:00:00.000Z') });
});
