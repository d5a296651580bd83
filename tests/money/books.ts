import { checkInvariants } from '@consult/testing/invariants';
import { operator } from './callers.ts';
import type { Shop } from './shop.ts';
import type { MoneyWorld } from './world.ts';

/** What Stripe keeps when a bank takes money back, until the dispute is won. Minor units, in any currency. */
const DISPUTE_FEE_MINOR = 1_500;
const PAID = new Set(['succeeded', 'partially_refunded', 'refunded']);

/** Of billing's record, what the money is reckoned by. */
interface Record {
  transactionId: string;
  state: string;
  currency: string;
  amount: { gross: number; platformFee: number; processingFee: number; net: number };
  feeIsEstimate: boolean;
  stripe: { paymentIntentId?: string };
  refunds: { amountMinor: number; status: string }[];
  disputes: { disputeId: string; amountMinor: number; status: string }[];
}

/** Everything that is wrong with the books of a tenant at rest, line by line; empty when they agree. */
export async function faultsIn(world: MoneyWorld, shop: Shop): Promise<string[]> {
  const { tenantId, account } = shop;
  const records = await world.database.collection('transactions').find<Record>({ tenantId }).toArray();
  const invariants = await checkInvariants({ mongoUri: world.mongoUri, namespace: world.namespace });
  return [
    ...(await reconciled(world, tenantId)),
    ...invariants.map(({ invariant, where, what }) => `${invariant} ${where}: ${what}`),
    ...(await unfollowed(world, account)),
    ...records.flatMap(unsettled),
    ...(await missing(world, shop, records)),
    ...(await misheard(world, shop, records)),
    ...(await imbalance(world, shop, records)),
  ];
}

async function reconciled(world: MoneyWorld, tenantId: string): Promise<string[]> {
  const faults: string[] = [];
  let cursor = '';
  do {
    const page = await world.billing.reconcile(operator(), { tenantId, since: '', cursor, apply: false });
    for (const { kind, subject, detail } of page.findings ?? []) faults.push(`reconcile ${kind} ${subject}: ${detail}`);
    cursor = page.nextCursor;
  } while (cursor !== '');
  return faults;
}

/** Webhooks that were heard and not worked off. */
async function unfollowed(world: MoneyWorld, stripeAccount: string): Promise<string[]> {
  const waiting = await world.database
    .collection('webhook_inbox')
    .find({ stripeAccount, state: { $ne: 'done' } })
    .toArray();
  return waiting.map((one) => `${one['type']} of ${one['subjectId']} is ${one['state']}: ${one['lastFailure']}`);
}

function unsettled(record: Record): string[] {
  const { transactionId, refunds, feeIsEstimate, state, amount } = record;
  const { gross, platformFee, processingFee, net } = amount;
  const pending = refunds.filter(({ status }) => status === 'pending');
  return [
    ...pending.map(({ amountMinor }) => `${transactionId} has a refund of ${amountMinor} pending`),
    ...(PAID.has(state) && feeIsEstimate ? [`${transactionId} has an estimated fee`] : []),
    ...(platformFee + processingFee + net === gross ? [] : [`${transactionId} does not add up`]),
  ];
}

/** Every charge that Stripe has taken is one paid transaction of the same sum. */
async function missing(world: MoneyWorld, { account }: Shop, records: readonly Record[]): Promise<string[]> {
  const faults: string[] = [];
  for (const charge of await allOf(world, account, 'charges')) {
    if (charge['paid'] !== true) continue;
    const { payment_intent: intentId, amount } = charge;
    const own = records.filter(({ stripe, state }) => stripe.paymentIntentId === intentId && PAID.has(state));
    if (own.length !== 1 || own[0]?.amount.gross !== amount)
      faults.push(`${String(charge['id'])} over ${String(amount)} is ${own.length} transactions`);
  }
  return faults;
}

/** Every dispute stands here as the bank has decided it. */
async function misheard(world: MoneyWorld, { account }: Shop, records: readonly Record[]): Promise<string[]> {
  const known = new Map(
    records.flatMap(({ disputes }) => disputes.map(({ disputeId, status }) => [disputeId, status])),
  );
  const disputes = await allOf(world, account, 'disputes');
  return disputes
    .filter(({ id, status }) => known.get(String(id)) !== status)
    .map(({ id, status, payment_intent: intentId }) => {
      const of = records.find(({ stripe }) => stripe.paymentIntentId === intentId)?.transactionId;
      return `${String(id)} of ${of ?? String(intentId)} is ${String(status)} at Stripe, ${known.get(String(id))} here`;
    });
}

/** What billing believes to have, beside what Stripe has for the account, currency by currency. */
async function imbalance(world: MoneyWorld, { account }: Shop, records: readonly Record[]): Promise<string[]> {
  const ours = new Map<string, number>();
  for (const record of records)
    ours.set(record.currency, (ours.get(record.currency) ?? 0) + (PAID.has(record.state) ? leftOf(record) : 0));
  const theirs = new Map<string, number>();
  const { body } = await world.stripe('GET', '/v1/balance', { account });
  for (const part of ['available', 'pending'])
    for (const { amount, currency } of body[part] as { amount: number; currency: string }[])
      theirs.set(currency.toUpperCase(), (theirs.get(currency.toUpperCase()) ?? 0) + amount);
  const currencies = [...new Set([...ours.keys(), ...theirs.keys()])];
  return currencies.flatMap((currency) => {
    const [here, there] = [ours.get(currency) ?? 0, theirs.get(currency) ?? 0];
    return here === there ? [] : [`${currency}: ${here} by our transactions, ${there} at Stripe`];
  });
}

/** Of a payment: what Stripe's fee, refunds and disputes have left. */
function leftOf({ amount, refunds, disputes }: Record): number {
  const back = refunds.filter(({ status }) => status === 'succeeded');
  const taken = disputes.filter(({ status }) => status !== 'won');
  const sum = (sums: { amountMinor: number }[]) => sums.reduce((total, { amountMinor }) => total + amountMinor, 0);
  return amount.gross - amount.processingFee - sum(back) - sum(taken) - taken.length * DISPUTE_FEE_MINOR;
}

/** All objects of a kind in an account, page by page. */
export async function allOf(world: MoneyWorld, account: string, kind: string): Promise<{ [field: string]: unknown }[]> {
  const all: { [field: string]: unknown }[] = [];
  for (let more = true, after = ''; more; after = String(all.at(-1)?.['id'])) {
    const from = after === '' ? '' : `&starting_after=${after}`;
    const { body } = await world.stripe('GET', `/v1/${kind}${kind.includes('?') ? '&' : '?'}limit=100${from}`, {
      account,
    });
    all.push(...(body['data'] as { [field: string]: unknown }[]));
    more = body['has_more'] === true;
  }
  return all;
}
