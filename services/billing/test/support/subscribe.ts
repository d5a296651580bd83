import type { PackageSnapshot } from '@consult/contracts/events/catalog';
import { testCaller } from '@consult/testing/call';
import { client, confirm, eventsOf, open, settled, TENANT, type World } from './world.ts';

/** A client whose first period is paid. */
export interface Subscriber {
  subscriptionId: string;
  transactionId: string;
  customerId: string;
}

export const admin = (tenantId = TENANT) => testCaller({ tenantId, userId: 'admin-1', roles: ['admin'] });

/** Puts packages on sale. */
export function sell(world: World, ...packages: PackageSnapshot[]): void {
  for (const one of packages) world.neighbours.packages.set(`${TENANT}/${one.packageId}`, one);
}

/** Buys a recurring package with a card that pays, and waits until billing has told of it. */
export async function subscribe(world: World, clientId: string, sold: PackageSnapshot): Promise<Subscriber> {
  const { clientSecret, transactionId, subscriptionId = '' } = await open(world, client(clientId), sold);
  await confirm(world, clientSecret);
  await settled(world, client(clientId), transactionId, 'succeeded');
  await eventsOf(world, 'SubscriptionStarted', subscriptionId, 1);
  const { body } = await world.stripe('GET', `/v1/subscriptions/${subscriptionId}`);
  return { subscriptionId, transactionId, customerId: String(body['customer']) };
}

/** The subscription of a client who has one, as the API shows it. */
export async function shown(world: World, clientId: string) {
  const { subscriptions } = await world.billing.listSubscriptions(client(clientId), { page: null });
  const [only, more] = subscriptions;
  if (only === undefined || more !== undefined) throw new Error(`${subscriptions.length} subscriptions`);
  return only;
}

/** The subscription at Stripe. */
export async function atStripe(world: World, subscriptionId: string): Promise<Record<string, unknown>> {
  return (await world.stripe('GET', `/v1/subscriptions/${subscriptionId}`)).body;
}

/** All transactions of a client as they are stored, oldest first. */
export function stored(world: World, clientId: string) {
  return world.database.collection('transactions').find({ clientId }).sort({ createdAt: 1, _id: 1 }).toArray();
}

/** Lets the subscription be paid with this card from now on. */
export async function payWith(world: World, { customerId, subscriptionId }: Subscriber, card: string): Promise<string> {
  const { body } = await world.stripe('POST', `/v1/payment_methods/${card}/attach`, { customer: customerId });
  const id = String(body['id']);
  await world.stripe('POST', `/v1/subscriptions/${subscriptionId}`, { default_payment_method: id });
  return id;
}
