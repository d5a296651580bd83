import { ConsultantInput, ConsultantPatch } from '@consult/contracts/api/scheduling';
import { Id, Line, SESSION_TYPES } from '@consult/contracts/primitives';
import Type from 'typebox';
import { listAnswer, pageOf, pageQuery, versionedAnswer, versionOf } from '../http/answers.ts';
import { callerOf } from '../http/caller.ts';
import type { App, RouteContext } from './context.ts';

const strict = { additionalProperties: false } as const;
const byId = Type.Object({ consultantId: Id });

/** Consultants: their public profiles, and how staff manage them. */
export function consultantRoutes(app: App, context: RouteContext): void {
  profiles(app, context);
  management(app, context);
}

function profiles(app: App, { clients, tenants }: RouteContext): void {
  const query = Type.Object(
    {
      expertise: Type.Optional(Line),
      language: Type.Optional(Line),
      type: Type.Optional(Type.Enum(SESSION_TYPES)),
      ...pageQuery,
    },
    strict,
  );
  app.get(
    '/api/consultants',
    { config: { public: true }, schema: { tags: ['consultants'], querystring: query } },
    async (request) => {
      const { limit: _limit, cursor: _cursor, ...filter } = request.query;
      const answer = await clients.scheduling.listConsultants(await tenants.publicCallerOf(request), {
        ...filter,
        page: pageOf(request.query),
      });
      return listAnswer(answer.consultants, answer.page);
    },
  );

  app.get(
    '/api/consultants/:consultantId',
    { config: { public: true }, schema: { tags: ['consultants'], params: byId } },
    async (request, reply) =>
      versionedAnswer(
        reply,
        await clients.scheduling.getConsultant(await tenants.publicCallerOf(request), request.params),
      ),
  );
}

function management(app: App, { clients }: RouteContext): void {
  const admin = { roles: ['admin'] } as const;

  app.post(
    '/api/admin/consultants',
    { config: { ...admin, success: 201 }, schema: { tags: ['admin'], body: ConsultantInput } },
    async (request, reply) => {
      const { email, name, timezone = 'UTC', ...profile } = request.body;
      const caller = callerOf(request);
      // Inviting the same address again answers the same person, so a retry after a crash between the two calls goes on.
      const user = await clients.identity.inviteUser(caller, { email, name, role: 'consultant', timezone });
      const consultant = await clients.scheduling.createConsultant(caller, {
        ...profile,
        consultantId: user.userId,
        name,
        timezone,
      });
      return versionedAnswer(reply, consultant);
    },
  );

  app.get(
    '/api/admin/consultants',
    { config: admin, schema: { tags: ['admin'], querystring: Type.Object(pageQuery, strict) } },
    async (request) => {
      const answer = await clients.scheduling.listConsultants(callerOf(request), { page: pageOf(request.query) });
      return listAnswer(answer.consultants, answer.page);
    },
  );

  app.patch(
    '/api/admin/consultants/:consultantId',
    { config: { ...admin, ifMatch: true }, schema: { tags: ['admin'], params: byId, body: ConsultantPatch } },
    async (request, reply) => {
      const patch = { ...request.params, version: versionOf(request), patchJson: JSON.stringify(request.body) };
      return versionedAnswer(reply, await clients.scheduling.updateConsultant(callerOf(request), patch));
    },
  );
}
