import type { TransactionDocument, Transactions } from './transaction-document.ts';

interface CodeKey {
  tenantId: string;
  code: string;
}

/** Numbers of a code's uses that are taken, up to its maximum. */
export async function takenRedemptions(
  transactions: Transactions,
  { tenantId, code }: CodeKey,
  maximum: number,
): Promise<number[]> {
  const documents = await transactions
    .find(
      { tenantId, 'redemption.code': code, 'redemption.ordinal': { $lte: maximum } },
      { _id: 0, 'redemption.ordinal': 1 },
    )
    .limit(maximum)
    .lean<Pick<TransactionDocument, 'redemption'>[]>();
  return documents.flatMap(({ redemption }) => redemption?.ordinal ?? []);
}

/** Whether a client has used a code, but for a payment of this package that is still open: that one can be had again. */
export async function hasRedeemed(
  transactions: Transactions,
  { tenantId, code }: CodeKey,
  { clientId, packageId }: { clientId: string; packageId: string },
): Promise<boolean> {
  return (await transactions.exists({ tenantId, clientId, 'redemption.code': code, ...elsewhere(packageId) })) !== null;
}

/** Whether a client has paid for anything yet, or uses a code for first purchases elsewhere. */
export async function hasPurchased(
  transactions: Transactions,
  { tenantId, clientId, packageId }: { tenantId: string; clientId: string; packageId: string },
): Promise<boolean> {
  const paid = { paidAt: { $exists: true }, 'amount.gross': { $gt: 0 } };
  const using = { 'redemption.first': true, ...elsewhere(packageId) };
  return (await transactions.exists({ tenantId, clientId, ...anyOf(paid, using) })) !== null;
}

function elsewhere(packageId: string): object {
  return { $nor: [{ packageId, open: true }] };
}
function anyOf(...conditions: object[]): object {
  return { $or: conditions };
}

/** How often each of these codes is in use: paid for, or being paid for. */
export async function countRedemptions(
  transactions: Transactions,
  tenantId: string,
  codes: readonly string[],
): Promise<Map<string, number>> {
  const rows = await transactions.aggregate<{ _id: string; count: number }>([
    { $match: { tenantId, 'redemption.code': { $in: codes } } },
    { $group: { _id: '$redemption.code', count: { $sum: 1 } } },
  ]);
  return new Map(rows.map(({ _id, count }) => [_id, count]));
}
