import { InstantInput } from '@consult/contracts/api/scheduling';
import { slotsOf } from '@consult/contracts/api/slots';
import { Id, Line, SESSION_TYPES, Zone } from '@consult/contracts/primitives';
import Type from 'typebox';
import { listAnswer, pageOf, pageQuery, present } from '../http/answers.ts';
import { callerOf } from '../http/caller.ts';
import type { App, RouteContext } from './context.ts';

const strict = { additionalProperties: false } as const;
const tags = ['consultants'];
const byId = Type.Object({ consultantId: Id });
const time = {
  from: InstantInput,
  to: InstantInput,
  duration: Type.Optional(Type.Integer({ minimum: 5, maximum: 1_440 })),
  type: Type.Optional(Type.Enum(SESSION_TYPES)),
  timezone: Type.Optional(Zone),
};
const slotsQuery = Type.Object(time, strict);

/** Free time: of one consultant, why a day has none, and the first of many consultants. */
export function slotRoutes(app: App, { clients, tenants }: RouteContext): void {
  app.get(
    '/api/consultants/:consultantId/slots',
    { config: { public: true }, schema: { tags, params: byId, querystring: slotsQuery } },
    async (request) => {
      const { duration = 0, timezone = '', ...rest } = request.query;
      const asked = { ...request.params, ...rest, duration, timezone };
      return { data: slotsOf(await clients.scheduling.findSlots(await tenants.publicCallerOf(request), asked)) };
    },
  );

  const { timezone: _timezone, ...ownTime } = time;
  app.get(
    '/api/consultants/:consultantId/slots/explain',
    {
      config: { roles: ['consultant', 'admin'] },
      schema: { tags, params: byId, querystring: Type.Object(ownTime, strict) },
    },
    async (request) => {
      const { duration = 0, ...rest } = request.query;
      const asked = { ...request.params, ...rest, duration };
      const { days, timezone } = await clients.scheduling.explainSlots(callerOf(request), asked);
      return { data: present(days), timezone };
    },
  );

  const wanted = { expertise: Type.Optional(Line), language: Type.Optional(Line), ...time, ...pageQuery };
  app.get(
    '/api/slots',
    { config: { public: true }, schema: { tags, querystring: Type.Object(wanted, strict) } },
    async (request) => {
      const { limit: _limit, cursor: _cursor, duration = 0, timezone = '', ...rest } = request.query;
      const asked = { ...rest, duration, timezone, page: pageOf(request.query) };
      const found = await clients.scheduling.findFirstSlots(await tenants.publicCallerOf(request), asked);
      const { slots, page, consultants: considered, moreConsultants: more } = found;
      // Of more consultants than one question looks at only the first by name are in it: narrow it down to see the others.
      return { ...listAnswer(slots, page), consultants: { considered, more } };
    },
  );
}
