import { bundle } from '../../services/billing/test/support/packages.ts';
import { allOf, faultsIn } from './books.ts';
import { admin } from './callers.ts';
import { openDisputes } from './giving-back.ts';
import { CLIENTS, described, type Move, type Plan, type Step } from './plan.ts';
import type { Shop } from './shop.ts';
import { take } from './take.ts';
import type { Ware } from './wares.ts';
import type { MoneyWorld } from './world.ts';

/** Longer than any refund, abandoned purchase or first invoice stays undecided. */
const END_HOURS = 80;
/** Technical minutes after which sweeps and stale payments are looked at again; in the end hours, as their patience grows. */
const LOOKS_AFTER_MINUTES = [6, 6, 12, 30, 90, 400];
const FIRST_TENANT = 200_000;

/** How often steps of a kind came to something. */
export type Tally = Map<Step['do'], number>;

/**
 * Carries a plan out at a tenant of its own, sets the weather back, lets the sweeps run, and holds the books against each other.
 * Throws with the seed, the steps and what came of each when they do not agree.
 */
export async function runPlan(world: MoneyWorld, plan: Plan, tally: Tally): Promise<void> {
  const log: string[] = [];
  try {
    const shop = await openShop(world, plan);
    for (const move of plan.moves) await make(world, { shop, log, tally }, move);
    await end(world, shop, log);
    const faults = await settled(world, shop);
    if (faults.length > 0) throw new Error(faults.join('\n  '));
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    throw new Error(
      `seed ${plan.seed} (PROOF_SEED=${plan.seed} runs it alone)\n  ${what}\nwhat happened:\n  ${described(plan)}\n  ${log.join('\n  ')}`,
      { cause: error },
    );
  }
}

async function openShop(world: MoneyWorld, { seed, policies, wares, codes }: Plan): Promise<Shop> {
  const tenantId = String(FIRST_TENANT + seed);
  const account = `acct_money${tenantId}`;
  world.standIns.tenants.set(tenantId, { stripeAccountId: account, policies });
  const shelf: Shop['wares'] = new Map();
  for (const [index, ware] of wares.entries()) {
    const packageId = `PKG-${tenantId}-000${index + 1}`;
    shelf.set(ware.id, { ...ware, packageId });
    world.standIns.packages.set(`${tenantId}/${packageId}`, packageOf(packageId, ware));
  }
  for (const code of codes)
    await world.billing.createPromotionCode(admin(tenantId), { firstPurchaseOnly: false, ...code });
  return { tenantId, account, wares: shelf, opened: [] };
}

function packageOf(packageId: string, ware: Ware) {
  const { id, currency, price, credits, recurring, unlimited, maximum } = ware;
  const type = recurring ? 'monthly_subscription' : 'consultation_bundle';
  return bundle({
    packageId,
    details: { name: id, type },
    credits: { total: credits, unlimited, expiresAfterDays: recurring ? 30 : 60 },
    pricing: { amount: price, currency, pricePerCredit: Math.round(price / Math.max(1, credits)) },
    ...(recurring ? { subscription: { recurring: true, interval: 'month' } } : {}),
    ...(maximum === undefined ? {} : { eligibility: { maximumPurchasePerClient: maximum } }),
  });
}

interface Course {
  shop: Shop;
  log: string[];
  tally: Tally;
}

async function make(world: MoneyWorld, course: Course, move: Move): Promise<void> {
  const { log } = course;
  if (move.do !== 'at_once') log.push(JSON.stringify(move));
  switch (move.do) {
    case 'webhooks':
    case 'faults':
      return world.misbehave(move.do, move.how);
    case 'advance':
      return world.advance(move.hours);
    case 'pass':
      return world.pass(move.minutes);
    case 'at_once': {
      const outcomes = await Promise.allSettled(move.steps.map((step) => take(world, course.shop, step)));
      for (const [index, step] of move.steps.entries()) note(course, step, outcomes[index]);
      const failed = outcomes.find(({ status }) => status === 'rejected');
      if (failed?.status === 'rejected') throw failed.reason;
    }
  }
}

const CAME_TO_SOMETHING = /^(ok|used|opened|active|upgrade|downgrade|succeeded|TXN-.*)/;

function note({ log, tally }: Course, step: Step, outcome: PromiseSettledResult<string> | undefined): void {
  const said = outcome?.status === 'fulfilled' ? outcome.value : String(outcome?.reason);
  log.push(`${JSON.stringify(step)} → ${said}`);
  if (CAME_TO_SOMETHING.test(said)) tally.set(step.do, (tally.get(step.do) ?? 0) + 1);
}

/** Everything works again, and nothing stays undecided: subscriptions end, at Stripe or here, and so do disputes. */
async function end(world: MoneyWorld, shop: Shop, log: string[]): Promise<void> {
  await world.misbehave('webhooks', {});
  await world.misbehave('faults', []);
  await world.advance(0);
  const { account } = shop;
  const running = (await allOf(world, account, 'subscriptions?status=all')).filter(
    ({ status }) => status !== 'canceled',
  );
  for (const [index, { id }] of running.entries())
    if (index % 2 === 0) await world.stripe('DELETE', `/v1/subscriptions/${String(id)}`, { account });
  for (const by of CLIENTS) {
    for (let nth = 0; nth < running.length; nth += 1)
      log.push(`end ${by} ${await take(world, shop, { do: 'cancel', by, nth: 0, atPeriodEnd: false })}`);
  }
  for (const [nth] of (await openDisputes(world, account)).entries())
    await take(world, shop, { do: 'close_dispute', nth: 0, won: nth % 2 === 0 });
  await world.advance(END_HOURS);
}

/** Looks again and again, later and later, until the books agree; answers what does not agree even then. */
async function settled(world: MoneyWorld, shop: Shop): Promise<string[]> {
  let faults: string[] = [];
  for (const minutes of LOOKS_AFTER_MINUTES) {
    await world.pass(minutes);
    await world.advance(0);
    faults = await faultsIn(world, shop);
    if (faults.length === 0) break;
  }
  return faults;
}
