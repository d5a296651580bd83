import { inParallel } from '../support/parallel.ts';
import { startGuardedInc, startMedici } from './credits-peers.ts';
import { startCredits, TENANT } from './credits-service.ts';
import { atLeast, type Report } from './report.ts';
import { closedLoop, median, medianRound, type Round } from './rounds.ts';

const CLIENTS = 1_000;
const CREDITS = 1_000_000;
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 5);
/** Long enough for what is put off to be part of it: movements go to the ledger after two seconds. */
const ROUND_MS = 3_000;
const SETUP_LANES = 64;
/** What each client has done before, on all sides. */
const EARLIER = 5;

type Contender = 'credits' | 'medici' | 'limit';
interface Case {
  where: 'many' | 'hot';
  lanes: number;
}
const CASES: readonly Case[] = [
  { where: 'many', lanes: 1 },
  { where: 'many', lanes: 16 },
  { where: 'many', lanes: 64 },
  { where: 'hot', lanes: 16 },
  { where: 'hot', lanes: 64 },
];

/** Takes a credit of one of a thousand clients, and of one and the same. */
export async function throughput(namespace: string, progress: (text: string) => void): Promise<Report> {
  const clients = Array.from({ length: CLIENTS }, (_, index) => `client-${index}`);
  progress(`${CLIENTS} clients buy`);
  const ours = await startCredits(namespace);
  await inParallel([...clients, 'hot'], SETUP_LANES, (clientId) => ours.grant(clientId, CREDITS));
  for (let time = 0; time < EARLIER; time += 1) {
    await inParallel(clients, SETUP_LANES, (clientId) => ours.reserve(clientId));
    await ours.useAll();
  }
  await ours.settled();
  const limit = await startGuardedInc(namespace, await ours.deps.accounts.find({ tenantId: TENANT }).lean());
  const medici = await startMedici(namespace, [...clients, 'hot'], EARLIER);
  let turn = 0;
  const someone = () => clients[(turn += 7) % CLIENTS] ?? '';

  const operations: Record<Contender, Record<Case['where'], () => Promise<unknown>>> = {
    // One operation on the hot client is a session from its reservation to its use, so that its open bookings stay few.
    credits: {
      many: () => ours.reserve(someone()),
      hot: async () => ours.use('hot', await ours.reserve('hot')),
    },
    medici: { many: () => medici.take(someone()), hot: () => medici.take('hot') },
    limit: { many: () => limit.take(someone()), hot: () => limit.take('hot') },
  };
  const rounds = new Map<string, Round[]>();
  try {
    for (const { where, lanes } of CASES)
      for (let round = 0; round <= ROUNDS; round += 1) {
        for (const contender of ['limit', 'credits', 'medici'] as const) {
          const result = await closedLoop(lanes, round === 0 ? ROUND_MS / 3 : ROUND_MS, operations[contender][where]);
          if (contender === 'credits') {
            await ours.useAll();
            await ours.settled();
          }
          const key = keyOf(contender, { where, lanes });
          if (round > 0) rounds.set(key, [...(rounds.get(key) ?? []), result]);
          progress(`${key} round ${round}: ${Math.round(result.opsPerSecond)}/s`);
        }
      }
  } finally {
    await medici.stop();
    await limit.stop();
    await ours.stop();
  }
  return reportOf(rounds);
}

function keyOf(contender: Contender, { where, lanes }: Case): string {
  return `${contender} ${where} ${lanes}`;
}

function reportOf(rounds: Map<string, Round[]>): Report {
  const of = (contender: Contender, one: Case) => rounds.get(keyOf(contender, one)) ?? [];
  /** Round by round, because what disturbs one round disturbs its neighbours too. */
  const ratio = (one: Case, to: Contender) =>
    median(of('credits', one).map(({ opsPerSecond }, index) => opsPerSecond / (of(to, one)[index]?.opsPerSecond ?? 0)));
  const rows = CASES.map((one) => {
    const [ours, limit, medici] = (['credits', 'limit', 'medici'] as const).map((name) => medianRound(of(name, one)));
    const label = `${one.where === 'hot' ? 'one client (reserve + use)' : `${CLIENTS} clients`}, ${one.lanes} at once`;
    if (!ours || !limit || !medici) throw new Error('a round is missing');
    return [
      label,
      ours.opsPerSecond,
      ours.p50Ms,
      ours.p99Ms,
      limit.opsPerSecond,
      medici.opsPerSecond,
      ratio(one, 'limit'),
      ratio(one, 'medici'),
    ];
  });
  const [, many16, many64, hot16, hot64] = CASES as [Case, Case, Case, Case, Case];
  return {
    tables: [
      {
        title: `Take one credit (operations per second, ms; median of ${ROUNDS} rounds, ratios paired by round)`,
        columns: ['', 'credits/s', 'p50', 'p99', '$inc limit/s', 'medici/s', '× limit', '× medici'],
        rows,
        note: '  On one client, ours counts a reservation and its use as one operation; medici and the limit take one credit.',
      },
    ],
    bars: [
      atLeast('× medici, 16 at once', ratio(many16, 'medici'), 10),
      atLeast('× medici, 64 at once', ratio(many64, 'medici'), 20),
      atLeast('× medici, one client, 16 at once', ratio(hot16, 'medici'), 20),
      atLeast('× medici, one client, 64 at once', ratio(hot64, 'medici'), 20),
      atLeast('× guarded $inc, 16 at once', ratio(many16, 'limit'), 0.7),
      atLeast('× guarded $inc, 64 at once', ratio(many64, 'limit'), 1),
    ],
  };
}
