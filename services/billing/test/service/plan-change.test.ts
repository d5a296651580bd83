import { eventually } from '@consult/testing/eventually';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { PackageSnapshot } from '@consult/contracts/events/catalog';
import { bundle, monthly } from '../support/packages.ts';
import { atStripe, payWith, sell, shown, stored, subscribe } from '../support/subscribe.ts';
import { client, eventsOf, refusal, startWorld, TENANT, type World } from '../support/world.ts';

const growth = monthly();
const premium = monthly({
  packageId: 'PKG-100001-0011',
  details: { name: 'Premium' },
  credits: { total: 20 },
  pricing: { amount: 159_900 },
});
const basic = monthly({
  packageId: 'PKG-100001-0012',
  details: { name: 'Basic' },
  credits: { total: 2 },
  pricing: { amount: 29_900 },
});
const yearly = monthly({
  packageId: 'PKG-100001-0013',
  details: { name: 'Year', type: 'annual_subscription' },
  credits: { total: 12 },
  pricing: { amount: 120_000 },
  subscription: { recurring: true, interval: 'year' },
});
const single = bundle();
const withdrawnPackage = monthly({ packageId: 'PKG-100001-0014', availability: { status: 'archived' } });
const once = monthly({
  packageId: 'PKG-100001-0016',
  details: { name: 'Once' },
  pricing: { amount: 99_900 },
  eligibility: { maximumPurchasePerClient: 1 },
});
const loyal = monthly({ packageId: 'PKG-100001-0015', eligibility: { clientTypes: ['returning'] } });

let world: World;
beforeAll(async () => {
  world = await startWorld();
  sell(world, growth, premium, basic, yearly, single, withdrawnPackage, loyal, once);
});
afterAll(async () => {
  await world.stop();
});

const left = (transactionId: string, remaining: number) =>
  world.neighbours.lots.set(`${TENANT}/${transactionId}`, { remaining, added: 8 });
const quote = (who: string, subscriptionId: string, { packageId }: PackageSnapshot) =>
  world.billing.quotePlanChange(client(who), { subscriptionId, packageId });
const change = (
  who: string,
  quoted: { subscriptionId: string; packageId: string; quoteId: string },
  requestId: string,
) => {
  const { subscriptionId, packageId, quoteId } = quoted;
  return world.billing.changePlan(client(who), { subscriptionId, packageId, quoteId, requestId });
};

