import { listOfKind, PAGE, route, type Route } from '../http/route.ts';
import { mergeMetadata } from '../metadata.ts';
import { range, strings, text, word } from '../params.ts';
import { equalFilter, rangeFilter } from '../store.ts';

export const chargeRoutes: readonly Route[] = [
  route('GET', '/v1/charges/:id', {}, ({ work, id }) => work.get('charge', id)),
  route(
    'POST',
    '/v1/charges/:id',
    { description: text, metadata: strings, receipt_email: text },
    async ({ work, id }, { metadata, ...fields }) => {
      const charge = await work.get('charge', id);
      Object.assign(charge, fields, { metadata: mergeMetadata(charge.metadata, metadata) });
      work.emit('charge.updated', charge);
      return charge;
    },
  ),
  route('GET', '/v1/charges', { ...PAGE, created: range, customer: word, payment_intent: word }, (call, values) => {
    const equal = equalFilter({ 'body.customer': values.customer, 'body.payment_intent': values.payment_intent });
    return listOfKind(call, 'charge', { filter: { ...equal, ...rangeFilter('body.created', values.created) }, values });
  }),
];
