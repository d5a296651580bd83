import {
  CONSULTATION_STATES,
  DeliverableInput,
  DeliverablePatchInput,
  DisputeInput,
  ResolveInput,
} from '@consult/contracts/api/after-session';
import { InstantInput } from '@consult/contracts/api/scheduling';
import { Id } from '@consult/contracts/primitives';
import Type from 'typebox';
import { listAnswer, pageOf, pageQuery, taggedAnswer, present, versionedAnswer } from '../http/answers.ts';
import { callerOf } from '../http/caller.ts';
import { requestIdOf } from '../http/idempotency.ts';
import { oneName } from '../http/one-name.ts';
import type { App, RouteContext } from './context.ts';

const tags = ['consultations'];
const byId = Type.Object({ consultationId: Id });
const byDeliverable = Type.Object({ consultationId: Id, deliverableId: Id });

/** What comes after a session: disputes and their settlement, what is handed over, and the list for admins. */
export function afterSessionRoutes(app: App, context: RouteContext): void {
  disputes(app, context);
  deliverables(app, context);
}

function disputes(app: App, { clients }: RouteContext): void {
  app.post(
    '/api/consultations/:consultationId/dispute-no-show',
    {
      config: { roles: ['client', 'consultant'], idempotency: 'required' },
      schema: { tags, params: byId, body: DisputeInput },
    },
    async (request, reply) => {
      const input = { ...request.params, ...request.body, requestId: requestIdOf(request) };
      return versionedAnswer(reply, await clients.scheduling.disputeNoShow(callerOf(request), input));
    },
  );

  app.post(
    '/api/consultations/:consultationId/resolve',
    { config: { roles: ['admin'], idempotency: 'required' }, schema: { tags, params: byId, body: ResolveInput } },
    async (request, reply) => {
      const input = { ...request.params, ...request.body, requestId: requestIdOf(request) };
      return versionedAnswer(reply, await clients.scheduling.resolve(callerOf(request), input));
    },
  );

  const filters = {
    status: Type.Optional(Type.Enum(CONSULTATION_STATES)),
    from: Type.Optional(InstantInput),
    to: Type.Optional(InstantInput),
    consultantId: Type.Optional(Id),
    clientId: Type.Optional(Id),
    disputed: Type.Optional(Type.Boolean({ description: 'true: no-shows with a dispute that nobody has settled' })),
    ...pageQuery,
  };
  app.get(
    '/api/admin/consultations',
    {
      config: { roles: ['admin'] },
      schema: { tags: ['admin'], querystring: Type.Object(filters, { additionalProperties: false }) },
    },
    async (request) => {
      const { limit: _limit, cursor: _cursor, ...filter } = request.query;
      const asked = { ...filter, page: pageOf(request.query) };
      const answer = await clients.scheduling.listConsultations(callerOf(request), asked);
      return listAnswer(answer.consultations, answer.page);
    },
  );
}

function deliverables(app: App, { clients }: RouteContext): void {
  const staff = ['consultant', 'admin'] as const;

  app.post(
    '/api/consultations/:consultationId/deliverables',
    {
      config: { roles: staff, idempotency: 'advised', success: 201 },
      schema: { tags, params: byId, body: DeliverableInput },
    },
    async (request, reply) => {
      const input = { ...request.params, ...withFile(request.body), requestId: requestIdOf(request) };
      const { title } = request.body;
      return taggedAnswer(
        reply,
        present(await clients.scheduling.addDeliverable(callerOf(request), { ...input, title })),
      );
    },
  );

  app.patch(
    '/api/consultations/:consultationId/deliverables/:deliverableId',
    { config: { roles: staff }, schema: { tags, params: byDeliverable, body: DeliverablePatchInput } },
    async (request, reply) => {
      const input = { ...request.params, patchJson: JSON.stringify(withFile(request.body)) };
      return taggedAnswer(reply, present(await clients.scheduling.changeDeliverable(callerOf(request), input)));
    },
  );

  app.post(
    '/api/consultations/:consultationId/deliverables/:deliverableId/acknowledge',
    { config: { roles: ['client'] }, schema: { tags, params: byDeliverable } },
    async (request, reply) =>
      taggedAnswer(reply, present(await clients.scheduling.acknowledgeDeliverable(callerOf(request), request.params))),
  );
}

/** The file under either of its names. Throws `invalid_request` when they contradict. */
function withFile<T extends { fileUrl?: string; url?: string }>({ fileUrl, url, ...rest }: T) {
  if (fileUrl === undefined && url === undefined) return rest;
  return { ...rest, fileUrl: oneName({ fileUrl, url }) };
}
