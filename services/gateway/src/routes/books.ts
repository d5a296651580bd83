import { Id } from '@consult/contracts/primitives';
import Type from 'typebox';
import { listAnswer, pageOf, pageQuery } from '../http/answers.ts';
import { callerOf } from '../http/caller.ts';
import { type App, type RouteContext, STAFF } from './context.ts';

const strict = { additionalProperties: false } as const;
const STATUSES = ['incomplete', 'active', 'past_due', 'cancelled'] as const;
const subscriptionsQuery = {
  status: Type.Optional(Type.Enum(STATUSES)),
  clientId: Type.Optional(Id),
  ...pageQuery,
};

/** What finance keeps an eye on: who pays regularly, and whether the books agree. */
export function booksRoutes(app: App, { clients }: RouteContext): void {
  app.get(
    '/api/admin/subscriptions',
    {
      config: { roles: STAFF },
      schema: { tags: ['billing'], querystring: Type.Object(subscriptionsQuery, strict) },
    },
    async (request) => {
      const { status, clientId } = request.query;
      const answer = await clients.billing.listSubscriptions(callerOf(request), {
        ofTenant: true,
        ...(status === undefined ? {} : { status }),
        ...(clientId === undefined ? {} : { clientId }),
        page: pageOf(request.query),
      });
      return listAnswer(answer.subscriptions, answer.page);
    },
  );

  app.get(
    '/api/admin/reconciliation',
    { config: { roles: STAFF }, schema: { tags: ['reports'], querystring: Type.Object(pageQuery, strict) } },
    async (request) => {
      const page = pageOf(request.query);
      const {
        reconciliations,
        page: next,
        standing,
      } = await clients.billing.listReconciliations(callerOf(request), {
        page,
      });
      return { ...listAnswer(reconciliations, next), ...(standing === null ? {} : { standing }) };
    },
  );
}
