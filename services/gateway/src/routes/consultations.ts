import {
  BookingInput,
  CancelInput,
  ClientFeedbackInput,
  CompleteInput,
  ConsultantFeedbackInput,
  InstantInput,
  NoShowInput,
  ReasonInput,
  RescheduleInput,
} from '@consult/contracts/api/scheduling';
import { Id } from '@consult/contracts/primitives';
import Type from 'typebox';
import { listAnswer, PAGE_LIMIT_MAX, pageOf, pageQuery, versionedAnswer } from '../http/answers.ts';
import { callerOf } from '../http/caller.ts';
import { requestIdOf } from '../http/idempotency.ts';
import { oneName } from '../http/one-name.ts';
import type { App, RouteContext } from './context.ts';

const strict = { additionalProperties: false } as const;
const byId = Type.Object({ consultationId: Id });
const people = ['client', 'consultant', 'admin'] as const;

/** Booking, the moves of a session, its feedback, and the lists. */
export function consultationRoutes(app: App, context: RouteContext): void {
  booking(app, context);
  moves(app, context);
  feedback(app, context);
}

function booking(app: App, { clients }: RouteContext): void {
  app.post(
    '/api/consultations',
    {
      config: { roles: people, idempotency: 'advised', success: 201 },
      schema: { tags: ['consultations'], body: BookingInput },
    },
    async (request, reply) => {
      const input = { ...request.body, requestId: requestIdOf(request) };
      return versionedAnswer(reply, await clients.scheduling.book(callerOf(request), input));
    },
  );

  const STATUSES = ['scheduled', 'confirmed', 'in_progress', 'completed', 'cancelled', 'no_show'] as const;
  const filters = {
    status: Type.Optional(Type.Enum(STATUSES)),
    from: Type.Optional(InstantInput),
    to: Type.Optional(InstantInput),
    ...pageQuery,
  };
  const own = Type.Object(filters, strict);
  app.get(
    '/api/consultations/me',
    { config: { roles: ['client', 'consultant'] }, schema: { tags: ['consultations'], querystring: own } },
    async (request) => {
      const { limit: _limit, cursor: _cursor, ...filter } = request.query;
      const caller = callerOf(request);
      const mine = caller.roles.includes('consultant') ? { consultantId: caller.userId } : { clientId: caller.userId };
      const page = pageOf(request.query, PAGE_LIMIT_MAX);
      const answer = await clients.scheduling.listConsultations(caller, { ...filter, ...mine, page });
      return listAnswer(answer.consultations, answer.page);
    },
  );

  app.get(
    '/api/consultations/:consultationId',
    { config: { roles: people }, schema: { tags: ['consultations'], params: byId } },
    async (request, reply) =>
      versionedAnswer(reply, await clients.scheduling.getConsultation(callerOf(request), request.params)),
  );
}

function moves(app: App, { clients }: RouteContext): void {
  const simple = [
    ['confirm', ['consultant', 'admin'], 'confirm'],
    ['decline', ['consultant', 'admin'], 'decline'],
    ['start', ['consultant', 'admin'], 'start'],
  ] as const;
  for (const [name, roles, method] of simple)
    app.post(
      `/api/consultations/:consultationId/${name}`,
      {
        config: { roles, idempotency: 'required' },
        schema: { tags: ['consultations'], params: byId, body: ReasonInput },
      },
      async (request, reply) => {
        const input = { ...request.params, reason: request.body.reason ?? '', requestId: requestIdOf(request) };
        return versionedAnswer(reply, await clients.scheduling[method](callerOf(request), input));
      },
    );

  app.post(
    '/api/consultations/:consultationId/cancel',
    {
      config: { roles: people, idempotency: 'required' },
      schema: { tags: ['consultations'], params: byId, body: CancelInput },
    },
    async (request, reply) => {
      const input = { ...request.params, ...request.body, requestId: requestIdOf(request) };
      return versionedAnswer(reply, await clients.scheduling.cancel(callerOf(request), input));
    },
  );

  app.post(
    '/api/consultations/:consultationId/reschedule',
    {
      config: { roles: people, idempotency: 'required' },
      schema: { tags: ['consultations'], params: byId, body: RescheduleInput },
    },
    async (request, reply) => {
      const input = { ...request.params, ...request.body, requestId: requestIdOf(request) };
      return versionedAnswer(reply, await clients.scheduling.reschedule(callerOf(request), input));
    },
  );

  app.post(
    '/api/consultations/:consultationId/complete',
    {
      config: { roles: ['consultant', 'admin'], idempotency: 'required' },
      schema: { tags: ['consultations'], params: byId, body: CompleteInput },
    },
    async (request, reply) => {
      const { overallStatus, status, metrics, summary, nextSteps = [], deliverables = [] } = request.body;
      const input = {
        ...request.params,
        summary,
        overallStatus: oneName({ overallStatus, status }, 'successful'),
        metrics: { goalsAchieved: metrics?.goalsAchieved ?? 0, issuesResolved: metrics?.issuesResolved ?? 0 },
        nextSteps,
        deliverables: deliverables.map(({ fileUrl, url, ...rest }) => ({
          ...rest,
          fileUrl: oneName({ fileUrl, url }),
        })),
        requestId: requestIdOf(request),
      };
      return versionedAnswer(reply, await clients.scheduling.complete(callerOf(request), input));
    },
  );

  app.post(
    '/api/consultations/:consultationId/no-show',
    {
      config: { roles: people, idempotency: 'required' },
      schema: { tags: ['consultations'], params: byId, body: NoShowInput },
    },
    async (request, reply) => {
      const input = {
        ...request.params,
        who: request.body.who,
        reason: request.body.reason ?? '',
        requestId: requestIdOf(request),
      };
      return versionedAnswer(reply, await clients.scheduling.markNoShow(callerOf(request), input));
    },
  );
}

function feedback(app: App, { clients }: RouteContext): void {
  app.put(
    '/api/consultations/:consultationId/feedback/client',
    { config: { roles: ['client'] }, schema: { tags: ['consultations'], params: byId, body: ClientFeedbackInput } },
    async (request, reply) => {
      const input = { ...request.params, rating: request.body.rating, comments: request.body.comments ?? '' };
      return versionedAnswer(reply, await clients.scheduling.giveClientFeedback(callerOf(request), input));
    },
  );

  app.put(
    '/api/consultations/:consultationId/feedback/consultant',
    {
      config: { roles: ['consultant'] },
      schema: { tags: ['consultations'], params: byId, body: ConsultantFeedbackInput },
    },
    async (request, reply) => {
      const input = {
        ...request.params,
        clientEngagement: request.body.clientEngagement,
        notes: request.body.notes ?? '',
      };
      return versionedAnswer(reply, await clients.scheduling.giveConsultantFeedback(callerOf(request), input));
    },
  );
}
