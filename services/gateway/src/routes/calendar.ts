import { Id } from '@consult/contracts/primitives';
import { AppError } from '@consult/runtime/errors';
import Type from 'typebox';
import { callerOf, publicCaller } from '../http/caller.ts';
import type { App, RouteContext } from './context.ts';

const FILE = '.ics';
/** Calendars ask again and again; a feed may be some minutes old. */
const CACHE = 'private, max-age=300';

/** Feeds of one's own sessions for calendars, behind a secret link. Whoever has the link sees them, so it can be changed at once. */
export function calendarRoutes(app: App, { clients }: RouteContext): void {
  const own = { roles: ['client', 'consultant'] } as const;

  // No stored answer to a key: the secret is kept nowhere.
  app.post(
    '/api/me/calendar-link',
    { config: { ...own, idempotency: 'off', success: 201 }, schema: { tags: ['me'] } },
    async (request) => {
      const { token } = await clients.scheduling.rotateCalendarLink(callerOf(request), {});
      return { data: { url: `${request.protocol}://${request.host}/calendar/${token}${FILE}` } };
    },
  );

  app.delete('/api/me/calendar-link', { config: own, schema: { tags: ['me'] } }, async (request) => {
    await clients.scheduling.revokeCalendarLink(callerOf(request), {});
    return { data: { revoked: true } };
  });

  app.get(
    '/calendar/:token',
    {
      config: { public: true, tokens: 'ignored' },
      schema: {
        tags: ['calendar'],
        summary: 'An iCalendar feed; the token is the secret of its link, followed by .ics',
        params: Type.Object({ token: Id }),
      },
    },
    async (request, reply) => {
      const { token } = request.params;
      if (!token.endsWith(FILE)) throw new AppError('not_found', {});
      const secret = { token: token.slice(0, -FILE.length) };
      const { content } = await clients.scheduling.getCalendar(publicCaller('', request.id), secret);
      void reply.type('text/calendar; charset=utf-8').header('cache-control', CACHE);
      return content;
    },
  );
}
