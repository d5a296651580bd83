import { ProfilePatch } from '@consult/contracts/api/identity';
import { versionedAnswer } from '../http/answers.ts';
import { callerOf } from '../http/caller.ts';
import { type App, EVERYONE, type RouteContext } from './context.ts';

/** The signed-in person's own profile. */
export function meRoutes(app: App, { clients }: RouteContext): void {
  app.get('/api/me', { config: { roles: EVERYONE }, schema: { tags: ['me'] } }, async (request, reply) => {
    const caller = callerOf(request);
    return versionedAnswer(reply, await clients.identity.getUser(caller, { userId: caller.userId }));
  });

  app.patch(
    '/api/me',
    { config: { roles: EVERYONE }, schema: { tags: ['me'], body: ProfilePatch } },
    async (request, reply) =>
      versionedAnswer(reply, await clients.identity.updateUser(callerOf(request), request.body)),
  );
}
