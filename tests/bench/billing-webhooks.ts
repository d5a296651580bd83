import { Pool } from 'undici';
import { paidEvent, type Signed, strangeIntent } from './billing-events.ts';
import { type BillingStack, startBillingStack, startLimit } from './billing-stack.ts';
import { atLeast, type Report } from './report.ts';
import { closedLoop, median, medianRound, type Round } from './rounds.ts';

const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 5);
const ROUND_MS = 3_000;
const CONNECTIONS = [16, 64] as const;
const CONTENDERS = ['limit', 'billing'] as const;
type Contender = (typeof CONTENDERS)[number];
/** Signed before a round begins, so that it is not measured; more than any contender takes. */
const PER_ROUND_MAX = Number(process.env['BENCH_EVENTS'] ?? 24_000);
const BAR = 0.5;

/** Webhooks taken per second: by the gateway and billing as they are deployed, and by the bare limit. */
export async function webhooks(namespace: string, progress: (text: string) => void): Promise<Report> {
  const billing = await startBillingStack(namespace);
  const limit = await startLimit(billing);
  const urls: Record<Contender, string> = { billing: billing.stack.urls.gateway, limit: limit.url };
  const rounds = new Map<string, Round[]>();
  try {
    for (const connections of CONNECTIONS)
      for (let round = 0; round <= ROUNDS; round += 1)
        for (const contender of CONTENDERS) {
          const durationMs = round === 0 ? ROUND_MS / 3 : ROUND_MS;
          const result = await taken(urls[contender], { connections, durationMs, secret: billing.stack.webhookSecret });
          await settle(billing);
          const key = `${contender} ${connections}`;
          if (round > 0) rounds.set(key, [...(rounds.get(key) ?? []), result]);
          progress(`${key} round ${round}: ${Math.round(result.opsPerSecond)}/s, p99 ${Math.round(result.p99Ms)} ms`);
        }
  } finally {
    limit.stop();
    await billing.stop();
  }
  return reportOf(rounds);
}

/** Every one was kept: what was answered is in the inbox, and is worked off before the next round. */
async function settle(billing: BillingStack): Promise<void> {
  await billing.followed();
}

/** So many connections, each sending one signed event after the other, no two alike. */
async function taken(
  url: string,
  { connections, durationMs, secret }: { connections: number; durationMs: number; secret: string },
): Promise<Round> {
  const events: Signed[] = Array.from({ length: PER_ROUND_MAX }, () => paidEvent(secret, strangeIntent()));
  const pool = new Pool(url, { connections, pipelining: 1 });
  let sent = 0;
  try {
    return await closedLoop(connections, durationMs, async () => {
      const event = events[sent];
      sent += 1;
      if (event === undefined) throw new Error('more events are taken than were signed: raise BENCH_EVENTS');
      await post(pool, event);
    });
  } finally {
    await pool.close();
  }
}

/** Throws unless it is taken. */
export async function post(pool: Pool, { body, signature }: Signed): Promise<void> {
  const answer = await pool.request({
    method: 'POST',
    path: '/webhooks/stripe',
    headers: { 'content-type': 'application/json; charset=utf-8', 'stripe-signature': signature },
    body,
  });
  await answer.body.dump();
  if (answer.statusCode !== 200) throw new Error(`a webhook was answered ${answer.statusCode}`);
}

function reportOf(rounds: Map<string, Round[]>): Report {
  const of = (contender: Contender, connections: number) => rounds.get(`${contender} ${connections}`) ?? [];
  /** Round by round, because what disturbs one round disturbs its neighbours too. */
  const ratio = (connections: number) =>
    median(
      of('billing', connections).map(
        ({ opsPerSecond }, index) => opsPerSecond / (of('limit', connections)[index]?.opsPerSecond ?? 0),
      ),
    );
  return {
    tables: [
      {
        title: `Webhooks taken (per second, ms; median of ${ROUNDS} rounds, ratios paired by round)`,
        columns: ['connections', 'billing/s', 'p50', 'p99', 'limit/s', 'p50', 'p99', '× limit'],
        rows: CONNECTIONS.map((connections) => {
          const [ours, limit] = [medianRound(of('billing', connections)), medianRound(of('limit', connections))];
          const cells = [ours, limit].flatMap(({ opsPerSecond, p50Ms, p99Ms }) => [opsPerSecond, p50Ms, p99Ms]);
          return [connections, ...cells, ratio(connections)];
        }),
        note: '  Ours is the gateway and billing, each a process, which follow what they take meanwhile; the limit is one process that only keeps it.',
      },
    ],
    bars: CONNECTIONS.map((connections) => atLeast(`× limit, ${connections} connections`, ratio(connections), BAR)),
  };
}
