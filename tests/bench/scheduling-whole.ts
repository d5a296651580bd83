import { addressOf } from '@consult/testing/environment';
import mongoose from 'mongoose';
import type { AccountDocument } from '../../services/credits/src/store/account-document.ts';
import type { ConsultationDocument } from '../../services/scheduling/src/store/consultation-document.ts';
import { atLeast, type Report } from './report.ts';
import { closedLoop, median, medianRound, type Round } from './rounds.ts';
import { type HttpBooker, startHttpBooker } from './scheduling-http.ts';
import { startRawBooking } from './scheduling-peers.ts';
import { freeHours } from './scheduling-service.ts';

const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 5);
const ROUND_MS = 3_000;
const LANES = [1, 16, 64] as const;

/** Books over HTTP: gateway, scheduling, credits, notification and the mailbox, each a process, beside the two raw writes. */
export async function whole(namespace: string, progress: (text: string) => void): Promise<Report> {
  progress('the whole system starts');
  const system = await startHttpBooker();
  const rounds = new Map<string, Round[]>();
  try {
    await system.book();
    await system.settled();
    const { accounts, pattern } = await documentsOf(system);
    const limit = await startRawBooking(namespace, accounts, pattern);
    const clients = accounts.map(({ clientId }) => clientId);
    const nextHour = freeHours(clients, ['consultant-1', 'consultant-2', 'consultant-3', 'consultant-4']);
    try {
      for (const lanes of LANES)
        for (let round = 0; round <= ROUNDS; round += 1) {
          const durationMs = round === 0 ? ROUND_MS / 3 : ROUND_MS;
          const results = {
            limit: await closedLoop(lanes, durationMs, () => limit.book(nextHour())),
            http: await closedLoop(lanes, durationMs, () => system.book()),
          };
          // The mails of this round are not to disturb the next one.
          await system.settled();
          for (const [name, result] of Object.entries(results)) {
            const key = `${name} ${lanes}`;
            if (round > 0) rounds.set(key, [...(rounds.get(key) ?? []), result]);
            progress(`${key} round ${round}: ${Math.round(result.opsPerSecond)}/s`);
          }
        }
    } finally {
      await limit.stop();
    }
  } finally {
    await system.stop();
  }
  return reportOf(rounds);
}

/** What the system keeps of its clients and of a booking: the limit writes the same. */
async function documentsOf({
  namespace,
}: HttpBooker): Promise<{ accounts: AccountDocument[]; pattern: ConsultationDocument }> {
  const connection = await mongoose.createConnection(addressOf('MONGODB_URI')).asPromise();
  try {
    const client = connection.getClient();
    const accounts = client.db(`${namespace}_credits`).collection<AccountDocument>('accounts');
    const consultations = client.db(`${namespace}_scheduling`).collection<ConsultationDocument>('consultations');
    const pattern = await consultations.findOne({});
    if (pattern === null) throw new Error('nothing was booked');
    return { accounts: await accounts.find({}).toArray(), pattern };
  } finally {
    await connection.close();
  }
}

function reportOf(rounds: Map<string, Round[]>): Report {
  const of = (name: string, lanes: number) => rounds.get(`${name} ${lanes}`) ?? [];
  const ratio = (lanes: number) =>
    median(
      of('http', lanes).map(({ opsPerSecond }, index) => opsPerSecond / (of('limit', lanes)[index]?.opsPerSecond ?? 0)),
    );
  const rows = LANES.map((lanes) => {
    const [http, limit] = [medianRound(of('http', lanes)), medianRound(of('limit', lanes))];
    return [`${lanes} at once`, http.opsPerSecond, http.p50Ms, http.p99Ms, limit.opsPerSecond, ratio(lanes)];
  });
  return {
    tables: [
      {
        title: `Book over HTTP, the whole system on this machine (per second, ms; median of ${ROUNDS} rounds)`,
        columns: ['', 'bookings/s', 'p50', 'p99', 'limit/s', '× limit'],
        rows,
        note: '  Seven services, the mailbox, MongoDB, RabbitMQ and the load share the machine; the mails of a booking are sent meanwhile.',
      },
    ],
    bars: [atLeast('over HTTP × limit, 64 at once', ratio(64), 0.35)],
  };
}