describe('a dearer package', () => {
  test('begins at once: quoted with what is due and lost, charged so, a period and a payment of its own, renewed as the new one', async () => {
    await world.misbehave({ duplicate: true, reorder: true });
    const { subscriptionId, transactionId } = await subscribe(world, 'upgrades', growth);
    left(transactionId, 5);
    await world.advanceTo('2025-01-16T21:00:00Z');
    const quoted = await quote('upgrades', subscriptionId, premium);
    // Half of January is unused: half the old price is credited.
    expect(quoted).toMatchObject({
      takesEffect: 'now',
      effectiveAt: '2025-01-16T21:00:00.000Z',
      amountDue: 159_900 - 79_900 / 2,
      currency: 'USD',
      creditsLost: 5,
      creditsGained: 20,
      rule: 'upgrade',
    });
    const changed = await change('upgrades', quoted, 'r-1');
    const period = {
      currentPeriodStart: '2025-01-16T21:00:00.000Z',
      currentPeriodEnd: '2025-02-16T21:00:00.000Z',
    };
    expect(changed).toMatchObject({
      packageId: premium.packageId,
      packageName: 'Premium',
      status: 'active',
      ...period,
    });
    expect(await change('upgrades', quoted, 'r-1')).toEqual(changed);
    const [, upgrade, ...more] = await stored(world, 'upgrades');
    expect(more).toEqual([]);
    expect(upgrade).toMatchObject({
      state: 'succeeded',
      packageId: premium.packageId,
      package: premium,
      amount: { gross: quoted.amountDue },
    });
    const [granted] = await eventsOf(world, 'PaymentSucceeded', String(upgrade?.['transactionId']), 1);
    expect(granted?.data).toMatchObject({
      package: { packageId: premium.packageId, version: premium.version },
      subscription: { subscriptionId, reason: 'update', periodStart: period.currentPeriodStart },
    });
    const [renewed] = await eventsOf(world, 'SubscriptionRenewed', subscriptionId, 1);
    expect(renewed?.data).toMatchObject({ packageName: 'Premium', reason: 'update' });
    await world.misbehave({});
    await world.advanceTo('2025-02-16T21:00:00Z');
    const renewal = (await stored(world, 'upgrades')).at(-1);
    expect(renewal).toMatchObject({ packageId: premium.packageId, amount: { gross: 159_900 }, state: 'succeeded' });
    await eventsOf(world, 'SubscriptionRenewed', subscriptionId, 2);
  });

  test('whose payment is declined changes nothing, here or at Stripe', async () => {
    const subscriber = await subscribe(world, 'declined', growth);
    const { subscriptionId, transactionId } = subscriber;
    left(transactionId, 8);
    await payWith(world, subscriber, 'pm_card_chargeCustomerFail');
    const quoted = await quote('declined', subscriptionId, premium);
    const before = await atStripe(world, subscriptionId);
    const declined = { code: 'rule_refused', details: { reason: 'payment_declined', declineCode: 'generic_decline' } };
    expect(await refusal(change('declined', quoted, 'r-1'))).toMatchObject(declined);
    expect(await atStripe(world, subscriptionId)).toEqual(before);
    expect(await shown(world, 'declined')).toMatchObject({ packageId: growth.packageId, status: 'active' });
    expect(await stored(world, 'declined')).toHaveLength(1);
    // The same request is not tried with another card; a new one is.
    await payWith(world, subscriber, 'pm_card_visa');
    expect(await refusal(change('declined', quoted, 'r-1'))).toMatchObject({ code: 'rule_refused' });
    expect(await change('declined', quoted, 'r-2')).toMatchObject({ packageId: premium.packageId });
  });

  test('that is paid by the credit of a longer period is granted all the same', async () => {
    const { subscriptionId, transactionId } = await subscribe(world, 'shortens', yearly);
    left(transactionId, 12);
    const quoted = await quote('shortens', subscriptionId, basic);
    expect(quoted).toMatchObject({ takesEffect: 'now', amountDue: 29_900 - 120_000 });
    const changed = await change('shortens', quoted, 'r-1');
    expect(changed).toMatchObject({ packageId: basic.packageId });
    const upgrade = (await stored(world, 'shortens')).find(({ packageId }) => packageId === basic.packageId);
    expect(upgrade).toMatchObject({ state: 'succeeded', amount: { gross: 0 } });
    await eventsOf(world, 'PaymentSucceeded', String(upgrade?.['transactionId']), 1);
  });

  test('costs what it was quoted at, or is refused', async () => {
    const { subscriptionId, transactionId } = await subscribe(world, 'spends', growth);
    left(transactionId, 3);
    const quoted = await quote('spends', subscriptionId, premium);
    left(transactionId, 2);
    expect(await refusal(change('spends', quoted, 'r-1'))).toMatchObject({ code: 'quote_changed' });
    left(transactionId, 3);
    const other = { ...quoted, packageId: basic.packageId };
    expect(await refusal(change('spends', other, 'r-2'))).toMatchObject({ code: 'quote_changed' });
    expect(await refusal(change('spends', { ...quoted, quoteId: 'made-up' }, 'r-3'))).toMatchObject({
      code: 'quote_changed',
    });
    world.shiftWall(11 * 60_000);
    expect(await refusal(change('spends', quoted, 'r-4'))).toMatchObject({ details: { reason: 'expired' } });
    world.shiftWall(0);
    expect(await stored(world, 'spends')).toHaveLength(1);
  });
});

