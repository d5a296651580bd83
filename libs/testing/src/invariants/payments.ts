import { type Finding, groupBy, keyOf, type Stack } from './stack.ts';

/** What has gone back was bought all the same. */
const PAID: ReadonlySet<string> = new Set(['succeeded', 'partially_refunded', 'refunded']);

/** I4: one payment, one transaction, one lot: of the same client and the same money. */
export function checkPayments({ accounts, transactions, databases }: Stack): Finding[] {
  if (transactions === undefined || !databases.has('credits')) return [];
  const lots = groupBy(
    accounts.flatMap(({ tenantId, clientId, lots: own }) =>
      own.filter(isBought).map((lot) => ({ tenantId, clientId, ...lot })),
    ),
    ({ tenantId, transactionId }) => keyOf(tenantId, transactionId),
  );
  const found: Finding[] = [];
  for (const { tenantId, transactionId, clientId, state, amount } of transactions) {
    const where = keyOf(tenantId, transactionId);
    const bought = lots.get(where) ?? [];
    lots.delete(where);
    const [lot] = bought;
    if (bought.length !== (PAID.has(state) ? 1 : 0))
      found.push(finding(where, `is ${state} and has ${bought.length} lots`));
    else if (lot && (lot.clientId !== clientId || lot.paidMinor !== amount.gross))
      found.push(
        finding(where, `of ${clientId} over ${amount.gross} has a lot of ${lot.clientId} over ${lot.paidMinor}`),
      );
  }
  for (const where of lots.keys()) found.push(finding(where, 'has a lot, but is no transaction'));
  return found;
}

/** What rolled over was paid with the period before, what was given by hand by nobody. */
function isBought({ source }: { source: string }): boolean {
  return source !== 'rollover' && source !== 'manual';
}

function finding(where: string, what: string): Finding {
  return { invariant: 'I4', where, what };
}
