import { invalid } from '../errors.ts';
import { listOfKind, PAGE, route, type Route } from '../http/route.ts';
import { mergeMetadata } from '../metadata.ts';
import type { Charge } from '../objects.ts';
import { oneOf, range, strings, text, word } from '../params.ts';
import { refundCharge } from '../payments/refund.ts';
import { equalFilter, rangeFilter } from '../store.ts';
import type { Work } from '../work.ts';
import { positive } from './money.ts';

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

export const balanceTransactionRoutes: readonly Route[] = [
  route('GET', '/v1/balance_transactions/:id', {}, ({ work, id }) => work.get('balance_transaction', id)),
  route('GET', '/v1/balance_transactions', { ...PAGE, created: range, source: word, type: text }, (call, values) => {
    const equal = equalFilter({ 'body.source': values.source, 'body.type': values.type });
    return listOfKind(call, 'balance_transaction', {
      filter: { ...equal, ...rangeFilter('body.created', values.created) },
      values,
    });
  }),
];

export const refundRoutes: readonly Route[] = [
  route(
    'POST',
    '/v1/refunds',
    {
      amount: positive,
      charge: word,
      metadata: strings,
      payment_intent: word,
      reason: oneOf('duplicate', 'fraudulent', 'requested_by_customer'),
    },
    async ({ work }, values) => {
      const charge = await chargeOf(work, values);
      return refundCharge(work, {
        charge,
        amount: values.amount,
        reason: values.reason ?? null,
        metadata: mergeMetadata(null, values.metadata),
      });
    },
  ),
  route('GET', '/v1/refunds/:id', {}, ({ work, id }) => work.get('refund', id)),
  route('POST', '/v1/refunds/:id', { metadata: strings }, async ({ work, id }, { metadata }) => {
    const refund = await work.get('refund', id);
    refund.metadata = mergeMetadata(refund.metadata, metadata);
    work.emit('refund.updated', refund);
    return refund;
  }),
  route('GET', '/v1/refunds', { ...PAGE, charge: word, created: range, payment_intent: word }, (call, values) => {
    const equal = equalFilter({ 'body.charge': values.charge, 'body.payment_intent': values.payment_intent });
    return listOfKind(call, 'refund', { filter: { ...equal, ...rangeFilter('body.created', values.created) }, values });
  }),
];

async function chargeOf(
  work: Work,
  named: { charge?: string | undefined; payment_intent?: string | undefined },
): Promise<Charge> {
  if (named.charge !== undefined) return work.get('charge', named.charge, 'charge');
  if (named.payment_intent === undefined) {
    throw invalid('One of the following params should be provided for this request: payment_intent or charge.', {
      code: 'parameter_missing',
    });
  }
  const intent = await work.get('payment_intent', named.payment_intent, 'payment_intent');
  if (intent.status === 'succeeded' && intent.latest_charge !== null) return work.get('charge', intent.latest_charge);
  throw invalid(`This PaymentIntent (${intent.id}) does not have a successful charge to refund.`, {
    code: 'payment_intent_unexpected_state',
    param: 'payment_intent',
  });
}
