import { systemCaller } from '@consult/runtime/caller';
import { dropNamespace } from '@consult/testing/namespace';
import { listLedger } from '../../services/credits/src/operations/list-ledger.ts';
import { getBalance } from '../../services/credits/src/operations/read-account.ts';
import { inParallel } from '../support/parallel.ts';
import { loadLedger } from './credits-history.ts';
import { type CreditsService, startCredits, TENANT } from './credits-service.ts';
import { atMost, type Report } from './report.ts';
import { fixedCount, median, medianRound, type Round, roundOf } from './rounds.ts';

const SIZES = [1_000, 10_000, 100_000, 1_000_000] as const;
const CLIENTS = 50;
const CREDITS = 1_000_000;
const ROUNDS = 7;
/** A thousand operations a round: a p99 of fewer is a matter of luck. */
const SLICES_PER_ROUND = 20;
const OPERATIONS_PER_SLICE = 50;
const LANES = 8;
const HISTORY_PAGE = 20;
const P99_GROWTH_MAX = 1.3;

type Operation = 'balance' | 'history' | 'reserve';
const OPERATIONS: readonly Operation[] = ['balance', 'history', 'reserve'];

/** What reading and reserving cost when the ledger is small and when it is large; all sizes side by side, round by round. */
export async function growth(namespace: string, progress: (text: string) => void): Promise<Report> {
  const services = new Map<number, CreditsService>();
  const rounds = new Map<string, Round[]>();
  try {
    for (const size of SIZES) {
      const service = await startCredits(namespaceOf(namespace, size));
      services.set(size, service);
      await load(service, size);
      progress(`${size} ledger entries`);
    }
    for (let round = 0; round <= ROUNDS; round += 1) {
      progress(`growth round ${round}`);
      for (const operation of OPERATIONS)
        for (const [size, result] of await measure(services, operation)) {
          const key = keyOf(operation, size);
          if (round > 0) rounds.set(key, [...(rounds.get(key) ?? []), result]);
        }
    }
  } finally {
    for (const [size, service] of services) {
      await service.stop();
      await dropNamespace(namespaceOf(namespace, size));
    }
  }
  return reportOf(rounds);
}

/** Slices of all sizes in turn, so that what disturbs one disturbs the others too. */
async function measure(services: Map<number, CreditsService>, operation: Operation): Promise<Map<number, Round>> {
  const latencies = new Map(SIZES.map((size): [number, number[]] => [size, []]));
  for (let slice = 0; slice < SLICES_PER_ROUND; slice += 1)
    for (const [size, service] of services) {
      const taken = await fixedCount(LANES, OPERATIONS_PER_SLICE, runner(service, operation));
      latencies.get(size)?.push(...taken);
    }
  for (const service of services.values()) {
    await service.useAll();
    await service.settled();
  }
  return new Map([...latencies].map(([size, all]) => [size, roundOf(all, Number.NaN)]));
}

async function load(service: CreditsService, rows: number): Promise<void> {
  await inParallel(clients(), LANES, async (clientId) => {
    await service.register(clientId);
    await service.grant(clientId, CREDITS);
  });
  await service.settled();
  await loadLedger(service, rows);
}

function runner(service: CreditsService, operation: Operation): () => Promise<unknown> {
  const { deps } = service;
  const staff = systemCaller(TENANT, 'gateway');
  const ids = clients();
  let turn = 0;
  const someone = () => ids[(turn += 1) % CLIENTS] ?? '';
  switch (operation) {
    case 'balance':
      return () => getBalance(deps, staff, { clientId: someone(), withArchived: false });
    case 'history':
      return () => listLedger(deps, staff, { clientId: someone(), filter: {}, limit: HISTORY_PAGE });
    case 'reserve':
      return () => service.reserve(someone());
  }
}

function reportOf(rounds: Map<string, Round[]>): Report {
  const of = (operation: Operation, size: number) => rounds.get(keyOf(operation, size)) ?? [];
  const rows = OPERATIONS.flatMap((operation) =>
    SIZES.map((size) => {
      const { p50Ms, p99Ms } = medianRound(of(operation, size));
      return [`${operation}, ${size} entries`, p50Ms, p99Ms];
    }),
  );
  const [smallest, largest] = [Math.min(...SIZES), Math.max(...SIZES)];
  const grown = (operation: Operation) =>
    median(
      of(operation, largest).map(({ p99Ms }, index) => p99Ms / (of(operation, smallest)[index]?.p99Ms ?? Number.NaN)),
    );
  return {
    tables: [
      {
        title: `With a growing ledger, ${LANES} at once (ms; median of ${ROUNDS} rounds)`,
        columns: ['', 'p50', 'p99'],
        rows,
        note: '  Accounts have forgotten ids, and new ids do not say when they were made: each reservation looks in the ledger.',
      },
    ],
    bars: OPERATIONS.map((operation) =>
      atMost(`p99 of ${operation} at ${largest} entries ÷ at ${smallest}`, grown(operation), P99_GROWTH_MAX),
    ),
  };
}

const clients = () => Array.from({ length: CLIENTS }, (_, index) => `client-${index}`);
const keyOf = (operation: Operation, size: number) => `${operation} ${size}`;
const namespaceOf = (namespace: string, size: number) => `${namespace}-${size}`;
