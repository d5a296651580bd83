import type { Envelope } from '@consult/contracts/envelope';
import { connectBroker } from '@consult/messaging/broker';
import type { App } from '@consult/runtime/app';
import type { Caller } from '@consult/runtime/caller';
import { fixedClock } from '@consult/runtime/clock';
import { createGrpcClient, type GrpcClient } from '@consult/runtime/grpc-client';
import { createLogger } from '@consult/runtime/logger';
import { connectMongo } from '@consult/runtime/mongo';
import { testCaller } from '@consult/testing/call';
import { testConfig } from '@consult/testing/config';
import { listenForEvents } from '@consult/testing/events';
import { eventually } from '@consult/testing/eventually';
import { dropNamespace, testNamespace } from '@consult/testing/namespace';
import { createApp } from '../../src/app.ts';
import type { IdentityConfig } from '../../src/config.ts';

export const START = '2025-01-01T09:00:00.000Z';
export const PASSWORD = 'a-long-password';
const DEADLINE_MS = 20_000;

/** Identity as it runs, with a client and an ear on its events. */
export interface World {
  app: App;
  config: IdentityConfig;
  clock: ReturnType<typeof fixedClock>;
  client: GrpcClient<'identity'>;
  /** The events of this type that tell of this subject, once there are `count` of them. */
  heard(type: string, subject: string, count?: number): Promise<Envelope[]>;
  stop(): Promise<void>;
}

export const operator: Caller = testCaller({ tenantId: '', userId: 'operator', roles: ['operator'] });

/** Nobody in particular, of a tenant. */
export const visitor = (tenantId: string): Caller => testCaller({ tenantId, userId: '', roles: [] });

export async function startIdentity(): Promise<World> {
  const namespace = testNamespace();
  const config: IdentityConfig = {
    ...testConfig({ namespace }),
    KEY_ENCRYPTION_SECRET: 'k'.repeat(32),
    TOKEN_ISSUER: 'consult',
    PUBLIC_URL: 'https://consult.test',
    PLATFORM_STRIPE_ACCOUNT: 'acct_platform',
  };
  const logger = createLogger({ service: 'identity', level: 'silent' });
  const broker = await connectBroker({ url: config.AMQP_URL, namespace, service: 'identity', logger });
  const events = await listenForEvents(broker, '#');
  const clock = fixedClock(START);
  const app = await createApp(config, { logger, clock });
  await app.start();
  const { CALL_TOKEN_SECRET: callTokenSecret } = config;
  const url = `127.0.0.1:${app.grpcPort}`;
  const client = createGrpcClient('identity', { url, callTokenSecret, from: 'gateway', deadlineMs: DEADLINE_MS });
  return {
    app,
    config,
    clock,
    client,
    heard: (type, subject, count = 1) =>
      eventually(() => {
        const found = events.filter((event) => event.type === type && event.subject === subject);
        if (found.length < count) throw new Error(`${found.length} of ${count} ${type} heard`);
        return found;
      }),
    async stop() {
      client.close();
      await app.stop();
      await broker.close();
      await dropNamespace(namespace);
    },
  };
}

/** A tenant with an admin who has a password. */
export async function newTenant(world: World, slug: string) {
  const admin = { adminEmail: `admin@${slug}.test`, adminName: 'Ada', adminPassword: PASSWORD };
  const tenant = await world.client.createTenant(operator, { slug, name: slug, ...admin });
  const { user } = await world.client.signIn(visitor(tenant.tenantId), {
    email: admin.adminEmail,
    password: PASSWORD,
  });
  if (user === null) throw new Error('no user in the session');
  return { ...tenant, admin: testCaller({ tenantId: tenant.tenantId, userId: user.userId, roles: ['admin'] }) };
}

/** Everything identity has stored, as one text. */
export async function databaseText(config: IdentityConfig): Promise<string> {
  const database = `${config.CONSULT_NAMESPACE}_identity`;
  const connection = await connectMongo({ uri: config.MONGODB_URI, database });
  try {
    const collections = (await connection.db?.collections()) ?? [];
    const contents = await Promise.all(collections.map((collection) => collection.find().toArray()));
    return JSON.stringify(contents);
  } finally {
    await connection.close();
  }
}
