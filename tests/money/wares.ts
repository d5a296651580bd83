import type { Random } from './random.ts';

/** What is on sale at a tenant. Prices in minor units. */
export interface Ware {
  id: string;
  currency: string;
  price: number;
  credits: number;
  recurring: boolean;
  unlimited: boolean;
  maximum?: number;
}

export interface Code {
  code: string;
  percentOff?: number;
  amountOff?: number;
  currency?: string;
  maxRedemptions?: number;
}

/** One of everything: currencies with two, none and three decimals, one a client may have once, one without end, and what recurs. */
export function waresOf(random: Random): Ware[] {
  const once = { recurring: false, unlimited: false };
  const monthly = { recurring: true, unlimited: false };
  return [
    { id: 'bundle', currency: 'USD', price: random.between(5_000, 90_000), credits: random.between(1, 7), ...once },
    { id: 'yen', currency: 'JPY', price: random.between(1_000, 50_000), credits: random.between(1, 5), ...once },
    { id: 'dinar', currency: 'KWD', price: 10 * random.between(500, 9_000), credits: random.between(1, 5), ...once },
    { id: 'single', currency: 'EUR', price: random.between(4_000, 20_000), credits: 1, ...once, maximum: 1 },
    { id: 'endless', currency: 'USD', price: random.between(9_000, 90_000), credits: 0, ...once, unlimited: true },
    { id: 'growth', currency: 'USD', price: random.between(20_000, 80_000), credits: 8, ...monthly },
    { id: 'premium', currency: 'USD', price: random.between(90_000, 190_000), credits: 20, ...monthly },
    { id: 'monthly-yen', currency: 'JPY', price: random.between(5_000, 60_000), credits: 4, ...monthly },
  ];
}

/** A share, a sum that two may have, and all of it. */
export function codesOf(random: Random): Code[] {
  return [
    { code: 'FIFTH', percentOff: random.between(1, 50) },
    { code: 'FLAT', amountOff: random.between(100, 4_000), currency: 'USD', maxRedemptions: 2 },
    { code: 'FREE', percentOff: 100 },
  ];
}
