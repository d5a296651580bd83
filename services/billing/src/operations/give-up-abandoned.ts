import type { Transaction } from '../domain/transaction.ts';
import { cancelAtStripe } from './cancel-payment.ts';
import type { Deps } from './deps.ts';
import { reopen } from './open-payment.ts';

/** Cancels a purchase nobody has paid for in time; Stripe's answer decides, so that a payment of the last second wins. */
export async function giveUpAbandoned(deps: Deps, transaction: Transaction): Promise<void> {
  const placed = await reopen(deps, transaction);
  await cancelAtStripe(deps, placed.transaction);
}
