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

const PER_SECOND = 50;
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 5);
const ROUND_SECONDS = Number(process.env['BENCH_SECONDS'] ?? 5);
/** Not counted: connections are opened, and code is compiled. */
const WARM_UP_SECONDS = 3;
const BAR_P99_MS = 100;
const HEARD_WITHIN_MS = 60_000;

/**
 * From a webhook's arrival at the gateway to credits having told that what was bought can be spent: they are granted by then, and
 * a booking that was sent instead would find them.
 */
export async function latency(namespace: string, progress: (text: string) => void): Promise<Report> {
  const billing = await startBillingStack(namespace);
  try {
    const perRound = PER_SECOND * ROUND_SECONDS;
    const warmUp = PER_SECOND * WARM_UP_SECONDS;
    progress(`${warmUp + perRound * ROUNDS} clients pay, and nobody hears of it`);
    const sales = await unheardSales(billing, warmUp + perRound * ROUNDS);
    const granted = await listenForGrants(billing);
    await paced(billing, sales.splice(0, warmUp), granted);
    const all: number[] = [];
    const p99s: number[] = [];
    for (let round = 1; round <= ROUNDS; round += 1) {
      const latencies = await paced(billing, sales.splice(0, perRound), granted);
      all.push(...latencies);
      const { p50Ms, p99Ms } = roundOf(latencies, ROUND_SECONDS * 1_000);
      p99s.push(p99Ms);
      progress(`round ${round}: p50 ${Math.round(p50Ms)} ms, p99 ${Math.round(p99Ms)} ms`);
    }
    await granted.close();
    const { p50Ms, p99Ms } = roundOf(all, ROUNDS * ROUND_SECONDS * 1_000);
    return reportOf({ p50Ms, p99Ms, medianP99Ms: median(p99s), worstMs: Math.max(...all), count: all.length });
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
async function paced({ stack }: BillingStack, sales: readonly Sale[], granted: Grants): Promise<number[]> {
  const pool = new Pool(stack.urls.gateway, { connections: 32, pipelining: 1 });
  const sentAt = new Map<string, number>();
  const posts: Promise<void>[] = [];
  const started = performance.now();
  for (const [index, { transactionId, intent }] of sales.entries()) {
    await wait(Math.max(0, started + (index * 1_000) / PER_SECOND - performance.now()));
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

function reportOf(seen: { p50Ms: number; p99Ms: number; medianP99Ms: number; worstMs: number; count: number }): Report {
  const { p50Ms, p99Ms, medianP99Ms, worstMs, count } = seen;
  return {
    tables: [
      {
        title: `From webhook to spendable credit, ${PER_SECOND} purchases a second (ms; ${count} purchases)`,
        columns: ['', 'p50', 'p99', 'p99, median of rounds', 'worst'],
        rows: [['arrival at the gateway → CreditsGranted heard', p50Ms, p99Ms, medianP99Ms, worstMs]],
        note: '  Every service is a process of its own, on this machine with its database, its broker and the Stripe it asks; each purchase comes as two webhooks.',
      },
    ],
    bars: [atMost(`p99 at ${PER_SECOND} purchases/s, ms`, p99Ms, BAR_P99_MS)],
  };
}
