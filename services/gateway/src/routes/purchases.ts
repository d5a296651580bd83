import { ClaimInput, PromotionCodeInput, PromotionCodeName, PurchaseQuoteInput } from '@consult/contracts/api/billing';
import { Id } from '@consult/contracts/primitives';
import Type from 'typebox';
import { listAnswer, pageOf, pageQuery, present, taggedAnswer } from '../http/answers.ts';
import { callerOf } from '../http/caller.ts';
import { requestIdOf } from '../http/idempotency.ts';
import { utcInstant } from '../http/instants.ts';
import type { App, RouteContext } from './context.ts';

const strict = { additionalProperties: false } as const;

/** What a purchase would cost, what costs nothing, and the codes that take something off. */
export function purchaseRoutes(app: App, context: RouteContext): void {
  buying(app, context);
  promotionCodes(app, context);
}

function buying(app: App, { clients }: RouteContext): void {
  app.post(
    '/api/quotes/purchase',
    { config: { roles: ['client'], idempotency: 'off' }, schema: { tags: ['billing'], body: PurchaseQuoteInput } },
    async (request) => ({ data: present(await clients.billing.quotePurchase(callerOf(request), request.body)) }),
  );

  app.post(
    '/api/billing/packages/:packageId/claim',
    {
      config: { roles: ['client'], idempotency: 'required' },
      schema: { tags: ['billing'], params: Type.Object({ packageId: Id }), body: ClaimInput },
    },
    async (request, reply) => {
      const claim = { ...request.params, ...request.body, requestId: requestIdOf(request) };
      return taggedAnswer(reply, present(await clients.billing.claimPackage(callerOf(request), claim)));
    },
  );
}

function promotionCodes(app: App, { clients }: RouteContext): void {
  const admin = { roles: ['admin'] } as const;
  app.post(
    '/api/admin/promotion-codes',
    { config: { ...admin, success: 201 }, schema: { tags: ['admin'], body: PromotionCodeInput } },
    async (request) => {
      const { expiresAt, firstPurchaseOnly = false, ...rest } = request.body;
      const until = expiresAt === undefined ? {} : { expiresAt: utcInstant(expiresAt, '/expiresAt') };
      const input = { ...rest, ...until, firstPurchaseOnly };
      return { data: present(await clients.billing.createPromotionCode(callerOf(request), input)) };
    },
  );

  app.get(
    '/api/admin/promotion-codes',
    { config: admin, schema: { tags: ['admin'], querystring: Type.Object(pageQuery, strict) } },
    async (request) => {
      const answer = await clients.billing.listPromotionCodes(callerOf(request), { page: pageOf(request.query) });
      return listAnswer(answer.promotionCodes, answer.page);
    },
  );

  // The verb is the whole request.
  app.post(
    '/api/admin/promotion-codes/:code/end',
    { config: admin, schema: { tags: ['admin'], params: Type.Object({ code: PromotionCodeName }) } },
    async (request) => ({ data: present(await clients.billing.endPromotionCode(callerOf(request), request.params)) }),
  );
}