describe('a cheaper package', () => {
  test('begins with the next period, costs nothing before, and keeps what it was sold as', async () => {
    const { subscriptionId } = await subscribe(world, 'downgrades', growth);
    const { currentPeriodEnd: end = '' } = await shown(world, 'downgrades');
    const quoted = await quote('downgrades', subscriptionId, basic);
    expect(quoted).toMatchObject({ takesEffect: 'period_end', effectiveAt: end, amountDue: 0, creditsLost: 0 });
    const changed = await change('downgrades', quoted, 'r-1');
    expect(changed).toMatchObject({ packageId: growth.packageId, nextPackageId: basic.packageId });
    // Sold as it was then, whatever the catalog makes of it later.
    sell(world, { ...basic, version: 2, credits: { ...basic.credits, total: 1 } });
    await world.advanceTo(end);
    const [, renewal] = await stored(world, 'downgrades');
    expect(renewal).toMatchObject({ package: basic, amount: { gross: 29_900 }, period: { reason: 'cycle' } });
    const now = await shown(world, 'downgrades');
    expect(now).toMatchObject({ packageId: basic.packageId, currentPeriodStart: end });
    expect(now).not.toHaveProperty('nextPackageId', basic.packageId);
    expect(now.history?.map(({ action }) => action)).toEqual(['started', 'change', 'plan_changed', 'renewed']);
    sell(world, basic);
  });

  test('that is still to come is taken back by resuming, by changing back, or by ending the subscription', async () => {
    const { subscriptionId } = await subscribe(world, 'undecided', growth);
    const toBasic = async (requestId: string) =>
      change('undecided', await quote('undecided', subscriptionId, basic), requestId);
    expect(await toBasic('r-1')).toMatchObject({ nextPackageId: basic.packageId });
    const resumed = await world.billing.resumeSubscription(client('undecided'), { subscriptionId, requestId: 'r-2' });
    expect(resumed.nextPackageId).toBeUndefined();
    await toBasic('r-3');
    const back = await quote('undecided', subscriptionId, growth);
    expect(back).toMatchObject({ rule: 'stay', amountDue: 0, creditsLost: 0, creditsGained: 0 });
    expect((await change('undecided', back, 'r-4')).nextPackageId).toBeUndefined();
    await toBasic('r-5');
    const ending = await world.billing.cancelSubscription(client('undecided'), {
      subscriptionId,
      atPeriodEnd: true,
      requestId: 'r-6',
      reason: '',
    });
    expect(ending).toMatchObject({ cancelAtPeriodEnd: true, packageId: growth.packageId });
    expect(ending.nextPackageId).toBeUndefined();
    expect(await atStripe(world, subscriptionId)).toMatchObject({ schedule: null, cancel_at_period_end: true });
  });

  test('that is still to come gives way to a dearer one', async () => {
    const { subscriptionId, transactionId } = await subscribe(world, 'turns', growth);
    left(transactionId, 1);
    await change('turns', await quote('turns', subscriptionId, basic), 'r-1');
    const changed = await change('turns', await quote('turns', subscriptionId, premium), 'r-2');
    expect(changed).toMatchObject({ packageId: premium.packageId });
    expect(changed.nextPackageId).toBeUndefined();
    expect(await atStripe(world, subscriptionId)).toMatchObject({ schedule: null });
  });
});

