import { PaymentIntentInput } from '@consult/contracts/api/billing';
import Type from 'typebox';
import { listAnswer, pageOf, pageQuery, present } from '../http/answers.ts';
import { callerOf } from '../http/caller.ts';
import { requestIdOf } from '../http/idempotency.ts';
import type { App, RouteContext } from './context.ts';

const strict = { additionalProperties: false } as const;

/** Paying and what was paid. */
export function billingRoutes(app: App, { clients }: RouteContext): void {
  app.post(
    '/api/billing/payments/intent',
    { config: { roles: ['client'], idempotency: 'advised' }, schema: { tags: ['billing'], body: PaymentIntentInput } },
    async (request) => {
      const { packageId, amount, currency, promotionCode, quoteId, holdId } = request.body;
      const purchase = {
        packageId,
        amount,
        currency,
        ...(promotionCode === undefined ? {} : { promotionCode }),
        ...(quoteId === undefined ? {} : { quoteId }),
        ...(holdId === undefined ? {} : { holdId }),
        requestId: requestIdOf(request),
      };
      const intent = present(await clients.billing.createPaymentIntent(callerOf(request), purchase));
      return { clientSecret: intent.clientSecret, transactionId: intent.transactionId, data: intent };
    },
  );

  app.get(
    '/api/billing/subscriptions',
    { config: { roles: ['client'] }, schema: { tags: ['billing'], querystring: Type.Object(pageQuery, strict) } },
    async (request) => {
      const answer = await clients.billing.listSubscriptions(callerOf(request), { page: pageOf(request.query) });
      return listAnswer(answer.subscriptions, answer.page);
    },
  );
}
