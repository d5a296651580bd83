import { RefundInput, RefundQuoteInput } from '@consult/contracts/api/billing';
import { Id } from '@consult/contracts/primitives';
import Type from 'typebox';
import { present } from '../http/answers.ts';
import { callerOf } from '../http/caller.ts';
import { requestIdOf } from '../http/idempotency.ts';
import { type App, type RouteContext, STAFF } from './context.ts';

/** Money back: quoted first, then done. */
export function refundRoutes(app: App, { clients }: RouteContext): void {
  app.post(
    '/api/quotes/refund',
    { config: { roles: STAFF, idempotency: 'off' }, schema: { tags: ['billing'], body: RefundQuoteInput } },
    async (request) => ({ data: present(await clients.billing.quoteRefund(callerOf(request), request.body)) }),
  );

  app.post(
    '/api/billing/transactions/:transactionId/refund',
    {
      config: { roles: STAFF, idempotency: 'required' },
      schema: { tags: ['billing'], params: Type.Object({ transactionId: Id }), body: RefundInput },
    },
    async (request) => {
      const { transactionId } = request.params;
      const requestId = requestIdOf(request);
      const order = { ...request.body, transactionId, requestId };
      return { data: present(await clients.billing.refundTransaction(callerOf(request), order)) };
    },
  );
}
