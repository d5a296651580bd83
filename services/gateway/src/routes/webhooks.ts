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
      const header = request.headers['stripe-signature'];
      // Billing also refuses, and counts, what has no signature or no body.
      const signature = typeof header === 'string' ? header : '';
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      await clients.billing.receiveWebhook(publicCaller('', request.id), { body, signature });
      return { received: true };
    },
  );
}
