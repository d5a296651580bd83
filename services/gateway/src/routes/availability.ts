import { AvailabilityInput, LocalDate, OverrideInput, TimeOffInput } from '@consult/contracts/api/scheduling';
import { Id } from '@consult/contracts/primitives';
import Type from 'typebox';
import { present, versionedAnswer, versionOf } from '../http/answers.ts';
import { callerOf } from '../http/caller.ts';
import { requestIdOf } from '../http/idempotency.ts';
import type { App, RouteContext } from './context.ts';

const byId = Type.Object({ consultantId: Id });
const owner = { roles: ['consultant', 'admin'] } as const;
const tags = ['consultants'];
/** A thousand dates with their hours, and room to say precisely that ten thousand are too many. */
const AVAILABILITY_LIMIT_BYTES = 1024 * 1024;

/** When a consultant can be booked: the whole at its version, and parts of it at whatever version there is. */
export function availabilityRoutes(app: App, context: RouteContext): void {
  whole(app, context);
  timeOff(app, context);
  overrides(app, context);
}

function whole(app: App, { clients }: RouteContext): void {
  app.get(
    '/api/consultants/:consultantId/availability',
    { config: owner, schema: { tags, params: byId } },
    async (request, reply) =>
      versionedAnswer(reply, await clients.scheduling.getAvailability(callerOf(request), request.params)),
  );

  app.put(
    '/api/consultants/:consultantId/availability',
    {
      bodyLimit: AVAILABILITY_LIMIT_BYTES,
      config: { ...owner, ifMatch: true },
      schema: { tags, params: byId, body: AvailabilityInput },
    },
    async (request, reply) => {
      const put = { ...request.params, version: versionOf(request), availability: request.body };
      return versionedAnswer(reply, await clients.scheduling.putAvailability(callerOf(request), put));
    },
  );
}

function timeOff(app: App, { clients }: RouteContext): void {
  app.post(
    '/api/consultants/:consultantId/time-off',
    { config: { ...owner, success: 201 }, schema: { tags, params: byId, body: TimeOffInput } },
    async (request) => {
      const input = { ...request.params, ...request.body, requestId: requestIdOf(request) };
      return { data: present(await clients.scheduling.addTimeOff(callerOf(request), input)) };
    },
  );

  app.delete(
    '/api/consultants/:consultantId/time-off/:timeOffId',
    { config: owner, schema: { tags, params: Type.Object({ consultantId: Id, timeOffId: Id }) } },
    async (request, reply) =>
      versionedAnswer(reply, await clients.scheduling.removeTimeOff(callerOf(request), request.params)),
  );
}

function overrides(app: App, { clients }: RouteContext): void {
  app.post(
    '/api/consultants/:consultantId/overrides',
    { config: { ...owner, success: 201 }, schema: { tags, params: byId, body: OverrideInput } },
    async (request) => {
      const input = { ...request.params, override: request.body };
      return { data: present(await clients.scheduling.addOverride(callerOf(request), input)) };
    },
  );

  app.delete(
    '/api/consultants/:consultantId/overrides/:date',
    { config: owner, schema: { tags, params: Type.Object({ consultantId: Id, date: LocalDate }) } },
    async (request, reply) =>
      versionedAnswer(reply, await clients.scheduling.removeOverride(callerOf(request), request.params)),
  );
}
