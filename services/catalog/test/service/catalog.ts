import { DEFAULT_POLICIES } from '@consult/contracts/events/identity';
import type { PackageInput, PackagePatch } from '@consult/contracts/api/package';
import type { Envelope } from '@consult/contracts/envelope';
import { connectBroker } from '@consult/messaging/broker';
import type { App } from '@consult/runtime/app';
import type { Caller } from '@consult/runtime/caller';
import { fixedClock } from '@consult/runtime/clock';
import { AppError } from '@consult/runtime/errors';
import { createGrpcClient, type GrpcClient } from '@consult/runtime/grpc-client';
import { createLogger } from '@consult/runtime/logger';
import { testCaller } from '@consult/testing/call';
import { testConfig } from '@consult/testing/config';
import { listenForEvents, publishEvent } from '@consult/testing/events';
import { eventually } from '@consult/testing/eventually';
import { dropNamespace, testNamespace } from '@consult/testing/namespace';
import { startStandIn } from '@consult/testing/stand-in';
import { createApp } from '../../src/app.ts';

export const START = '2025-01-01T09:00:00.000Z';
export const TENANT = '100001';
export const OTHER_TENANT = '100002';
const DEADLINE_MS = 20_000;
const logger = createLogger({ service: 'catalog', level: 'silent' });

export const admin: Caller = testCaller({ tenantId: TENANT, userId: 'ada', roles: ['admin'] });
export const otherAdmin: Caller = testCaller({ tenantId: OTHER_TENANT, userId: 'bob', roles: ['admin'] });
export const client: Caller = testCaller({ tenantId: TENANT });

/** Catalog as it runs, beside a small identity, with an ear on its events. */
export interface World {
  app: App;
  clock: ReturnType<typeof fixedClock>;
  client: GrpcClient<'catalog'>;
  /** How often identity was asked. */
  asked(): number;
  /** Brings an event to catalog as another service would. */
  tell(event: Envelope): Promise<void>;
  /** The events that tell of a package, once there are `count` of them. */
  heard(packageId: string, count: number): Promise<Envelope[]>;
  stop(): Promise<void>;
}

export async function startCatalog(): Promise<World> {
  const namespace = testNamespace();
  const config = testConfig({ namespace });
  const identity = await startIdentity(config.CALL_TOKEN_SECRET);
  const broker = await connectBroker({ url: config.AMQP_URL, namespace, service: 'identity', logger });
  const events = await listenForEvents(broker, 'catalog.#');
  const clock = fixedClock(START);
  const app = await createApp({ ...config, IDENTITY_GRPC_URL: identity.url }, { logger, clock });
  await app.start();
  const { CALL_TOKEN_SECRET: callTokenSecret } = config;
  const url = `127.0.0.1:${app.grpcPort}`;
  const client = createGrpcClient('catalog', { url, callTokenSecret, from: 'gateway', deadlineMs: DEADLINE_MS });
  return {
    app,
    clock,
    client,
    asked: identity.asked,
    heard: (packageId, count) => hear(events, packageId, count),
    tell: (event) => publishEvent(broker, event),
    async stop() {
      client.close();
      await app.stop();
      await identity.close();
      await broker.close();
      await dropNamespace(namespace);
    },
  };
}

/** An identity that knows two tenants. */
async function startIdentity(callTokenSecret: string) {
  let asked = 0;
  const server = await startStandIn(
    'identity',
    { callTokenSecret, logger },
    {
      getTenant: async (_caller, { tenantId = '' }) => {
        asked += 1;
        if (tenantId !== TENANT && tenantId !== OTHER_TENANT) throw new AppError('not_found');
        const currency = tenantId === TENANT ? 'USD' : 'JPY';
        return { tenantId, slug: tenantId, name: tenantId, currency, version: 1, policies: DEFAULT_POLICIES };
      },
    },
  );
  return { ...server, asked: () => asked };
}

/** The events that tell of a package, once there are `count` of them. */
async function hear(events: readonly Envelope[], packageId: string, count: number): Promise<Envelope[]> {
  return eventually(() => {
    const found = events.filter(({ subject }) => subject === packageId);
    if (found.length < count) throw new Error(`${found.length} of ${count} events heard`);
    return found;
  });
}

/** A bundle of ten for 790.00, or what is said otherwise. */
export function bundle(name: string, more: Partial<PackageInput> = {}): PackageInput {
  return {
    details: { name, type: 'consultation_bundle' },
    credits: { total: 10, expiresAfterDays: 180 },
    pricing: { amount: 79_000, pricePerCredit: 7_900 },
    ...more,
  };
}

export function create(world: World, input: object, requestId = '', caller = admin) {
  return world.client.createPackage(caller, { requestId, inputJson: JSON.stringify(input) });
}

export function update(
  world: World,
  target: { packageId: string; version: number },
  patch: PackagePatch,
  caller = admin,
) {
  const { packageId, version } = target;
  return world.client.updatePackage(caller, { packageId, version, patchJson: JSON.stringify(patch) });
}
