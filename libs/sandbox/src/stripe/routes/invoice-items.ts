import { listOfKind, PAGE, route, type Route } from '../http/route.ts';
import { flag, range, word } from '../params.ts';
import { equalFilter, rangeFilter } from '../store.ts';

/** Prorations that wait for an invoice, or have been billed. */
export const invoiceItemRoutes: readonly Route[] = [
  route('GET', '/v1/invoiceitems/:id', {}, ({ work, id }) => work.get('invoiceitem', id)),
  route(
    'GET',
    '/v1/invoiceitems',
    { ...PAGE, created: range, customer: word, invoice: word, pending: flag },
    (call, values) => {
      const equal = equalFilter({ 'body.customer': values.customer, 'body.invoice': values.invoice });
      const pending = values.pending === undefined ? {} : { 'body.invoice': values.pending ? null : { $ne: null } };
      return listOfKind(call, 'invoiceitem', {
        filter: { ...pending, ...equal, ...rangeFilter('body.date', values.created) },
        values,
      });
    },
  ),
];
