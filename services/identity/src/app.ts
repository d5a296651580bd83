import { connectBroker } from '@consult/messaging/broker';
import { idleOf } from '@consult/messaging/idle';
import { createRelay } from '@consult/messaging/relay';
import { type App, assembleApp } from '@consult/runtime/app';
import type { Clock } from '@consult/runtime/clock';
import { createGrpcServer } from '@consult/runtime/grpc-server';
import type { Logger } from '@consult/runtime/logger';
import { connectMongo, ensureIndexes, pingMongo } from '@consult/runtime/mongo';
import type { IdentityConfig } from './config.ts';
import { handlers } from './grpc/handlers.ts';
import { wellKnown } from './http/well-known.ts';
import type { Deps } from './operations/deps.ts';
import { createAccessTokens } from './security/access-tokens.ts';
import { createPasswords } from './security/passwords.ts';
import { loadSigningKey } from './security/signing-key.ts';
import { sessionsOn } from './store/sessions.ts';
import { signingKeysOn } from './store/signing-keys.ts';
import { slugsOn } from './store/slugs.ts';
import { TENANTS, tenantsOn } from './store/tenants.ts';
import { USERS, usersOn } from './store/user-document.ts';

/** Builds identity: its stores, the signing key, the relay of its events and its gRPC door. Nothing is started. */
export async function createApp(config: IdentityConfig, base: { logger: Logger; clock: Clock }): Promise<App> {
  const { logger, clock } = base;
  const { CONSULT_NAMESPACE: namespace, CALL_TOKEN_SECRET: callTokenSecret, TOKEN_ISSUER: issuer } = config;
  const connection = await connectMongo({ uri: config.MONGODB_URI, database: `${namespace}_identity`, logger });
  const signingKeys = signingKeysOn(connection);
  const stores = {
    slugs: slugsOn(connection),
    tenants: tenantsOn(connection),
    users: usersOn(connection),
    sessions: sessionsOn(connection),
  };
  await ensureIndexes(connection);
  const key = await loadSigningKey(signingKeys, config.KEY_ENCRYPTION_SECRET, clock.wallNow()).catch(async (error) => {
    await connection.close();
    throw error;
  });
  const broker = await connectBroker({ url: config.AMQP_URL, namespace, service: 'identity', logger });
  const relay = createRelay({ connection, collections: [TENANTS, USERS], broker, logger });
  const deps: Deps = {
    ...stores,
    relay,
    clock,
    logger,
    passwords: await createPasswords(),
    issueAccessToken: createAccessTokens({ issuer, key, clock }),
    platformStripeAccount: config.PLATFORM_STRIPE_ACCOUNT,
  };
  const answers = wellKnown({ issuer, publicUrl: config.PUBLIC_URL, key });
  return assembleApp({
    name: 'identity',
    config,
    clock,
    logger,
    grpc: createGrpcServer({ service: 'identity', handlers: handlers(deps), callTokenSecret, logger }),
    routes: (http) => {
      for (const [path, answer] of Object.entries(answers)) http.get(path, async () => answer);
    },
    readiness: { mongodb: () => pingMongo(connection), rabbitmq: () => broker.check() },
    parts: [relay],
    workers: [],
    idle: idleOf({ relay }),
    close: async () => {
      await broker.close();
      await connection.close();
    },
  });
}
