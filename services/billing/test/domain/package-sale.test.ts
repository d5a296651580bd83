import { describe, expect, test } from '@jest/globals';
import { nextOrdinal } from '../../src/domain/ordinal.ts';
import { isOpenTo, isSameSale, priceKey, recurrenceOf, saleRefusal } from '../../src/domain/package-sale.ts';
import { backoffMs, FOLLOWED_TYPES, pointerOf } from '../../src/domain/webhook.ts';
import { bundle, monthly } from '../support/packages.ts';

const NOW = new Date('2025-01-01T09:00:00Z');
const offer = { amountMinor: 29_700, currency: 'USD' };

describe('a sale', () => {
  test.each([
    ['inactive', { status: 'inactive' as const }, 'not_on_sale'],
    ['archived', { status: 'archived' as const }, 'not_on_sale'],
    ['from this instant on', { startDate: '2025-01-01T09:00:00Z' }, undefined],
    ['from a moment later on', { startDate: '2025-01-01T09:00:00.001Z' }, 'not_on_sale'],
    ['until this instant', { endDate: '2025-01-01T09:00:00Z' }, 'not_on_sale'],
    ['until a moment later', { endDate: '2025-01-01T09:00:00.001Z' }, undefined],
  ])('of a package on sale %s', (_name, availability, refused) => {
    expect(saleRefusal(bundle({ availability }), offer, NOW)?.refused).toBe(refused);
  });

  test('is at the catalog’s price, compared without case', () => {
    expect(saleRefusal(bundle(), { amountMinor: 29_700, currency: 'usd' }, NOW)).toBeUndefined();
    const currentPrice = { amount: 29_700, currency: 'USD' };
    expect(saleRefusal(bundle(), { ...offer, amountMinor: 1 }, NOW)).toEqual({
      refused: 'price_changed',
      currentPrice,
    });
    expect(saleRefusal(bundle(), { ...offer, currency: 'EUR' }, NOW)).toEqual({
      refused: 'price_changed',
      currentPrice,
    });
    const free = bundle({ pricing: { amount: 0 } });
    expect(saleRefusal(free, { ...offer, amountMinor: 0 }, NOW)).toEqual({ refused: 'no_payment_needed' });
    expect(saleRefusal(free, offer, NOW)?.refused).toBe('price_changed');
  });

  test('is open to the client types that are named, or to all', () => {
    expect(isOpenTo(bundle(), 'returning')).toBe(true);
    const forNew = bundle({ eligibility: { clientTypes: ['new'] } });
    expect([isOpenTo(forNew, 'new'), isOpenTo(forNew, 'returning')]).toEqual([true, false]);
  });

  test('is the same only while version and price are', () => {
    expect(isSameSale(bundle(), bundle())).toBe(true);
    expect(isSameSale(bundle(), bundle({ version: 2 }))).toBe(false);
    expect(isSameSale(bundle(), bundle({ pricing: { amount: 1 } }))).toBe(false);
  });

  test.each([
    ['month', { interval: 'month', interval_count: 1 }],
    ['quarter', { interval: 'month', interval_count: 3 }],
    ['year', { interval: 'year', interval_count: 1 }],
  ] as const)('by the %s recurs at Stripe every %p', (interval, recurrence) => {
    expect(recurrenceOf(monthly({ subscription: { recurring: true, interval } }))).toEqual(recurrence);
  });

  test('once and by the month have different prices at Stripe', () => {
    expect(recurrenceOf(bundle())).toBeUndefined();
    expect(priceKey(bundle())).toBe('29700:usd:once');
    expect(priceKey(monthly())).toBe('79900:usd:month');
  });
});

describe('the how-manieth purchase', () => {
  test.each([
    [[], undefined, 1],
    [[7], undefined, 8],
    [[], 2, 1],
    [[1], 2, 2],
    [[2], 2, 1],
    [[1, 2], 2, { refused: 'maximum_reached' }],
    [[], 0, { refused: 'maximum_reached' }],
  ])('after %p with a maximum of %p is %p', (taken, maximum, expected) => {
    expect(nextOrdinal(taken, maximum)).toEqual(expected);
  });
});

describe('a webhook', () => {
  test('points at what is to be read again; a charge at its payment', () => {
    expect(pointerOf({ type: 'payment_intent.succeeded', object: { id: 'pi_1' } })).toEqual({
      subject: 'payment_intent',
      id: 'pi_1',
    });
    expect(pointerOf({ type: 'invoice.paid', object: { id: 'in_1' } })).toEqual({ subject: 'invoice', id: 'in_1' });
    expect(pointerOf({ type: 'charge.updated', object: { id: 'ch_1', payment_intent: 'pi_1' } })).toEqual({
      subject: 'payment_intent',
      id: 'pi_1',
    });
    expect(pointerOf({ type: 'charge.updated', object: { id: 'ch_1', payment_intent: null } })).toBeUndefined();
    expect(pointerOf({ type: 'customer.created', object: { id: 'cus_1' } })).toBeUndefined();
    expect(pointerOf({ type: 'invoice.paid', object: {} })).toBeUndefined();
  });

  test('is waited for longer and longer, within a bound; Stripe lists at most twenty types', () => {
    expect([1, 2, 3].map(backoffMs)).toEqual([500, 1_000, 2_000]);
    expect(backoffMs(60)).toBe(600_000);
    expect(FOLLOWED_TYPES.length).toBeLessThanOrEqual(20);
  });
});
