import { CancelSubscriptionInput, PlanChangeInput, PlanChangeQuoteInput } from '@consult/contracts/api/billing';
import { Id } from '@consult/contracts/primitives';
import Type from 'typebox';
import { present, taggedAnswer } from '../http/answers.ts';
import { callerOf } from '../http/caller.ts';
import { requestIdOf } from '../http/idempotency.ts';
import type { App, RouteContext } from './context.ts';

const byId = Type.Object({ subscriptionId: Id });
/** Each is made once: the key says which request it is. */
const move = { roles: ['client', 'admin'], idempotency: 'required' } as const;

/** What a client does with a subscription, and the admin for them; and the cards that pay it. */
export function subscriptionRoutes(app: App, context: RouteContext): void {
  moves(app, context);
  planChanges(app, context);
  cards(app, context);
}

function moves(app: App, { clients }: RouteContext): void {
  app.post(
    '/api/billing/subscriptions/:subscriptionId/cancel',
    { config: move, schema: { tags: ['billing'], params: byId, body: CancelSubscriptionInput } },
    async (request, reply) => {
      // What is paid for is not thrown away by a slip: at once only when it is said.
      const { atPeriodEnd = true, reason = '' } = request.body;
      const wanted = { ...request.params, atPeriodEnd, reason, requestId: requestIdOf(request) };
      return taggedAnswer(reply, present(await clients.billing.cancelSubscription(callerOf(request), wanted)));
    },
  );

  // The verb is the whole request.
  for (const [verb, call] of [
    ['resume', clients.billing.resumeSubscription],
    ['pause', clients.billing.pauseSubscription],
  ] as const)
    app.post(
      `/api/billing/subscriptions/:subscriptionId/${verb}`,
      { config: move, schema: { tags: ['billing'], params: byId } },
      async (request, reply) => {
        const wanted = { ...request.params, requestId: requestIdOf(request) };
        return taggedAnswer(reply, present(await call(callerOf(request), wanted)));
      },
    );
}

function planChanges(app: App, { clients }: RouteContext): void {
  app.post(
    '/api/quotes/plan-change',
    {
      config: { roles: ['client', 'admin'], idempotency: 'off' },
      schema: { tags: ['billing'], body: PlanChangeQuoteInput },
    },
    async (request) => ({ data: present(await clients.billing.quotePlanChange(callerOf(request), request.body)) }),
  );

  app.post(
    '/api/billing/subscriptions/:subscriptionId/change',
    { config: move, schema: { tags: ['billing'], params: byId, body: PlanChangeInput } },
    async (request, reply) => {
      const wanted = { ...request.params, ...request.body, requestId: requestIdOf(request) };
      return taggedAnswer(reply, present(await clients.billing.changePlan(callerOf(request), wanted)));
    },
  );
}

function cards(app: App, { clients }: RouteContext): void {
  const own = { roles: ['client'] } as const;
  app.post(
    '/api/billing/payment-methods/setup-intent',
    { config: { ...own, idempotency: 'advised' }, schema: { tags: ['billing'] } },
    async (request) => {
      const intent = await clients.billing.createSetupIntent(callerOf(request), { requestId: requestIdOf(request) });
      return { clientSecret: intent.clientSecret, data: present(intent) };
    },
  );

  app.get('/api/billing/payment-methods', { config: own, schema: { tags: ['billing'] } }, async (request) => {
    const { paymentMethods } = await clients.billing.listPaymentMethods(callerOf(request), {});
    return { data: present(paymentMethods) };
  });

  const byCard = Type.Object({ paymentMethodId: Id });
  app.delete(
    '/api/billing/payment-methods/:paymentMethodId',
    { config: own, schema: { tags: ['billing'], params: byCard } },
    async (request) => {
      await clients.billing.removePaymentMethod(callerOf(request), request.params);
      return { data: request.params };
    },
  );

  app.post(
    '/api/billing/payment-methods/:paymentMethodId/default',
    { config: own, schema: { tags: ['billing'], params: byCard } },
    async (request) => ({
      data: present(await clients.billing.setDefaultPaymentMethod(callerOf(request), request.params)),
    }),
  );
}