describe('no quote', () => {
  test.each([
    ['of the package it has', growth, 'rule_refused', { reason: 'same_package' }],
    ['of what is paid once', single, 'rule_refused', { reason: 'not_recurring' }],
    ['of what is not on sale', withdrawnPackage, 'not_on_sale', {}],
    ['of what is not open to the client', loyal, 'not_eligible', { reason: 'client_type' }],
  ] as const)('%s', async (what, wanted, code, details) => {
    const who = `asks ${what}`.replaceAll(' ', '-');
    const { subscriptionId } = await subscribe(world, who, growth);
    expect(await refusal(quote(who, subscriptionId, wanted))).toMatchObject({ code, details });
    expect((await refusal(quote('stranger', subscriptionId, premium))).code).toBe('not_found');
  });

  test('while it is paused; and time that a pause left unpaid is never credited', async () => {
    const { subscriptionId } = await subscribe(world, 'rests', growth);
    const { currentPeriodEnd: end = '' } = await shown(world, 'rests');
    await world.billing.pauseSubscription(client('rests'), { subscriptionId, requestId: 'r-1' });
    expect(await refusal(quote('rests', subscriptionId, premium))).toMatchObject({ code: 'invalid_transition' });
    await world.advanceTo(end);
    await world.billing.resumeSubscription(client('rests'), { subscriptionId, requestId: 'r-2' });
    const [first] = await stored(world, 'rests');
    left(String(first?.['transactionId']), 0);
    const quoted = await quote('rests', subscriptionId, premium);
    expect(quoted).toMatchObject({ amountDue: 159_900, creditsLost: 0 });
    expect(await change('rests', quoted, 'r-3')).toMatchObject({ packageId: premium.packageId });
    expect((await stored(world, 'rests')).at(-1)).toMatchObject({ amount: { gross: 159_900 } });
  });
});

test('an upgrade that nobody waits for any more is not made', async () => {
  const { subscriptionId } = await subscribe(world, 'gone', growth);
  const wish = {
    id: 'w-gone',
    move: 'change',
    checkAt: new Date(),
    change: { package: premium, takesEffect: 'now', priceId: 'price_x' },
  };
  const line = { at: new Date(), action: 'change', actor: 'client', reason: '', wishId: wish.id };
  await world.database
    .collection<{ clientId: string; history: object[] }>('subscriptions')
    .updateOne({ clientId: 'gone' }, { $set: { wish }, $push: { history: line }, $inc: { version: 1 } });
  await eventually(
    async () => {
      const { history } = await shown(world, 'gone');
      expect(history.at(-1)).toMatchObject({ action: 'withdrawn', reason: 'not_made_in_time' });
    },
    { withinMs: 15_000 },
  );
  expect((await atStripe(world, subscriptionId))['metadata']).not.toHaveProperty('changeId');
});

describe('a package that a client may have so many times', () => {
  const ordinals = async (who: string) =>
    (await stored(world, who)).map(({ packageId, ordinal }) => `${packageId}:${ordinal ?? '-'}`);

  test('is taken by a change once, however often it renews, and not again', async () => {
    const { subscriptionId, transactionId } = await subscribe(world, 'changer', growth);
    left(transactionId, 0);
    await change('changer', await quote('changer', subscriptionId, once), 'r-once');
    await eventually(async () =>
      expect(await ordinals('changer')).toEqual([`${growth.packageId}:1`, `${once.packageId}:1`]),
    );
    // Bought or changed to, there is no second one.
    const { amount, currency } = once.pricing;
    const bought = world.billing.createPaymentIntent(client('changer'), {
      packageId: once.packageId,
      amount,
      currency,
      requestId: '',
    });
    expect(await refusal(bought)).toMatchObject({ code: 'not_eligible', details: { maximum: 1 } });
    const { currentPeriodEnd = '' } = await shown(world, 'changer');
    await world.advanceTo(currentPeriodEnd);
    await eventually(async () =>
      expect(await ordinals('changer')).toEqual([
        `${growth.packageId}:1`,
        `${once.packageId}:1`,
        `${once.packageId}:-`,
      ]),
    );
  });

  test('is refused to a change where its places are taken', async () => {
    const { subscriptionId } = await subscribe(world, 'had-it', growth);
    await subscribe(world, 'had-it', once);
    expect(await refusal(quote('had-it', subscriptionId, once))).toMatchObject({
      code: 'not_eligible',
      details: { reason: 'maximum_reached', maximum: 1 },
    });
  });
});
