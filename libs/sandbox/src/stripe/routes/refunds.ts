import { invalid } from '../errors.ts';
import { listOfKind, PAGE, route, type Route } from '../http/route.ts';
import { mergeMetadata } from '../metadata.ts';
import type { Charge } from '../objects.ts';
import { oneOf, range, strings, word } from '../params.ts';
import { refundCharge, tellUpdated } from '../payments/refund.ts';
import { equalFilter, rangeFilter } from '../store.ts';
import type { Work } from '../work.ts';
import { positive } from './money.ts';

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
    tellUpdated(work, refund);
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
