import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { systemClock } from '@consult/runtime/clock';
import { createLogger } from '@consult/runtime/logger';
import mongoose from 'mongoose';
import { closeClients, createClients } from '../src/clients.ts';
import type { GatewayConfig } from '../src/config.ts';
import { createGateway } from '../src/gateway.ts';
import { createTokenVerifier } from '../src/http/auth.ts';
import { createAnswerStore } from '../src/store/answers.ts';

const TARGET = fileURLToPath(new URL('../../../openapi.json', import.meta.url));
const NOWHERE = '127.0.0.1:1';

/** Nothing of this is ever reached: the routes alone make the document. */
const config: GatewayConfig = {
  CONSULT_MODE: 'sandbox',
  CONSULT_NAMESPACE: 'openapi',
  MONGODB_URI: `mongodb://${NOWHERE}`,
  AMQP_URL: `amqp://${NOWHERE}`,
  CALL_TOKEN_SECRET: 'not used: no call is made by this script',
  OPERATOR_SECRET: 'not used: no token is read by this script',
  CALL_DEADLINE_MS: 2_000,
  GRPC_PORT: 0,
  HTTP_PORT: 0,
  LISTEN_HOST: '127.0.0.1',
  LOG_LEVEL: 'warn',
  SANDBOX_URL: `http://${NOWHERE}`,
  IDENTITY_GRPC_URL: NOWHERE,
  CATALOG_GRPC_URL: NOWHERE,
  BILLING_GRPC_URL: NOWHERE,
  CREDITS_GRPC_URL: NOWHERE,
  SCHEDULING_GRPC_URL: NOWHERE,
  NOTIFICATION_GRPC_URL: NOWHERE,
  IDENTITY_JWKS_URL: `http://${NOWHERE}/.well-known/jwks.json`,
  TOKEN_ISSUER: 'consult',
  RATE_LIMIT_PER_MINUTE: 600,
  TRUST_PROXY: false,
};

async function openApiText(): Promise<string> {
  const clients = createClients(config);
  const app = await createGateway({
    config,
    logger: createLogger({ service: 'gateway', level: config.LOG_LEVEL }),
    clients,
    verify: createTokenVerifier(config),
    answers: createAnswerStore(mongoose.createConnection()),
    wallNow: () => systemClock().wallNow(),
    readiness: {},
  });
  await app.ready();
  const text = `${JSON.stringify(app.swagger(), null, 2)}\n`;
  await app.close();
  closeClients(clients);
  return text;
}

const text = await openApiText();
if (!process.argv.includes('--check')) writeFileSync(TARGET, text);
else if (readFileSync(TARGET, 'utf8') !== text) {
  console.error('openapi.json is not what the routes say; run: pnpm openapi');
  process.exitCode = 1;
}
