import type { Amount } from './transaction.ts';

/** What the platform keeps of a payment: a tenant's rule. */
export interface PlatformFeeRule {
  basisPoints: number;
  fixedMinor: number;
}

/** Stripe's usual price, used until its balance transaction gives the real fee. The fixed part is in minor units. */
const ESTIMATED_FEE_BASIS_POINTS = 290n;
const ESTIMATED_FEE_FIXED_MINOR = 30n;
const WHOLE_BASIS_POINTS = 10_000n;

/**
 * Splits a payment (minor units) into platform fee, processing fee and net. Shares are rounded by largest remainder, so that
 * the parts always sum to the whole. `processingFee` is Stripe's real one; undefined: estimated. The platform never takes
 * more than the whole; a payment of nothing costs nothing.
 */
export function splitAmount(gross: number, rule: PlatformFeeRule, processingFee?: number): Amount {
  const whole = BigInt(gross) * WHOLE_BASIS_POINTS;
  const wanted = BigInt(gross) * BigInt(rule.basisPoints) + BigInt(rule.fixedMinor) * WHOLE_BASIS_POINTS;
  const platform = wanted > whole ? whole : wanted;
  const processing = processingFee === undefined ? estimate(gross) : BigInt(processingFee) * WHOLE_BASIS_POINTS;
  const [platformFee, processingPart, net] = largestRemainder(gross, [
    platform,
    processing,
    whole - platform - processing,
  ]);
  return { gross, platformFee, processingFee: processingPart, net };
}

function estimate(gross: number): bigint {
  if (gross === 0) return 0n;
  return BigInt(gross) * ESTIMATED_FEE_BASIS_POINTS + ESTIMATED_FEE_FIXED_MINOR * WHOLE_BASIS_POINTS;
}

/** Whole units of three exact parts (in 1/10 000), whose sum is `total`: floors, and the units left go to the largest remainders. */
function largestRemainder(total: number, parts: [bigint, bigint, bigint]): [number, number, number] {
  const floors = parts.map(floorUnits);
  let left = BigInt(total) - floors.reduce((sum, floor) => sum + floor, 0n);
  const byRemainder = parts
    .map((part, index) => ({ index, remainder: part - (floors[index] ?? 0n) * WHOLE_BASIS_POINTS }))
    .sort((a, b) => Number(b.remainder - a.remainder) || a.index - b.index);
  for (const { index } of byRemainder) {
    if (left <= 0n) break;
    floors[index] = (floors[index] ?? 0n) + 1n;
    left -= 1n;
  }
  const [first = 0n, second = 0n, third = 0n] = floors;
  return [Number(first), Number(second), Number(third)];
}

/** Rounds down, also below zero. */
function floorUnits(part: bigint): bigint {
  const quotient = part / WHOLE_BASIS_POINTS;
  return part % WHOLE_BASIS_POINTS < 0n ? quotient - 1n : quotient;
}
