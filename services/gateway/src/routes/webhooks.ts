import { AppError } from '@consult/runtime/errors';
import { publicCaller } from '../http/caller.ts';
import type { AnyApp, RouteContext } from './context.ts';

/** Stripe's events are larger than our own bodies. */
const WEBHOOK_BODY_LIMIT_BYTES = 256 * 1024;

/** Stripe's webhook: the exact bytes go to billing, which alone can judge the signature. */
export async function webhookRoutes(app: AnyApp, { clients }: RouteContext): Promise<void> {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.post(
    '/webhooks/stripe',
    {
      bodyLimit: WEBHOOK_BODY_LIMIT_BYTES,
      config: { public: true, tokens: 'ignored', idempotency: 'off', rawBody: true },
      schema: { tags: ['webhooks'] },
    },
    async (request) => {
      const signature = request.headers['stripe-signature'];
      if (typeof signature !== 'string' || !Buffer.isBuffer(request.body)) throw new AppError('invalid_signature', {});
      await clients.billing.receiveWebhook(publicCaller('', request.id), { body: request.body, signature });
      return { received: true };
    },
  );
}
