import type { SandboxDatabase } from '../../database.ts';
import { listOfKind, PAGE, route, type Route } from '../http/route.ts';
import type { Json } from '../objects.ts';
import { range, text, word } from '../params.ts';
import { equalFilter, rangeFilter } from '../store.ts';
import { currency } from './money.ts';

export const balanceRoutes: readonly Route[] = [
  route('GET', '/v1/balance', {}, ({ work, database }) => balanceOf(database, work)),
  route('GET', '/v1/balance_transactions/:id', {}, ({ work, id }) => work.get('balance_transaction', id)),
  route(
    'GET',
    '/v1/balance_transactions',
    { ...PAGE, created: range, currency, source: word, type: text },
    (call, values) => {
      const equal = equalFilter({
        'body.currency': values.currency,
        'body.source': values.source,
        'body.type': values.type,
      });
      return listOfKind(call, 'balance_transaction', {
        filter: { ...equal, ...rangeFilter('body.created', values.created) },
        values,
      });
    },
  ),
];

interface Sum {
  _id: string;
  available: number;
  pending: number;
}

/** The sum of everything that was ever booked, by currency, as nothing is ever paid out here. */
async function balanceOf(
  { objects }: Pick<SandboxDatabase, 'objects'>,
  { account, now }: { account: string; now: number },
): Promise<Json> {
  const isAvailable = { $lte: ['$body.available_on', now] };
  const sums = await objects
    .aggregate<Sum>([
      { $match: { account, kind: 'balance_transaction' } },
      {
        $group: {
          _id: '$body.currency',
          available: { $sum: { $cond: [isAvailable, '$body.net', 0] } },
          pending: { $sum: { $cond: [isAvailable, 0, '$body.net'] } },
        },
      },
      { $sort: { _id: 1 } },
    ])
    .toArray();
  const rows = sums.length === 0 ? [{ _id: 'usd', available: 0, pending: 0 }] : sums;
  return {
    object: 'balance',
    available: rows.map(({ _id, available }) => fundsOf(available, _id)),
    connect_reserved: rows.map(({ _id }) => ({ amount: 0, currency: _id })),
    livemode: false,
    pending: rows.map(({ _id, pending }) => fundsOf(pending, _id)),
  };
}

const fundsOf = (amount: number, of: string): Json => ({ amount, currency: of, source_types: { card: amount } });
