import { testCaller } from '@consult/testing/call';
import { bundle, type PackageChanges } from './packages.ts';
import { client, confirm, finance, open, settled, TENANT, type Transaction, type World } from './world.ts';

/** A package that was paid, with a lot of three of which one is used unless said otherwise. */
export interface Paid {
  transactionId: string;
  intentId: string;
  chargeId: string;
}

let packages = 0;
export async function pay(
  world: World,
  clientId: string,
  given: { card?: string; lot?: { remaining: number; added: number }; sold?: PackageChanges } = {},
): Promise<Paid> {
  packages += 1;
  const sold = bundle({ packageId: `PKG-100001-5${String(packages).padStart(3, '0')}`, ...given.sold });
  world.neighbours.packages.set(`${TENANT}/${sold.packageId}`, sold);
  const { clientSecret, transactionId } = await open(world, client(clientId), sold);
  await confirm(world, clientSecret, given.card);
  const paid = await settled(world, client(clientId), transactionId, 'succeeded');
  world.neighbours.lots.set(`${TENANT}/${transactionId}`, given.lot ?? { added: 3, remaining: 2 });
  return { transactionId, intentId: paid.stripe?.paymentIntentId ?? '', chargeId: paid.stripe?.chargeId ?? '' };
}

export const quote = (world: World, transactionId: string) => world.billing.quoteRefund(finance(), { transactionId });

/** Refunds what was quoted on this basis, or on the first one there is. */
export async function refund(
  world: World,
  transactionId: string,
  given: { basis?: string; requestId?: string; reason?: string } = {},
): Promise<Transaction> {
  const { options } = await quote(world, transactionId);
  const option = given.basis === undefined ? options[0] : options.find(({ basis }) => basis === given.basis);
  return order(world, transactionId, option?.quoteId ?? '', given);
}

export function order(
  world: World,
  transactionId: string,
  quoteId: string,
  given: { requestId?: string; reason?: string } = {},
): Promise<Transaction> {
  const { requestId = `request-of-${transactionId}`, reason = 'moved away' } = given;
  return world.billing.refundTransaction(finance(), { transactionId, quoteId, reason, requestId });
}

/** Every refund Stripe has made of a payment. */
export async function refundsAtStripe(world: World, intentId: string) {
  const listed = await world.stripe('GET', `/v1/refunds?payment_intent=${intentId}&limit=100`);
  return listed.body['data'] as { id: string; amount: number; status: string; metadata: Record<string, string> }[];
}

/** Somebody gives money back in Stripe's own dashboard. */
export async function refundInDashboard(world: World, intentId: string, amountMinor: number): Promise<string> {
  const made = await world.stripe('POST', '/v1/refunds', { payment_intent: intentId, amount: String(amountMinor) });
  return String(made.body['id']);
}

export const admin = () => testCaller({ tenantId: TENANT, userId: 'admin-1', roles: ['admin'] });
