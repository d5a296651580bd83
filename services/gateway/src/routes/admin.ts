import { PoliciesInput, TenantInput } from '@consult/contracts/api/identity';
import { Id, Line, Zone } from '@consult/contracts/primitives';
import { AppError } from '@consult/runtime/errors';
import Type from 'typebox';
import { listAnswer, pageOf, pageQuery, present, taggedAnswer, versionedAnswer, versionOf } from '../http/answers.ts';
import { callerOf } from '../http/caller.ts';
import { type App, type RouteContext, STAFF } from './context.ts';
import { trialAnswer } from './credits.ts';
import { knownClient } from './known-client.ts';

const strict = { additionalProperties: false } as const;

/** The tenant itself, its people and messages; and the operator's tenants. */
export function adminRoutes(app: App, context: RouteContext): void {
  tenant(app, context);
  people(app, context);
  operator(app, context);
}

function tenant(app: App, { clients }: RouteContext): void {
  const admin = { roles: ['admin'] } as const;
  app.get('/api/admin/tenant', { config: admin, schema: { tags: ['admin'] } }, async (request, reply) => {
    const caller = callerOf(request);
    return versionedAnswer(reply, await clients.identity.getTenant(caller, { tenantId: caller.tenantId }));
  });

  const patch = Type.Object(
    { name: Type.Optional(Line), timezone: Type.Optional(Zone), policies: Type.Optional(PoliciesInput) },
    { ...strict, minProperties: 1 },
  );
  app.patch(
    '/api/admin/tenant',
    { config: { ...admin, ifMatch: true }, schema: { tags: ['admin'], body: patch } },
    async (request, reply) => {
      const caller = callerOf(request);
      const version = versionOf(request);
      const { policies, ...rest } = request.body;
      if (policies === undefined)
        return versionedAnswer(reply, await clients.identity.updateTenant(caller, { ...rest, version }));
      // Identity takes policies whole; it writes at the version they were read at, so that nobody's change is lost.
      const before = await clients.identity.getTenant(caller, { tenantId: caller.tenantId });
      if (before.version !== version) throw new AppError('version_mismatch', { currentVersion: before.version });
      const whole = { ...before.policies, ...policies };
      return versionedAnswer(reply, await clients.identity.updateTenant(caller, { ...rest, policies: whole, version }));
    },
  );
}

function people(app: App, { clients }: RouteContext): void {
  const staff = { roles: STAFF };
  app.get(
    '/api/admin/clients',
    { config: staff, schema: { tags: ['admin'], querystring: Type.Object(pageQuery, strict) } },
    async (request) => {
      const answer = await clients.identity.listUsers(callerOf(request), {
        role: 'client',
        page: pageOf(request.query),
      });
      return listAnswer(answer.users, answer.page);
    },
  );

  app.get(
    '/api/admin/clients/:clientId',
    { config: staff, schema: { tags: ['admin'], params: Type.Object({ clientId: Id }) } },
    async (request, reply) => {
      const caller = callerOf(request);
      const { clientId } = request.params;
      const user = await knownClient(clients, caller, clientId);
      const { freeTrial, ...balance } = await clients.credits.getBalance(caller, { clientId, withArchived: true });
      const client = {
        ...present(user),
        consultationCredits: { ...present(balance), freeTrial: trialAnswer(freeTrial) },
      };
      return taggedAnswer(reply, client);
    },
  );

  const query = Type.Object(
    {
      userId: Type.Optional(Id),
      template: Type.Optional(Line),
      status: Type.Optional(Type.Enum(['queued', 'sent', 'failed'])),
      ...pageQuery,
    },
    strict,
  );
  app.get(
    '/api/admin/messages',
    { config: { roles: ['admin'] }, schema: { tags: ['admin'], querystring: query } },
    async (request) => {
      const { limit: _limit, cursor: _cursor, ...filter } = request.query;
      const answer = await clients.notification.listMessages(callerOf(request), {
        ...filter,
        page: pageOf(request.query),
      });
      return listAnswer(answer.messages, answer.page);
    },
  );

  app.post(
    '/api/admin/messages/:messageId/resend',
    { config: { roles: ['admin'] }, schema: { tags: ['admin'], params: Type.Object({ messageId: Id }) } },
    async (request) => ({ data: present(await clients.notification.resendMessage(callerOf(request), request.params)) }),
  );
}

function operator(app: App, { clients }: RouteContext): void {
  const operatorOnly = { roles: ['operator'] } as const;
  app.post(
    '/api/operator/tenants',
    {
      config: { ...operatorOnly, idempotency: 'off', success: 201 },
      schema: { tags: ['operator'], body: TenantInput },
    },
    async (request, reply) => {
      const {
        stripeAccountId = '',
        currency = 'USD',
        timezone = 'UTC',
        adminName = 'Admin',
        adminPassword = '',
        policies,
        ...rest
      } = request.body;
      const policiesJson = policies === undefined ? '' : JSON.stringify(policies);
      const input = {
        ...rest,
        policiesJson,
        stripeAccountId,
        currency: currency.toUpperCase(),
        timezone,
        adminName,
        adminPassword,
      };
      return versionedAnswer(reply, await clients.identity.createTenant(callerOf(request), input));
    },
  );
  app.get(
    '/api/operator/tenants',
    { config: operatorOnly, schema: { tags: ['operator'], querystring: Type.Object(pageQuery, strict) } },
    async (request) => {
      const answer = await clients.identity.listTenants(callerOf(request), pageOf(request.query));
      return listAnswer(answer.tenants, answer.page);
    },
  );
}
