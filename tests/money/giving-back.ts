import { newId } from '@consult/runtime/ids';
import { admin } from './callers.ts';
import type { Step } from './plan.ts';
import { nthOf, type Shop, told } from './shop.ts';
import type { MoneyWorld } from './world.ts';

/** Refunds a payment as it is quoted. */
export async function refund(
  world: MoneyWorld,
  { tenantId }: Shop,
  { nth, basis }: Extract<Step, { do: 'refund' }>,
): Promise<string> {
  const caller = admin(tenantId);
  const { transactions } = await world.billing.listTransactions(caller, { page: { limit: 100, cursor: '' } });
  const paid = (transactions ?? []).filter(({ status }) =>
    ['succeeded', 'partially_refunded'].includes(status?.current ?? ''),
  );
  const transactionId = nthOf(paid.toReversed(), nth)?.transactionId;
  if (transactionId === undefined) return 'nothing paid';
  const { options } = await world.billing.quoteRefund(caller, { transactionId });
  const { quoteId = '' } = nthOf(options ?? [], basis) ?? {};
  const order = { transactionId, quoteId, reason: 'random', requestId: newId() };
  const { status } = await world.billing.refundTransaction(caller, order);
  return `${transactionId} ${status?.current ?? ''}`;
}

/** By the seller in Stripe's dashboard, or by the buyer at the bank. */
export async function takeBack(
  world: MoneyWorld,
  { account }: Shop,
  { do: what, nth, percent }: Extract<Step, { do: 'refund_at_stripe' | 'dispute' }>,
): Promise<string> {
  const listed = await world.stripe('GET', '/v1/charges?limit=100', { account });
  if (listed.status !== 200) return told(listed);
  const charges = listed.body['data'] as { id: string; amount: number; paid: boolean; amount_refunded: number }[];
  const charge = nthOf(charges.filter(({ paid }) => paid).toReversed(), nth);
  if (charge === undefined) return 'nothing charged';
  const part = Math.floor((charge.amount * percent) / 1_000) * 10;
  const amount = Math.max(10, Math.min(part, charge.amount - charge.amount_refunded));
  if (what === 'refund_at_stripe') {
    const form = { charge: charge.id, amount: String(amount) };
    return told(await world.stripe('POST', '/v1/refunds', { account, form }));
  }
  const refused = await world.dispute({ account, charge: charge.id, amount }).then(
    () => undefined,
    (error: unknown) => error,
  );
  return refused === undefined ? 'ok' : 'refused';
}

/** Decides a dispute as Stripe's test mode does: by the seller's evidence. */
export async function closeDispute(
  world: MoneyWorld,
  { account }: Shop,
  { nth, won }: Extract<Step, { do: 'close_dispute' }>,
): Promise<string> {
  const dispute = nthOf(await openDisputes(world, account), nth);
  if (dispute === undefined) return 'nothing disputed';
  const form = { 'evidence[uncategorized_text]': won ? 'winning_evidence' : 'losing_evidence', submit: 'true' };
  return told(await world.stripe('POST', `/v1/disputes/${dispute.id}`, { account, form }));
}

/** Disputes the bank has not decided, oldest first. */
export async function openDisputes(world: MoneyWorld, account: string): Promise<{ id: string }[]> {
  const { body } = await world.stripe('GET', '/v1/disputes?limit=100', { account });
  const disputes = body['data'] as { id: string; status: string }[];
  return disputes.filter(({ status }) => status === 'needs_response').toReversed();
}
