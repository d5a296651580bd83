import { DEFAULT_POLICIES } from '@consult/contracts/events/identity';
import { fixedClock } from '@consult/runtime/clock';
import { createGrpcClient } from '@consult/runtime/grpc-client';
import { createLogger } from '@consult/runtime/logger';
import { testCaller } from '@consult/testing/call';
import { testConfig } from '@consult/testing/config';
import mongoose, { type Connection } from 'mongoose';
import { createApp } from '../../services/scheduling/src/app.ts';
import { emptyAvailability, WEEKDAYS } from '../../services/scheduling/src/domain/availability.ts';
import { NO_FIGURES } from '../../services/scheduling/src/domain/consultant.ts';
import { atMost, type Report } from './report.ts';
import { closedLoop, median, medianRound, type Round } from './rounds.ts';

const TENANT = '100001';
const CONSULTANT = 'mike';
const START = '2025-01-01T09:00:00Z';
const FIRST_MINUTE = Date.parse('2025-01-06T00:00:00Z') / 60_000;
const DAY_MINUTES = 1_440;
/** As long a time as one question may ask for. */
const DAYS = 62;
const BOOKINGS = [200, 2_000] as const;
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 5);
const ROUND_MS = 1_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
/** What a search has to look around its range for: before it the longest session with its buffer and the wanted one's; after it the wanted hour and the buffers of both. */
const REACH_BEFORE_MS = 36 * HOUR_MS;
const REACH_AFTER_MS = 25 * HOUR_MS;

/** Slots over gRPC, with everything the service reads for them, beside the one read nobody can do without. */
export async function slotReads(namespace: string, progress: (text: string) => void): Promise<Report> {
  const config = { ...testConfig({ namespace }), RESERVATION_DEADLINE_SECONDS: 60 };
  const nowhere = { CREDITS_GRPC_URL: '127.0.0.1:1', IDENTITY_GRPC_URL: '127.0.0.1:1' };
  const logger = createLogger({ service: 'scheduling', level: 'silent' });
  const app = await createApp({ ...config, ...nowhere }, { logger, clock: fixedClock(START) });
  await app.start();
  const dbName = `${namespace}_scheduling`;
  const database = await mongoose.createConnection(config.MONGODB_URI, { dbName }).asPromise();
  const scheduling = createGrpcClient('scheduling', {
    url: `127.0.0.1:${app.grpcPort}`,
    callTokenSecret: config.CALL_TOKEN_SECRET,
    from: 'gateway',
    deadlineMs: 10_000,
  });
  try {
    await fill(database);
    const rows: (string | number)[][] = [];
    const ratios: number[] = [];
    for (const count of BOOKINGS) {
      const consultantId = `${CONSULTANT}-${count}`;
      const from = new Date(FIRST_MINUTE * MINUTE_MS);
      const to = new Date((FIRST_MINUTE + DAYS * DAY_MINUTES) * MINUTE_MS);
      const caller = testCaller({ tenantId: TENANT, userId: 'anybody', roles: ['admin'] });
      const question = { consultantId, from: from.toISOString(), to: to.toISOString(), duration: 60 };
      const operations = {
        bare: () => bareRead(database, consultantId, from, to),
        ours: () => scheduling.findSlots(caller, question),
      };
      const found = (await operations.ours()).startMinutes.length;
      const rounds: Record<keyof typeof operations, Round[]> = { bare: [], ours: [] };
      for (let round = 0; round <= ROUNDS; round += 1)
        for (const name of ['bare', 'ours'] as const) {
          const result = await closedLoop(1, round === 0 ? ROUND_MS / 3 : ROUND_MS, operations[name]);
          if (round > 0) rounds[name].push(result);
        }
      progress(`slots over gRPC, ${count} bookings`);
      const [bare, ours] = [medianRound(rounds.bare), medianRound(rounds.ours)];
      const ratio = median(rounds.ours.map(({ p50Ms }, at) => p50Ms / (rounds.bare[at]?.p50Ms ?? Number.NaN)));
      ratios.push(ratio);
      rows.push([`${count} bookings, ${found} slots`, bare.p50Ms, bare.p99Ms, ours.p50Ms, ours.p99Ms, ratio]);
    }
    return {
      tables: [
        {
          title: `Slots of ${DAYS} days over gRPC with the database, beside the bare indexed read (ms, one at a time)`,
          columns: ['', 'read p50', 'read p99', 'slots p50', 'slots p99', 'ratio of p50'],
          rows,
        },
      ],
      bars: BOOKINGS.map((count, at) =>
        atMost(`slots over gRPC: × the bare indexed read, ${count} bookings`, ratios[at] ?? Number.NaN, 2),
      ),
    };
  } finally {
    scheduling.close();
    await database.close();
    await app.stop();
  }
}

/** The bookings around the range by the index that finds them, and only what a sweep needs of them. */
async function bareRead(database: Connection, consultantId: string, from: Date, to: Date): Promise<unknown> {
  const scheduledStart = {
    $gt: new Date(from.getTime() - REACH_BEFORE_MS),
    $lt: new Date(to.getTime() + REACH_AFTER_MS),
  };
  return database
    .collection('consultations')
    .find({ tenantId: TENANT, consultantId, active: true, scheduledStart })
    .project({ _id: 0, busyFrom: 1, busyTo: 1 })
    .sort({ scheduledStart: 1 })
    .toArray();
}

interface Stored extends Record<string, unknown> {
  _id: string;
}

/** Two consultants who work round the clock, each with so many quarters of an hour taken. */
async function fill(database: Connection): Promise<void> {
  await database.collection<Stored>('tenants').insertOne({
    _id: TENANT,
    tenantId: TENANT,
    timezone: 'UTC',
    policies: { ...DEFAULT_POLICIES, horizonDays: 3_650 },
    version: 1,
  });
  for (const count of BOOKINGS) {
    const _id = `${CONSULTANT}-${count}`;
    const weekly = WEEKDAYS.slice(0, 5).map((weekday) => ({ weekday, hours: [{ from: '09:00', to: '17:00' }] }));
    const profile = { name: 'Mike', headline: '', expertise: [], languages: [], sessionTypes: [], photoUrl: '' };
    const state = { active: true, roleLost: false, figures: NO_FIGURES, version: 1 };
    await database.collection<Stored>('consultants').insertOne({
      _id,
      tenantId: TENANT,
      timezone: 'America/New_York',
      ...profile,
      ...state,
      availability: { ...emptyAvailability('America/New_York'), weekly },
    });
    await database.collection<Stored>('consultations').insertMany(bookings(_id, count));
  }
}

function bookings(consultantId: string, count: number) {
  const taken = new Set<number>();
  const quarters = (DAYS * DAY_MINUTES) / 15;
  for (let seed = 1; taken.size < count; seed = (seed * 48_271) % 2_147_483_647) taken.add(seed % quarters);
  return [...taken].map((quarter) => {
    const start = FIRST_MINUTE + quarter * 15;
    const cells = [0, 1, 2].map((cell) => start / 5 + cell);
    return {
      _id: `${consultantId}-${quarter}`,
      tenantId: TENANT,
      consultationId: `CONS-${consultantId}-${quarter}`,
      clientId: `client-of-${consultantId}-${quarter}`,
      consultantId,
      version: 1,
      revision: 1,
      active: true,
      consultantCells: cells,
      clientCells: cells,
      busyFrom: start,
      busyTo: start + 15,
      status: { current: 'scheduled' },
      outbox: [],
      scheduledStart: new Date(start * MINUTE_MS),
      scheduledEnd: new Date((start + 15) * MINUTE_MS),
    };
  });
}
