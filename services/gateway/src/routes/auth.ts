import { ForgotInput, RefreshInput, RegisterInput, ResetInput, SignInInput } from '@consult/contracts/api/identity';
import { isAppError } from '@consult/runtime/errors';
import type { FastifyReply } from 'fastify';
import { SESSION_COOKIE } from '../http/access.ts';
import { present } from '../http/answers.ts';
import { publicCaller } from '../http/caller.ts';
import type { App, RouteContext } from './context.ts';

/** Answers here carry tokens, so they are never stored for idempotency keys. */
const open = { public: true, tokens: 'ignored', idempotency: 'off' } as const;
const guessable = { ...open, guessable: true } as const;

/** Sign-up, sign-in and passwords. */
export function authRoutes(app: App, { clients, tenants }: RouteContext): void {
  app.post(
    '/api/auth/register',
    { config: { ...guessable, success: 201 }, schema: { tags: ['auth'], body: RegisterInput } },
    async (request, reply) => {
      const { tenant, timezone = 'UTC', ...person } = request.body;
      const caller = publicCaller(await tenants.bySlug(tenant, request.id), request.id);
      return signedIn(reply, await clients.identity.register(caller, { ...person, timezone }));
    },
  );

  app.post(
    '/api/auth/sign-in',
    { config: guessable, schema: { tags: ['auth'], body: SignInInput } },
    async (request, reply) => {
      const { tenant, email, password } = request.body;
      const caller = publicCaller(await tenants.bySlug(tenant, request.id), request.id);
      return signedIn(reply, await clients.identity.signIn(caller, { email, password }));
    },
  );

  app.post(
    '/api/auth/refresh',
    { config: open, schema: { tags: ['auth'], body: RefreshInput } },
    async (request, reply) =>
      signedIn(
        reply,
        await clients.identity.refresh(publicCaller('', request.id), { refreshToken: request.body.refreshToken }),
      ),
  );

  app.post(
    '/api/auth/sign-out',
    { config: open, schema: { tags: ['auth'], body: RefreshInput } },
    async (request, reply) => {
      await clients.identity.signOut(publicCaller('', request.id), { refreshToken: request.body.refreshToken });
      return reply
        .header('set-cookie', `${SESSION_COOKIE}=; Path=/; Max-Age=0; HttpOnly; Secure; SameSite=Lax`)
        .send({ data: { signedOut: true } });
    },
  );

  app.post(
    '/api/auth/password/forgot',
    { config: { ...guessable, success: 202 }, schema: { tags: ['auth'], body: ForgotInput } },
    async (request, reply) => {
      try {
        const caller = publicCaller(await tenants.bySlug(request.body.tenant, request.id), request.id);
        await clients.identity.requestPasswordReset(caller, { email: request.body.email });
      } catch (error) {
        // Neither an unknown tenant nor an unknown address is told.
        if (!isAppError(error, 'not_found')) throw error;
      }
      return reply.send({ data: { accepted: true } });
    },
  );

  app.post(
    '/api/auth/password/reset',
    { config: { ...guessable, success: 202 }, schema: { tags: ['auth'], body: ResetInput } },
    async (request, reply) => {
      const { tenant, token, password } = request.body;
      const caller = publicCaller(await tenants.bySlug(tenant, request.id), request.id);
      await clients.identity.resetPassword(caller, { token, password });
      return reply.send({ data: { accepted: true } });
    },
  );
}

function signedIn(
  reply: FastifyReply,
  session: { accessToken: string; expiresInSeconds: number; refreshToken: string; user: unknown },
) {
  const cookie = `${SESSION_COOKIE}=${session.accessToken}; Path=/; Max-Age=${session.expiresInSeconds}; HttpOnly; Secure; SameSite=Lax`;
  return reply
    .header('set-cookie', cookie)
    .header('cache-control', 'no-store')
    .send({ data: present(session) });
}
