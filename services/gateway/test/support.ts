import { SERVICE_NAMES, type ServiceName } from '@consult/contracts/grpc/load';
import type { App } from '@consult/runtime/app';
import type { Role } from '@consult/runtime/caller';
import { systemClock } from '@consult/runtime/clock';
import type { Handlers } from '@consult/runtime/grpc-server';
import { createLogger } from '@consult/runtime/logger';
import { startTelemetry } from '@consult/runtime/telemetry';
import { testConfig } from '@consult/testing/config';
import { dropDatabases, testNamespace } from '@consult/testing/namespace';
import { type StandIn, startStandIn } from '@consult/testing/stand-in';
import { type CryptoKey, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { createServer, type Server } from 'node:http';
import { fetch, type RequestInit } from 'undici';
import { createApp } from '../src/app.ts';
import type { GatewayConfig } from '../src/config.ts';

const HOST = '127.0.0.1';
export const OPERATOR_SECRET = 'an operator secret that only tests know';
export const TENANT = '100001';
const silent = createLogger({ service: 'gateway-test', level: process.env['TEST_LOG_LEVEL'] ?? 'silent' });

type Exporter = NonNullable<Parameters<typeof startTelemetry>[0]['exporter']>;
type FinishedSpan = Parameters<Exporter['export']>[0][number];
/** Every span that ended in this test file. */
export const spans: FinishedSpan[] = [];
startTelemetry({
  service: 'gateway-test',
  exporter: {
    export(finished, done) {
      spans.push(...finished);
      done({ code: 0 });
    },
    shutdown: async () => {},
  },
});

/** The handlers a test brings; any other call answers `not_built`. */
export type StandIns = { [N in ServiceName]?: Partial<Handlers<N>> };

export interface Answer {
  status: number;
  headers: Headers;
  // Tests say what they expect of it.
  body: Record<string, unknown>;
  text: string;
}

interface Call {
  method?: string;
  token?: string;
  body?: unknown;
  headers?: Record<string, string>;
}

export interface TestGateway {
  url: string;
  app: App;
  call(path: string, call?: Call): Promise<Answer>;
  token(roles: Role[], claims?: { userId?: string; tenantId?: string }): Promise<string>;
  issuer: Issuer;
  stop(): Promise<void>;
}

/** A gateway on a port of its own, with real gRPC servers of a few handlers where the services would be. */
export async function startGateway(standIns: StandIns, overrides: Partial<GatewayConfig> = {}): Promise<TestGateway> {
  const issuer = await startIssuer();
  const base = configOf({ IDENTITY_JWKS_URL: issuer.jwksUrl });
  const servers = await startStandIns(standIns, base.CALL_TOKEN_SECRET);
  const config = { ...base, ...servers.urls, ...overrides };
  const app = await createApp(config, { logger: silent, clock: systemClock() });
  await app.start();
  const url = `http://${HOST}:${app.httpPort}`;
  return {
    url,
    app,
    issuer,
    call: (path, call) => send(url, path, call),
    token: (roles, { userId = 'user-1', tenantId = TENANT } = {}) => issuer.sign({ tid: tenantId, roles }, userId),
    async stop() {
      await app.stop();
      await Promise.all(servers.all.map((server) => server.close()));
      issuer.close();
      await dropDatabases(config.CONSULT_NAMESPACE, config.MONGODB_URI);
    },
  };
}

/** Everything the gateway reads, for a namespace nobody else has. */
export function configOf(overrides: Partial<GatewayConfig>): GatewayConfig {
  const nowhere = `${HOST}:1`;
  return {
    ...testConfig({ namespace: testNamespace() }),
    CONSULT_MODE: 'production',
    OPERATOR_SECRET,
    IDENTITY_GRPC_URL: nowhere,
    CATALOG_GRPC_URL: nowhere,
    BILLING_GRPC_URL: nowhere,
    CREDITS_GRPC_URL: nowhere,
    SCHEDULING_GRPC_URL: nowhere,
    NOTIFICATION_GRPC_URL: nowhere,
    IDENTITY_JWKS_URL: `http://${nowhere}/.well-known/jwks.json`,
    TOKEN_ISSUER: 'consult',
    RATE_LIMIT_PER_MINUTE: 10_000,
    TRUST_PROXY: false,
    ...overrides,
  };
}

async function startStandIns(
  standIns: StandIns,
  callTokenSecret: string,
): Promise<{ all: StandIn[]; urls: Partial<GatewayConfig> }> {
  const options = { callTokenSecret, logger: silent };
  const all = await Promise.all(SERVICE_NAMES.map((name) => startStandIn(name, options, standIns[name] ?? {})));
  const urls = all.map(({ url }, index) => [`${SERVICE_NAMES[index]?.toUpperCase()}_GRPC_URL`, url] as const);
  return { all, urls: Object.fromEntries(urls) };
}

interface Issuer {
  jwksUrl: string;
  publicKeyPem: string;
  sign(claims: Record<string, unknown>, userId?: string, options?: SignOptions): Promise<string>;
  close(): void;
}
interface SignOptions {
  audience?: string;
  issuer?: string;
  expires?: string;
  key?: CryptoKey;
}

/** Who signs people's tokens: an Ed25519 key, told at a JWKS address. */
async function startIssuer(): Promise<Issuer> {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), kid: 'test-key', alg: 'EdDSA', use: 'sig' };
  const documents: Record<string, unknown> = {
    '/.well-known/jwks.json': { keys: [jwk] },
    '/.well-known/openid-configuration': { issuer: 'consult' },
  };
  const server = createServer((request, response) => {
    const document = documents[request.url ?? ''];
    response.writeHead(document === undefined ? 404 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(document ?? {}));
  });
  const port = await listen(server);
  return {
    jwksUrl: `http://${HOST}:${port}/.well-known/jwks.json`,
    publicKeyPem: JSON.stringify(jwk),
    sign: (claims, userId = 'user-1', options = {}) =>
      new SignJWT(claims)
        .setProtectedHeader({ alg: 'EdDSA', kid: 'test-key' })
        .setSubject(userId)
        .setAudience(options.audience ?? 'consult')
        .setIssuer(options.issuer ?? 'consult')
        .setIssuedAt()
        .setExpirationTime(options.expires ?? '15m')
        .sign(options.key ?? privateKey),
    close: () => server.close(),
  };
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, HOST, resolve));
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function send(url: string, path: string, { method, token, body, headers = {} }: Call = {}): Promise<Answer> {
  const raw = typeof body === 'string' || Buffer.isBuffer(body);
  const init: RequestInit = {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: raw ? body : JSON.stringify(body) }),
  };
  const answer = await fetch(`${url}${path}`, init);
  const text = await answer.text();
  const isJson = text !== '' && (answer.headers.get('content-type') ?? '').includes('json');
  const json: unknown = isJson ? JSON.parse(text) : {};
  return {
    status: answer.status,
    headers: new Headers([...answer.headers]),
    body: json as Record<string, unknown>,
    text,
  };
}
