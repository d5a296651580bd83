import { isAppError } from '@consult/runtime/errors';
import { buy, claim, newCard, pay } from './buying.ts';
import { closeDispute, refund, takeBack } from './giving-back.ts';
import { moveSubscription } from './moving.ts';
import type { Step } from './plan.ts';
import { nthOf, type Shop } from './shop.ts';
import { use } from './using.ts';
import type { MoneyWorld } from './world.ts';

/** Refusals that a step may meet at any time: the product says no, and means it. Everything else is a fault. */
const FAIR = new Set([
  'rule_refused',
  'quote_changed',
  'not_eligible',
  'invalid_transition',
  'conflict',
  'not_found',
  'credits_required',
  'no_payment_needed',
  'dependency_unavailable',
  'deadline_exceeded',
]);

/** Does one step; answers in a word what came of it. Throws what must not come of anything. */
export async function take(world: MoneyWorld, shop: Shop, step: Step): Promise<string> {
  try {
    return await did(world, shop, step);
  } catch (error) {
    if (!isAppError(error) || !FAIR.has(error.code)) throw error;
    const { reason, stripeCode, from } = error.details;
    return [error.code, reason, stripeCode, from].filter((word) => typeof word === 'string').join(': ');
  }
}

async function did(world: MoneyWorld, shop: Shop, step: Step): Promise<string> {
  switch (step.do) {
    case 'buy':
      return buy(world, shop, step);
    case 'pay':
      return pay(world, shop, nthOf(shop.opened, step.nth)?.clientSecret, step.card);
    case 'claim':
      return claim(world, shop, step);
    case 'use':
      return use(world, shop, step.by);
    case 'refund':
      return refund(world, shop, step);
    case 'refund_at_stripe':
    case 'dispute':
      return takeBack(world, shop, step);
    case 'close_dispute':
      return closeDispute(world, shop, step);
    case 'card':
      return newCard(world, shop, step);
    case 'cancel':
    case 'resume':
    case 'pause':
    case 'change':
    case 'cancel_at_stripe':
      return moveSubscription(world, shop, step);
  }
}
