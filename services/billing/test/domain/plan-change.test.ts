import { describe, expect, test } from '@jest/globals';
import { changeRefusal, planRule } from '../../src/domain/plan-change.ts';
import { packageOf } from '../../src/domain/subscription.ts';
import { bundle, monthly } from '../support/packages.ts';
import { subscribed } from '../support/subscription.ts';

const plan = (amount: number, interval: 'month' | 'quarter' | 'year' = 'month', packageId = 'PKG-100001-0009') =>
  monthly({ packageId, pricing: { amount }, subscription: { recurring: true, interval } });

describe('a change of package is decided by the price of a month', () => {
  test.each([
    ['dearer', plan(10_000), plan(10_001), 'upgrade'],
    ['cheaper', plan(10_000), plan(9_999), 'downgrade'],
    ['a year for less than twelve months', plan(10_000), plan(119_999, 'year'), 'downgrade'],
    ['a year for as much as twelve months', plan(10_000), plan(120_000, 'year'), 'downgrade'],
    ['a year for more than twelve months', plan(10_000), plan(120_001, 'year'), 'upgrade'],
    ['a month for more than a third of a quarter', plan(29_999, 'quarter'), plan(10_000), 'upgrade'],
    ['a month for a third of a quarter', plan(30_000, 'quarter'), plan(10_000), 'downgrade'],
  ] as const)('%s', (_what, current, wanted, rule) => {
    expect(planRule({ ...current, packageId: 'PKG-100001-0001' }, wanted)).toBe(rule);
  });

  test('to the package it has: what was to come is taken back', () => {
    expect(planRule(plan(10_000), plan(99_000))).toBe('stay');
  });
});

describe('a change is refused', () => {
  test.each([
    ['to the same package', monthly(), 'same_package'],
    ['to what is paid once', bundle({ packageId: 'PKG-100001-0005' }), 'not_recurring'],
    ['to another currency', monthly({ packageId: 'PKG-100001-0005', pricing: { currency: 'EUR' } }), 'other_currency'],
  ] as const)('%s', (_what, wanted, reason) => {
    expect(changeRefusal(subscribed(), wanted)).toEqual({ refused: 'rule_refused', reason });
  });

  test('to the package that is to come already, and no longer to the one it has', () => {
    const next = { changeId: 'c-1', scheduleId: 'sub_sched_1', at: new Date() };
    const changing = subscribed({ next, plans: [{ changeId: 'c-1', package: plan(10_000) }] });
    expect(changeRefusal(changing, plan(10_000))).toMatchObject({ reason: 'same_package' });
    expect(changeRefusal(changing, monthly())).toBeUndefined();
  });
});

test('an invoice is for the package of its label, as it was sold; without a label for the one it began with', () => {
  const subscription = subscribed({ plans: [{ changeId: 'c-1', package: plan(10_000) }] });
  expect(packageOf(subscription, monthly(), undefined)).toEqual(monthly());
  expect(packageOf(subscription, monthly(), 'c-1')).toEqual(plan(10_000));
  expect(packageOf(subscription, monthly(), 'c-2')).toBeUndefined();
});
