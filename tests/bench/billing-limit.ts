import { pointerOf } from '../../services/billing/src/domain/webhook.ts';
import { fastify } from 'fastify';
import mongoose from 'mongoose';
import Stripe from 'stripe';

/**
 * The bare limit as a process of its own: Fastify, Stripe's own check of the signature over the raw bytes, and one insert of the
 * same document, on the same indexes, on disk at a majority, before it answers. Settings: MONGODB_URI, DATABASE, SECRET.
 * Says its port on stdout.
 */
const { MONGODB_URI = '', DATABASE = '', SECRET = '' } = process.env;
const BODY_LIMIT_BYTES = 256 * 1024;

const connection = await mongoose
  .createConnection(MONGODB_URI, { dbName: DATABASE, writeConcern: { w: 'majority', journal: true } })
  .asPromise();
const inbox = connection.collection<{ _id: string }>('webhook_inbox');
await inbox.createIndex({ tenantId: 1, nextAt: 1 }, { partialFilterExpression: { state: 'waiting' } });
const stripe = new Stripe('sk_test_limit');

const app = fastify({ bodyLimit: BODY_LIMIT_BYTES });
app.removeAllContentTypeParsers();
app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
app.post('/webhooks/stripe', async (request) => {
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const event = stripe.webhooks.constructEvent(body, String(request.headers['stripe-signature']), SECRET);
  const pointer = pointerOf({ type: event.type, object: { ...event.data.object } });
  const now = new Date();
  await inbox.insertOne({
    _id: `/${event.id}`,
    tenantId: 'platform',
    stripeAccount: '',
    eventId: event.id,
    type: event.type,
    subject: pointer?.subject,
    subjectId: pointer?.id,
    state: 'waiting',
    attempts: 0,
    nextAt: now,
    heardAt: now,
  } as { _id: string });
  return { received: true };
});
await app.listen({ host: '127.0.0.1', port: 0 });
const [address] = app.addresses();
console.log(JSON.stringify({ port: typeof address === 'object' ? address.port : 0 }));
process.once('SIGTERM', () => process.exit(0));
