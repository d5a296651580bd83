import { describe, expect, test } from '@jest/globals';
import { createArrivals } from '../src/arrivals.ts';

describe('arrivals', () => {
  test('show the rate of a steady stream, and fade when it ends', () => {
    let now = 0;
    const arrivals = createArrivals(() => now);
    expect(arrivals.perSecond()).toBe(0);
    for (let count = 0; count < 1_000; count += 1) {
      now += 10;
      arrivals.note();
    }
    expect(arrivals.perSecond()).toBeGreaterThan(95);
    expect(arrivals.perSecond()).toBeLessThan(105);
    now += 5_000;
    expect(arrivals.perSecond()).toBeLessThan(1);
  });

  test('count a burst as a whole', () => {
    const arrivals = createArrivals(() => 0);
    for (let count = 0; count < 300; count += 1) arrivals.note();
    expect(arrivals.perSecond()).toBe(300);
  });
});
