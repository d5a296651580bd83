import { type Random, seeded } from './random.ts';
import { type Code, codesOf, type Ware, waresOf } from './wares.ts';
import { aroundOf, webhooksOf } from './weather.ts';

export const CLIENTS = ['ann', 'bob', 'cid'] as const;
const ROUNDS = 9;
const AT_ONCE_MAX = 5;

/** One thing that somebody does. Ordinals (`nth`) are taken modulo what there is by then, oldest first. */
export type Step =
  /** Opens the payment of a package; pays it at once, unless there is no card. */
  | { do: 'buy'; by: string; sold: string; card?: string; code?: string }
  /** Comes back to what was opened, or declined. */
  | { do: 'pay'; nth: number; card: string }
  | { do: 'claim'; by: string; sold: string; code: string }
  | { do: 'use'; by: string }
  | { do: 'refund'; nth: number; basis: number }
  /** Somebody gives a share back in Stripe's dashboard. */
  | { do: 'refund_at_stripe'; nth: number; percent: number }
  | { do: 'dispute'; nth: number; percent: number }
  | { do: 'close_dispute'; nth: number; won: boolean }
  | { do: 'card'; by: string; card: string }
  | { do: 'cancel'; by: string; nth: number; atPeriodEnd: boolean }
  | { do: 'resume' | 'pause' | 'cancel_at_stripe'; by: string; nth: number }
  | { do: 'change'; by: string; nth: number; sold: string };

/** What happens around all of them. */
export type Move =
  | { do: 'webhooks'; how: object }
  | { do: 'faults'; how: object[] }
  | { do: 'advance'; hours: number }
  | { do: 'pass'; minutes: number }
  | { do: 'at_once'; steps: Step[] };

/** All that one seed decides: what is sold, under which rules, and what happens to it. */
export interface Plan {
  seed: number;
  policies: { platformFeeBasisPoints: number; platformFeeFixedMinor: number; singleSessionPriceMinor?: number };
  wares: Ware[];
  codes: Code[];
  moves: Move[];
}

export function planOf(seed: number): Plan {
  const random = seeded(seed);
  const wares = waresOf(random);
  const codes = codesOf(random);
  const moves: Move[] = [{ do: 'webhooks', how: webhooksOf(random) }];
  for (let round = 0; round < ROUNDS; round += 1) {
    const count = random.between(1, AT_ONCE_MAX);
    const steps = Array.from({ length: count }, () => stepOf(random, wares, round));
    // Somebody clicks twice, or two people do the same.
    moves.push({ do: 'at_once', steps: random.chance(0.3) ? [...steps, ...steps.slice(0, 1)] : steps });
    moves.push(...aroundOf(random));
  }
  const policies = {
    platformFeeBasisPoints: random.between(0, 1_500),
    platformFeeFixedMinor: random.between(0, 60),
    ...(random.chance(0.7) ? { singleSessionPriceMinor: random.between(500, 9_000) } : {}),
  };
  return { seed, policies, wares, codes, moves };
}

const PAYS = 'pm_card_visa';
const cardOf = (random: Random): string =>
  random.weighted([
    [10, PAYS],
    [1, 'pm_card_chargeDeclined'],
    [1, 'pm_card_authenticationRequired'],
    [1, 'pm_card_refundFail'],
    [1, 'pm_card_pendingRefund'],
    [1, 'pm_card_createDispute'],
    [1, 'pm_card_chargeCustomerFail'],
  ]);

function stepOf(random: Random, wares: readonly Ware[], round: number): Step {
  const by = random.pick(CLIENTS);
  const nth = random.below(1_000);
  const idOf = (): string => wares[random.below(wares.length)]?.id ?? '';
  const buy = (): Step => {
    const card = random.chance(0.9) ? { card: cardOf(random) } : {};
    const code = random.chance(0.25) ? { code: random.pick(['FIFTH', 'FLAT', 'fifth']) } : {};
    return { do: 'buy', by, sold: idOf(), ...card, ...code };
  };
  // There is nothing else to do with at first.
  if (round < 2) return buy();
  const steps: [number, () => Step][] = [
    [7, buy],
    [1, () => ({ do: 'pay', nth, card: cardOf(random) })],
    [1, () => ({ do: 'claim', by, sold: idOf(), code: 'FREE' })],
    [3, () => ({ do: 'use', by })],
    [4, () => ({ do: 'refund', nth, basis: random.below(2) })],
    [2, () => ({ do: 'refund_at_stripe', nth, percent: random.pick([10, 33, 50, 100]) })],
    [2, () => ({ do: 'dispute', nth, percent: random.pick([50, 100]) })],
    [2, () => ({ do: 'close_dispute', nth, won: random.chance(0.5) })],
    [2, () => ({ do: 'card', by, card: random.pick([PAYS, PAYS, 'pm_card_chargeCustomerFail']) })],
    [1, () => ({ do: 'cancel', by, nth, atPeriodEnd: random.chance(0.6) })],
    [1, () => ({ do: 'resume', by, nth })],
    [1, () => ({ do: 'pause', by, nth })],
    [3, () => ({ do: 'change', by, nth, sold: random.pick(['growth', 'premium']) })],
    [1, () => ({ do: 'cancel_at_stripe', by, nth })],
  ];
  return random.weighted(steps as [[number, () => Step], ...[number, () => Step][]])();
}

/** A plan as it is printed when it has gone wrong. */
export function described(plan: Plan): string {
  const { wares, codes, policies } = plan;
  return [`policies ${JSON.stringify(policies)}`, ...[...wares, ...codes].map((one) => JSON.stringify(one))].join(
    '\n  ',
  );
}
