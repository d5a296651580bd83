import { CreditsGranted } from '@consult/contracts/events/credits';
import { connectBroker } from '@consult/messaging/broker';
import { createLogger } from '@consult/runtime/logger';
import { parseJson } from '@consult/runtime/parse';
import { Envelope } from '@consult/contracts/envelope';
import { eventually } from '@consult/testing/eventually';
import { setTimeout as wait } from 'node:timers/promises';
import { Pool } from 'undici';
import { paidEvent } from './billing-events.ts';
import { type Sale, unheardSales } from './billing-sales.ts';
import { type BillingStack, startBillingStack } from './billing-stack.ts';
import { post } from './billing-webhooks.ts';
import { atMost, type Report } from './report.ts';
import { median, roundOf } from './rounds.ts';

/** Purchases a second. The bar is on the last; the others show what is work and what is waiting for a core. */
const RATES = [10, 25, 50] as const;
const BAR_RATE = 50;
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 5);
const ROUND_SECONDS = Number(process.env['BENCH_SECONDS'] ?? 5);
/** Not counted: connections are opened, and code is compiled. */
const WARM_UP = 150;
const BAR_P99_MS = 100;
const HEARD_WITHIN_MS = 60_000;

/**
 * From a webhook's arrival at the gateway to credits having told that what was bought can be spent: they are granted by then, and
 * a booking that was sent instead would find them.
 */
export async function latency(namespace: string, progress: (text: string) => void): Promise<Report> {
  const billing = await startBillingStack(namespace);
  try {
    const count = WARM_UP + RATES.reduce((sum, rate) => sum + rate * ROUND_SECONDS * ROUNDS, 0);
    progress(`${count} clients pay, and nobody hears of it`);
    const sales = await unheardSales(billing, count);
    const granted = await listenForGrants(billing);
    await paced(billing, { sales: sales.splice(0, WARM_UP), rate: BAR_RATE, granted });
    const seen: Seen[] = [];
    for (const rate of RATES) {
      const rounds: number[][] = [];
      for (let round = 1; round <= ROUNDS; round += 1) {
        const latencies = await paced(billing, { sales: sales.splice(0, rate * ROUND_SECONDS), rate, granted });
        rounds.push(latencies);
        const { p50Ms, p99Ms } = roundOf(latencies, ROUND_SECONDS * 1_000);
        progress(`${rate}/s round ${round}: p50 ${Math.round(p50Ms)} ms, p99 ${Math.round(p99Ms)} ms`);
      }
      seen.push(seenAt(rate, rounds));
    }
    await granted.close();
    return reportOf(seen);
  } finally {
    await billing.stop();
  }
}

interface Grants {
  /** When the credits of a transaction were told to be there, by `performance.now()`. */
  at: Map<string, number>;
  close(): Promise<void>;
}

async function listenForGrants({ stack }: BillingStack): Promise<Grants> {
  const logger = createLogger({ service: 'bench', level: 'silent' });
  const broker = await connectBroker({
    url: stack.amqpUrl,
    namespace: stack.namespace,
    service: 'notification',
    logger,
  });
  const channel = await broker.openChannel();
  const { queue } = await channel.assertQueue('', { exclusive: true });
  await channel.bindQueue(queue, broker.topology.events, CreditsGranted.type);
  const at: Grants['at'] = new Map();
  await channel.consume(
    queue,
    (message) => {
      const now = performance.now();
      if (message === null) return;
      const { data } = parseJson(Envelope, message.content.toString('utf8'));
      const { transactionId } = data as { transactionId?: string };
      if (transactionId !== undefined && !at.has(transactionId)) at.set(transactionId, now);
    },
    { noAck: true },
  );
  return { at, close: () => broker.close() };
}

/** So many purchases a second, evenly, whatever becomes of those before: each is told by the two webhooks that Stripe sends. */
async function paced(
  { stack }: BillingStack,
  { sales, rate, granted }: { sales: readonly Sale[]; rate: number; granted: Grants },
): Promise<number[]> {
  const pool = new Pool(stack.urls.gateway, { connections: 32, pipelining: 1 });
  const sentAt = new Map<string, number>();
  const posts: Promise<void>[] = [];
  const started = performance.now();
  for (const [index, { transactionId, intent }] of sales.entries()) {
    await wait(Math.max(0, started + (index * 1_000) / rate - performance.now()));
    const { webhookSecret: secret } = stack;
    const { id, latest_charge: charge } = intent;
    const paid = paidEvent(secret, intent);
    const updated = paidEvent(secret, { object: 'charge', id: charge, payment_intent: id }, 'charge.updated');
    sentAt.set(transactionId, performance.now());
    posts.push(post(pool, paid), post(pool, updated));
  }
  await Promise.all(posts);
  await pool.close();
  await eventually(
    () => {
      const missing = sales.filter(({ transactionId }) => !granted.at.has(transactionId));
      if (missing.length > 0) throw new Error(`${missing.length} purchases are not granted`);
    },
    { withinMs: HEARD_WITHIN_MS },
  );
  return sales.map(({ transactionId }) => (granted.at.get(transactionId) ?? 0) - (sentAt.get(transactionId) ?? 0));
}

interface Seen {
  rate: number;
  p50Ms: number;
  p99Ms: number;
  /** Of the rounds. */
  medianP99Ms: number;
  worstMs: number;
  count: number;
}

function seenAt(rate: number, rounds: readonly number[][]): Seen {
  const all = rounds.flat();
  const { p50Ms, p99Ms } = roundOf(all, rounds.length * ROUND_SECONDS * 1_000);
  const p99s = rounds.map((round) => roundOf(round, ROUND_SECONDS * 1_000).p99Ms);
  return { rate, p50Ms, p99Ms, medianP99Ms: median(p99s), worstMs: Math.max(...all), count: all.length };
}

function reportOf(seen: readonly Seen[]): Report {
  const barred = seen.find(({ rate }) => rate === BAR_RATE);
  return {
    tables: [
      {
        title: 'From webhook to spendable credit: arrival at the gateway → CreditsGranted heard (ms)',
        columns: ['purchases a second', 'purchases', 'p50', 'p99', 'p99, median of rounds', 'worst'],
        rows: seen.map(({ rate, count, p50Ms, p99Ms, medianP99Ms, worstMs }) => [
          rate,
          count,
          p50Ms,
          p99Ms,
          medianP99Ms,
          worstMs,
        ]),
        note: '  Every service is a process of its own, on this machine with its database, its broker and the Stripe it asks; each purchase comes as two webhooks.',
      },
    ],
    bars: [atMost(`p99 at ${BAR_RATE} purchases/s, ms`, barred?.p99Ms ?? Number.NaN, BAR_P99_MS)],
  };
}
