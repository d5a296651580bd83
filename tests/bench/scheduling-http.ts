import { dataOf } from '../support/api.ts';
import { inParallel } from '../support/parallel.ts';
import {
  advanceTo,
  createTenant,
  freshKey,
  type Person,
  registerClient,
  startWorld,
  type Tenant,
  type World,
} from '../support/world.ts';

/** With the 500 open bookings each of them may have, enough for all rounds on any machine. */
const CLIENTS = 240;
/** Fewer than clients: in no hour is one client asked to be in two places. */
const CONSULTANTS = 20;
const CREDITS = 100_000;
const SETUP_LANES = 4;
const HOUR_MS = 3_600_000;
const START = '2025-01-01T09:00:00Z';
const FIRST_HOUR = Date.parse('2025-01-02T00:00:00Z');
const ALL_DAY = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].map((weekday) => ({
  weekday,
  hours: [{ from: '00:00', to: '24:00' }],
}));

/** The whole system as processes of its own, and a door to book through. */
export interface HttpBooker {
  namespace: string;
  /** Books an hour nobody has yet, for the clients in turn; all processes take part. */
  book(): Promise<void>;
  /** Waits until every event has had its effects, mails included. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

export async function startHttpBooker(): Promise<HttpBooker> {
  const world = await startWorld({ clockStart: START });
  try {
    const tenant = await createTenant(world, 'bench');
    const consultants = await inParallel([...Array(CONSULTANTS).keys()], SETUP_LANES, (at) =>
      addRoundTheClock(tenant, at),
    );
    const clients = await inParallel([...Array(CLIENTS).keys()], SETUP_LANES, (at) => addFunded(world, tenant, at));
    let turns = 0;
    let minutes = 0;
    return {
      namespace: world.stack.namespace,
      async book() {
        const turn = turns;
        turns += 1;
        const client = clients[turn % CLIENTS];
        if (client === undefined) throw new Error('there are no clients');
        const hour = Math.floor(turn / CONSULTANTS);
        const session = {
          consultantId: consultants[turn % CONSULTANTS],
          title: 'Benchmark',
          type: 'advisory',
          scheduledStart: new Date(FIRST_HOUR + hour * HOUR_MS).toISOString(),
          durationMinutes: 60,
        };
        dataOf(await client.api.post('/api/consultations', session, freshKey()), 201);
      },
      async settled() {
        minutes += 1;
        await advanceTo(world, new Date(Date.parse(START) + minutes * 60_000).toISOString());
      },
      stop: () => world.stop(),
    };
  } catch (error) {
    await world.stop();
    throw error;
  }
}

async function addRoundTheClock({ admin }: Tenant, at: number): Promise<string> {
  const person = { name: `Consultant ${at}`, email: `consultant-${at}@bench.test`, timezone: 'UTC' };
  const { consultantId } = dataOf<{ consultantId: string }>(
    await admin.api.post('/api/admin/consultants', person),
    201,
  );
  const url = `/api/consultants/${consultantId}/availability`;
  const { version } = dataOf<{ version: number }>(await admin.api.get(url));
  dataOf(await admin.api.put(url, { timezone: 'UTC', weekly: ALL_DAY }, version));
  return consultantId;
}

async function addFunded(world: World, { slug, admin }: Tenant, at: number): Promise<Person> {
  const client = await registerClient(world, slug, `Client ${at}`, `client-${at}@bench.test`);
  const grant = { credits: CREDITS, reason: 'benchmark' };
  dataOf(await admin.api.post(`/api/admin/clients/${client.userId}/credits/grant`, grant, freshKey()));
  return client;
}
