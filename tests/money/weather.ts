import type { Move } from './plan.ts';
import type { Random } from './random.ts';

/** What lies between two bursts: time, and a change of the weather. */
export function aroundOf(random: Random): Move[] {
  const moves: Move[] = [];
  if (random.chance(0.3)) moves.push({ do: 'webhooks', how: webhooksOf(random) });
  if (random.chance(0.2)) moves.push({ do: 'faults', how: faultsOf(random) });
  if (random.chance(0.15)) moves.push({ do: 'pass', minutes: random.between(3, 20) });
  if (random.chance(0.6)) moves.push({ do: 'advance', hours: random.pick([1, 25, 24 * 4, 24 * 16, 24 * 31, 24 * 31]) });
  return moves;
}

/** How Stripe's webhooks come from now on: a tenth of them never. */
export function webhooksOf(random: Random): object {
  return {
    dropShare: 0.1,
    seed: random.below(1_000_000),
    duplicate: random.chance(0.5),
    reorder: random.chance(0.4),
    delayMs: random.pick([0, 0, 30, 150]),
    corrupt: random.pick([0, 0, 1, 3]),
  };
}

/** A call or two that go wrong: not done at all, or done without a word. */
function faultsOf(random: Random): object[] {
  const path = random.pick([
    '/v1/payment_intents',
    '/v1/refunds',
    '/v1/subscriptions',
    '/v1/invoices',
    '/v1/customers',
  ]);
  const when = random.pick(['before', 'after'] as const);
  return [{ path, when, times: random.between(1, 2), skip: random.below(3), status: random.pick([500, 503, 429]) }];
}
