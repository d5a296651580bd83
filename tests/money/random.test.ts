import { expect, test } from '@jest/globals';
import { inParallel } from '../support/parallel.ts';
import { planOf } from './plan.ts';
import { runPlan, type Tally } from './run.ts';
import { type MoneyWorld, startMoneyWorld } from './world.ts';

const SEEDS = Number(process.env['PROOF_SEEDS'] ?? 6);
const only = process.env['PROOF_SEED'];
const seeds = only === undefined ? Array.from({ length: SEEDS }, (_, index) => index + 1) : [Number(only)];
/** Worlds at a time: a run waits half of its time. */
const LANES = 3;
/** A world grows heavier with everything that has happened in it. */
const SEEDS_PER_WORLD = 15;
const SEEDS_THAT_SAY = 6;
const WITHIN_MS = 60_000 + seeds.length * 30_000;
/** What must have come to something, or the run says nothing. */
const WANTED = ['buy', 'use', 'refund', 'refund_at_stripe', 'dispute', 'close_dispute', 'card', 'change'] as const;

/** Seeds one after the other in a world of their own. Answers what did not agree, seed by seed. */
async function inOneWorld(some: readonly number[], tally: Tally): Promise<string[]> {
  const faults: string[] = [];
  let world: MoneyWorld | undefined;
  for (const seed of some) {
    try {
      world ??= await startMoneyWorld();
      await runPlan(world, planOf(seed), tally);
    } catch (error) {
      faults.push(error instanceof Error ? error.message : String(error));
      // Whatever went wrong must not be found again by the next one.
      await world?.stop();
      world = undefined;
    }
  }
  await world?.stop();
  return faults;
}

test(
  `${seeds.length} random runs of purchases, renewals, refunds and disputes, their webhooks twice, late, shuffled and lost: transactions, ledger and Stripe agree to the minor unit`,
  async () => {
    const worlds = Math.max(Math.min(LANES, seeds.length), Math.ceil(seeds.length / SEEDS_PER_WORLD));
    const shares = Array.from({ length: worlds }, (_, share) =>
      seeds.filter((_seed, index) => index % worlds === share),
    );
    const tally: Tally = new Map();
    const faults = (await inParallel(shares, LANES, (share) => inOneWorld(share, tally))).flat();
    if (faults.length > 0)
      throw new Error(`${faults.length} of ${seeds.length} seeds do not agree\n${faults.join('\n\n')}`);
    if (seeds.length >= SEEDS_THAT_SAY) expect(WANTED.filter((step) => !tally.has(step))).toEqual([]);
  },
  WITHIN_MS,
);
