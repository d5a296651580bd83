import { scheduledEvent } from '../../services/scheduling/src/operations/consultation-events.ts';
import { toConsultation } from '../../services/scheduling/src/store/consultations.ts';
import { inParallel } from '../support/parallel.ts';
import { startCredits, TENANT } from './credits-service.ts';
import { atLeast, type Report } from './report.ts';
import { closedLoop, median, medianRound, type Round } from './rounds.ts';
import { startMediciBooking, startRawBooking } from './scheduling-peers.ts';
import { freeHours, startScheduling } from './scheduling-service.ts';

const CLIENTS = 1_000;
const CONSULTANTS = 100;
const CREDITS = 1_000_000;
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 5);
const ROUND_MS = 1_500;
const SETUP_LANES = 64;
const LANES = [1, 16, 64] as const;

/**
 * `core` does what the limit and medici do: all that is known of a booking is written, events included, and nobody is told yet.
 * `followed` is the same while all that follows goes on beside it, on the same two cores: published, held, taken off again.
 */
const CONTENDERS = ['limit', 'core', 'followed', 'whole', 'medici'] as const;
type Contender = (typeof CONTENDERS)[number];
const RATES = ['core/s', 'p50', 'p99', 'followed/s', 'whole/s', 'limit/s', 'medici/s'];
const RATIOS = ['core × limit', 'followed ×', 'whole ×', 'core × medici', 'followed ×'];
const OURS: ReadonlySet<Contender> = new Set(['core', 'followed', 'whole']);

/** Books hours of a hundred consultants for a thousand clients, each contender on a database of its own. */
export async function booking(namespace: string, progress: (text: string) => void): Promise<Report> {
  const clients = Array.from({ length: CLIENTS }, (_, index) => `client-${index}`);
  const consultants = Array.from({ length: CONSULTANTS }, (_, index) => `consultant-${index}`);
  progress(`${CLIENTS} clients buy`);
  const credits = await startCredits(namespace);
  await inParallel(clients, SETUP_LANES, (clientId) => credits.grant(clientId, CREDITS));
  const ours = await startScheduling(namespace, credits, consultants);
  const nextHour = freeHours(clients, consultants);
  await ours.place(nextHour());
  const settled = async () => {
    await ours.settled();
    await credits.settled();
  };
  const unpublished = <T>(run: () => Promise<T>) => ours.publishing.without(() => credits.publishing.without(run));
  await settled();
  const pattern = await ours.deps.consultations.findOne({ tenantId: TENANT }).lean();
  if (pattern === null) throw new Error('nothing was booked');
  const consultation = toConsultation(pattern);
  const event = scheduledEvent({ consultation, consultantName: 'Consultant', now: consultation.createdAt });
  const accounts = await credits.deps.accounts.find({ tenantId: TENANT }).lean();
  const limit = await startRawBooking(namespace, accounts, { ...pattern, outbox: [event] });
  const medici = await startMediciBooking(namespace, clients, { ...pattern, outbox: [event] });

  const operations: Record<Contender, () => Promise<void>> = {
    limit: () => limit.book(nextHour()),
    core: () => ours.place(nextHour()),
    followed: () => ours.place(nextHour()),
    whole: () => ours.book(nextHour()),
    medici: () => medici.book(nextHour()),
  };
  const rounds = new Map<string, Round[]>();
  try {
    for (const lanes of LANES)
      for (let round = 0; round <= ROUNDS; round += 1)
        for (const contender of CONTENDERS) {
          const run = () => closedLoop(lanes, round === 0 ? ROUND_MS / 3 : ROUND_MS, operations[contender]);
          const result = contender === 'core' ? await unpublished(run) : await run();
          if (OURS.has(contender)) await settled();
          const key = keyOf(contender, lanes);
          if (round > 0) rounds.set(key, [...(rounds.get(key) ?? []), result]);
          progress(`${key} round ${round}: ${Math.round(result.opsPerSecond)}/s`);
        }
  } finally {
    await medici.stop();
    await limit.stop();
    await ours.stop();
    await credits.stop();
  }
  return reportOf(rounds);
}

function keyOf(contender: Contender, lanes: number): string {
  return `${contender} ${lanes}`;
}

function reportOf(rounds: Map<string, Round[]>): Report {
  const of = (contender: Contender, lanes: number) => rounds.get(keyOf(contender, lanes)) ?? [];
  /** Round by round, because what disturbs one round disturbs its neighbours too. */
  const ratio = (lanes: number, contender: Contender, to: Contender) =>
    median(
      of(contender, lanes).map(({ opsPerSecond }, index) => opsPerSecond / (of(to, lanes)[index]?.opsPerSecond ?? 0)),
    );
  const rows = LANES.map((lanes) => {
    const { opsPerSecond, p50Ms, p99Ms } = medianRound(of('core', lanes));
    const rates = (['followed', 'whole', 'limit', 'medici'] as const).map(
      (contender) => medianRound(of(contender, lanes)).opsPerSecond,
    );
    const toLimit = (['core', 'followed', 'whole'] as const).map((contender) => ratio(lanes, contender, 'limit'));
    const toMedici = (['core', 'followed'] as const).map((contender) => ratio(lanes, contender, 'medici'));
    return [`${lanes} at once`, opsPerSecond, p50Ms, p99Ms, ...rates, ...toLimit, ...toMedici];
  });
  return {
    tables: [
      {
        title: `Book an hour, ${CLIENTS} clients × ${CONSULTANTS} consultants (per second, ms; median of ${ROUNDS} rounds)`,
        columns: ['', ...RATES, ...RATIOS],
        rows,
        note: [
          '  core: reserve and insert, events written and not published yet, as in medici and the limit (a raw update, then a raw insert).',
          '  followed: the same while all that follows shares the machine: published, held in credits, taken off. whole: followed, and planned:',
          '  who, when, whether it is free.',
        ].join('\n'),
      },
    ],
    bars: [
      atLeast('core × limit, 16 at once', ratio(16, 'core', 'limit'), 0.7),
      atLeast('core × limit, 64 at once', ratio(64, 'core', 'limit'), 1.3),
      atLeast('core × medici, 16 at once', ratio(16, 'core', 'medici'), 5),
      atLeast('core × medici, 64 at once', ratio(64, 'core', 'medici'), 8),
    ],
  };
}
