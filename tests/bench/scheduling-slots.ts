import { DEFAULT_POLICIES } from '@consult/contracts/events/identity';
import { type Availability, emptyAvailability, slotRules } from '../../services/scheduling/src/domain/availability.ts';
import { findSlots } from '../../services/scheduling/src/domain/slots.ts';
import { atLeast, atMost, type Report } from './report.ts';
import { median } from './rounds.ts';
import {
  type Contender,
  FIRST_DATE,
  FROM_HOUR,
  LENGTH_MINUTES,
  limitOf,
  offsetsOf,
  PEERS,
  type SlotQuestion,
  type Span,
  STEP_MINUTES,
  TO_HOUR,
  ZONE,
} from './scheduling-slot-peers.ts';
import { slotReads } from './scheduling-slot-reads.ts';

const WEEKS = [4, 12, 52] as const;
const BOOKINGS = [200, 2_000] as const;
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 7);
/** Each contender asks again until so much time has passed. */
const ROUND_MS = 60;
const WARM_UP_MS = 150;
const IN_A_ROW = 4;
const FIRST_MINUTE = Date.parse(`${FIRST_DATE}T00:00:00Z`) / 60_000;
const WEEK_MINUTES = 10_080;
const QUARTER = 15;
const TEMPORAL = 'temporal-polyfill + sweep';
const LIMIT = 'limit: cached offsets, integer sweep';
const OURS = 'ours';

const AVAILABILITY: Availability = {
  ...emptyAvailability(ZONE),
  weekly: (['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const).map((weekday) => ({
    weekday,
    hours: [{ from: `0${FROM_HOUR}:00`, to: `${TO_HOUR}:00` }],
  })),
  slotStepMinutes: STEP_MINUTES,
  horizonDays: 730,
};

/** Free slots of one consultant: how long a search takes by hand, by library and by us; then with the database, over gRPC. */
export async function slots(namespace: string, progress: (text: string) => void): Promise<Report> {
  const contenders: Record<string, Contender> = {
    [OURS]: ours,
    [LIMIT]: limitOf(offsetsOf(FIRST_MINUTE, FIRST_MINUTE + 53 * WEEK_MINUTES)),
    ...PEERS,
  };
  const cases = WEEKS.flatMap((weeks) =>
    BOOKINGS.map((count) => ({ weeks, count, question: questionOf(weeks, count) })),
  );
  const columns = cases.map(({ weeks, count, question }) => {
    requireSame(contenders, question);
    progress(`${weeks} weeks, ${count} bookings`);
    return { weeks, count, free: ours(question).length, ...measure(contenders, question) };
  });
  const largest = columns.at(-1);
  if (largest === undefined) throw new Error('nothing was measured');
  const reads = await slotReads(namespace, progress);
  const rows = Object.keys(contenders).map((name) => [name, ...columns.map(({ ms }) => ms(name).toFixed(4))]);
  return {
    tables: [
      {
        title: `Free slots of an hour, weekdays nine to five in New York from ${FIRST_DATE} (ms per search, weeks/bookings)`,
        columns: ['', ...columns.map(({ weeks, count }) => `${weeks}/${count}`)],
        rows: [...rows, ['slots found, by each the same', ...columns.map(({ free }) => free)]],
      },
      ...reads.tables,
    ],
    bars: [
      atLeast('slots: × temporal-polyfill, 52 weeks/2,000', largest.ratio(TEMPORAL, OURS), 30),
      atMost('slots: × the limit, 52 weeks/2,000', largest.ratio(OURS, LIMIT), 3),
      ...reads.bars,
    ],
  };
}

/** As the service does it: the rules of the availability, then the search. */
function ours({ weeks, bookings }: SlotQuestion): number[] {
  const rules = slotRules(AVAILABILITY, DEFAULT_POLICIES, LENGTH_MINUTES);
  const query = { start: FIRST_MINUTE, end: FIRST_MINUTE + weeks * WEEK_MINUTES, durationMinutes: LENGTH_MINUTES };
  return findSlots(rules, { consultant: bookings, client: [] }, { ...query, now: FIRST_MINUTE });
}

/** So many quarters of an hour, spread over all of the time by a generator that is the same every time. */
function questionOf(weeks: number, count: number): SlotQuestion {
  const taken = new Set<number>();
  const quarters = (weeks * WEEK_MINUTES) / QUARTER;
  for (let seed = 1; taken.size < count; seed = (seed * 48_271) % 2_147_483_647) taken.add(seed % quarters);
  const bookings: Span[] = [...taken]
    .toSorted((a, b) => a - b)
    .map((quarter) => ({ start: FIRST_MINUTE + quarter * QUARTER, end: FIRST_MINUTE + (quarter + 1) * QUARTER }));
  return { weeks, bookings };
}

function requireSame(contenders: Record<string, Contender>, question: SlotQuestion): void {
  const expected = JSON.stringify(ours(question));
  for (const [name, contender] of Object.entries(contenders))
    if (JSON.stringify(contender(question)) !== expected) throw new Error(`${name} finds other slots`);
}

/** Rounds interleaved; ratios are of the same round, and their median. */
function measure(contenders: Record<string, Contender>, question: SlotQuestion) {
  const rounds = new Map<string, number[]>();
  for (let round = 0; round <= ROUNDS; round += 1)
    for (const [name, contender] of Object.entries(contenders)) {
      const each = msOf(contender, question, round === 0 ? WARM_UP_MS : ROUND_MS);
      if (round > 0) rounds.set(name, [...(rounds.get(name) ?? []), each]);
    }
  const of = (name: string) => rounds.get(name) ?? [];
  return {
    ms: (name: string) => median(of(name)),
    ratio: (slower: string, faster: string) =>
      median(of(slower).map((each, round) => each / (of(faster)[round] ?? Number.NaN))),
  };
}

/** Of the searches of a round the fastest few in a row: what the machine does beside hits long rounds, and hits all alike. */
function msOf(contender: Contender, question: SlotQuestion, forMs: number): number {
  const started = performance.now();
  let best = Number.POSITIVE_INFINITY;
  while (performance.now() - started < forMs) {
    const begun = performance.now();
    for (let search = 0; search < IN_A_ROW; search += 1) contender(question);
    best = Math.min(best, (performance.now() - begun) / IN_A_ROW);
  }
  return best;
}
