import { PaymentRefunded, PaymentSucceeded } from '@consult/contracts/events/billing';
import {
  ConsultationCompleted,
  ConsultationRescheduled,
  ConsultationScheduled,
} from '@consult/contracts/events/scheduling';
import { eventually } from '@consult/testing/eventually';
import { expect } from '@jest/globals';
import { accountOf, kindsOf } from './books.ts';
import type { CrashWorld, Doors } from './crash.ts';
import {
  consultationOf,
  packageOf,
  paymentOf,
  refundOf,
  rescheduledOf,
  rescheduleRequest,
  reserveRequest,
} from './events.ts';
import { client } from './service.ts';

/** What a client has before the crash, what is going on when it comes, and what there is once after it. */
export interface Story {
  prepare?: (world: CrashWorld, clientId: string, doors: Doors) => Promise<void>;
  /** A message that the doomed service takes up, and its successor again if it has to. */
  message?: (world: CrashWorld, clientId: string) => Promise<void>;
  /** Or a call whose caller hears nothing, and asks again. */
  call?: (clientId: string, doors: Doors) => Promise<unknown>;
  answer?: object;
  kinds: readonly string[];
  counters: readonly object[];
  /** Names of events that have been told of it. */
  events: readonly string[];
}

/** The process has the machine's clock: a package of 60 days would have expired, and so would a session. */
const FAR = { expiresAfterDays: 36_500 };
const CALL_LASTS = { deadlineSeconds: 3_600 };

const pay = async (world: CrashWorld, clientId: string, transactionId = `TXN-${clientId}`, total = 3) =>
  world.publish(PaymentSucceeded, paymentOf(clientId, transactionId, { package: packageOf({ ...FAR, total }) }));
const until = (world: CrashWorld, clientId: string, kind: string, count = 1) =>
  eventually(async () => {
    const kinds = await kindsOf(world, clientId);
    expect(kinds.filter((one) => one === kind)).toHaveLength(count);
  });
async function paid(world: CrashWorld, clientId: string): Promise<void> {
  await pay(world, clientId);
  await until(world, clientId, 'granted');
}
async function reserved(world: CrashWorld, clientId: string, { scheduling }: Doors): Promise<void> {
  await paid(world, clientId);
  await scheduling.reserve(client(clientId), { ...reserveRequest(clientId, clientId), ...CALL_LASTS });
}
async function held(world: CrashWorld, clientId: string, doors: Doors): Promise<void> {
  await reserved(world, clientId, doors);
  await world.publish(ConsultationScheduled, consultationOf(clientId, clientId));
  await until(world, clientId, 'held');
}
const move = (clientId: string, { scheduling }: Doors) =>
  scheduling.reserve(client(clientId), { ...rescheduleRequest(clientId, clientId), ...CALL_LASTS });
const askRefund = (clientId: string, { billing }: Doors, transactionId: string) =>
  billing.revoke(client(clientId), {
    clientId,
    transactionId,
    refundId: `re-${transactionId}`,
    amountMinor: 29_700,
    allUnused: true,
    reason: '',
  });

const LOTS = 21;
const lotsOf = (clientId: string) => Array.from({ length: LOTS }, (_, index) => `TXN-${clientId}-${index}`);

export const STORIES = {
  grant: {
    message: (world, clientId) => pay(world, clientId),
    kinds: ['granted'],
    counters: [{ added: 3, remaining: 3 }],
    events: ['CreditsGranted'],
  },
  reserve: {
    prepare: paid,
    call: (clientId, { scheduling }) =>
      scheduling.reserve(client(clientId), { ...reserveRequest(clientId, clientId), ...CALL_LASTS }),
    answer: { credits: 1, availableAfter: 2 },
    kinds: ['granted', 'reserved'],
    counters: [{ remaining: 2, reserved: 1 }],
    events: ['CreditsReserved'],
  },
  hold: {
    prepare: reserved,
    message: (world, clientId) => world.publish(ConsultationScheduled, consultationOf(clientId, clientId)),
    kinds: ['granted', 'reserved', 'held'],
    counters: [{ remaining: 2, held: 1 }],
    events: [],
  },
  use: {
    prepare: held,
    async message(world, clientId) {
      const told = consultationOf(clientId, clientId);
      const when = { actualStart: told.scheduledStart, actualEnd: told.scheduledEnd };
      const how = { overallStatus: 'successful' as const, autoClosed: false };
      await world.publish(ConsultationCompleted, { ...told, ...when, ...how });
    },
    kinds: ['granted', 'reserved', 'held', 'used'],
    counters: [{ remaining: 2, used: 1 }],
    events: ['CreditsConsumed'],
  },
  move: {
    prepare: held,
    call: move,
    answer: { revision: 2, credits: 1, availableAfter: 2 },
    kinds: ['granted', 'reserved', 'held', 'reserved'],
    counters: [{ remaining: 2, held: 1 }],
    events: ['CreditsReserved'],
  },
  moved: {
    async prepare(world, clientId, doors) {
      await held(world, clientId, doors);
      await move(clientId, doors);
    },
    message: (world, clientId) => world.publish(ConsultationRescheduled, rescheduledOf(clientId, clientId)),
    kinds: ['granted', 'reserved', 'held', 'reserved', 'moved', 'held'],
    counters: [{ remaining: 2, held: 1 }],
    events: [],
  },
  revoke: {
    prepare: paid,
    call: (clientId, doors) => askRefund(clientId, doors, `TXN-${clientId}`),
    answer: { credits: 3 },
    kinds: ['granted', 'revoked'],
    counters: [{ remaining: 0, revoked: 3 }],
    events: ['CreditsRevoked'],
  },
  refund: {
    prepare: reserved,
    message: (world, clientId) => world.publish(PaymentRefunded, refundOf(clientId, `re-${clientId}`)),
    kinds: ['granted', 'reserved', 'revoked'],
    counters: [{ remaining: 0, reserved: 1, revoked: 2 }],
    events: ['CreditsRevoked'],
  },
  /** The last of so many lots is spent: the oldest goes into the archive. */
  archive: {
    async prepare(world, clientId, doors) {
      for (const transactionId of lotsOf(clientId)) await pay(world, clientId, transactionId, 1);
      await until(world, clientId, 'granted', LOTS);
      const refunds = lotsOf(clientId).slice(1);
      await Promise.all(refunds.map((transactionId) => askRefund(clientId, doors, transactionId)));
      expect(Object.keys((await accountOf(world, clientId)).lots)).toHaveLength(LOTS);
    },
    async message(world, clientId) {
      const all = { amountMinor: 29_700, refundedMinor: 29_700, revokes: 'all_unused' as const };
      const transactionId = `TXN-${clientId}-0`;
      await world.publish(PaymentRefunded, refundOf(clientId, `re-${transactionId}`, { transactionId, ...all }));
    },
    kinds: [...lotsOf('').map(() => 'granted'), ...lotsOf('').map(() => 'revoked')],
    counters: lotsOf('').map(() => ({ added: 1, remaining: 0, revoked: 1 })),
    events: ['CreditsRevoked'],
  },
} as const satisfies Record<string, Story>;
