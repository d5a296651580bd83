import { AppError } from '@consult/runtime/errors';
import { type App, STAFF } from './context.ts';

type Roles = readonly ('client' | 'consultant' | 'admin' | 'finance')[];

/** Routes of the public API that are designed and not built: they are refused by name rather than missing. */
const NOT_BUILT: readonly (readonly [
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  url: string,
  roles: Roles | 'public',
])[] = [
  ['POST', '/api/auth/email-code', 'public'],
  ['POST', '/api/auth/email-code/verify', 'public'],
  ['GET', '/api/me/export', ['client']],
  ['POST', '/api/me/erase', ['client']],
  ['POST', '/api/consultants/:consultantId/busy-calendars', ['consultant', 'admin']],
  ['DELETE', '/api/consultants/:consultantId/busy-calendars/:id', ['consultant', 'admin']],
  ['POST', '/api/consultations/plan', ['client']],
  ['POST', '/api/waitlist', ['client']],
  ['DELETE', '/api/waitlist/:id', ['client']],
  ['GET', '/api/admin/search', STAFF],
  ['GET', '/api/admin/templates/:name/preview', ['admin']],
  ['GET', '/api/admin/webhook-endpoints', ['admin']],
  ['POST', '/api/admin/webhook-endpoints', ['admin']],
  ['DELETE', '/api/admin/webhook-endpoints/:id', ['admin']],
  ['GET', '/api/admin/webhook-endpoints/:id/deliveries', ['admin']],
  ['POST', '/api/admin/webhook-endpoints/:id/test', ['admin']],
  ['POST', '/api/admin/webhook-endpoints/:id/rotate-secret', ['admin']],
  ['POST', '/api/admin/webhook-endpoints/deliveries/:id/resend', ['admin']],
  ['GET', '/api/reports/utilisation', STAFF],
  ['GET', '/api/reports/cohorts', STAFF],
  ['GET', '/api/reports/clients', STAFF],
  ['GET', '/api/admin/audit', STAFF],
];

const refuse = async (): Promise<never> => {
  throw new AppError('not_built', {});
};

/** Answers 501 `not_built` on each of them, after the role check. */
export function notBuiltRoutes(app: App): void {
  for (const [method, url, roles] of NOT_BUILT)
    app.route({
      method,
      url,
      config: roles === 'public' ? { public: true, idempotency: 'off' } : { roles, idempotency: 'off' },
      schema: { tags: ['not built'], summary: 'Designed, not built: answers 501' },
      // Before the body is read: there is no schema yet to hold it against.
      onRequest: refuse,
      handler: refuse,
    });
}
