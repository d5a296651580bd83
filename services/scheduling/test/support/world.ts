import { connectBroker } from '@consult/messaging/broker';
import type { Envelope } from '@consult/contracts/envelope';
import type { App } from '@consult/runtime/app';
import type { Caller } from '@consult/runtime/caller';
import { fixedClock } from '@consult/runtime/clock';
import { createGrpcClient, type GrpcClient } from '@consult/runtime/grpc-client';
import { createLogger } from '@consult/runtime/logger';
import { testCaller } from '@consult/testing/call';
import { testConfig } from '@consult/testing/config';
import { listenForEvents, publishEvent } from '@consult/testing/events';
import { eventually } from '@consult/testing/eventually';
import { checkInvariants } from '@consult/testing/invariants';
import type { Finding } from '@consult/testing/invariants/stack';
import { dropNamespace, testNamespace } from '@consult/testing/namespace';
import mongoose, { type Connection } from 'mongoose';
import { createApp } from '../../src/app.ts';
import type { ConsultationDocument } from '../../src/store/consultation-document.ts';
import { type CreditsStandIn, startCredits } from './credits.ts';
import { type IdentityStandIn, startIdentity } from './identity.ts';

export const TENANT = '100001';
export const OTHER_TENANT = '100002';
/** A Wednesday. */
const START = '2025-01-01T09:00:00Z';
const DEADLINE_MS = 20_000;

type Scheduling = GrpcClient<'scheduling'>;
export type BookRequest = Parameters<Scheduling['book']>[1];

/** The service as it runs, with stand-ins where it calls others, on databases and queues of its own. */
export interface World {
  app: App;
  clock: ReturnType<typeof fixedClock>;
  scheduling: Scheduling;
  /** The door as credits uses it. */
  asCredits: Scheduling;
  credits: CreditsStandIn;
  identity: IdentityStandIn;
  /** The service's own database, seen raw. */
  database: Connection;
  /** Everything scheduling has published, in the order it arrived. */
  published: Envelope[];
  publish(event: Envelope): Promise<void>;
  /** A second process of the service on the same data: its door. Stopped with the world. */
  another(): Promise<Scheduling>;
  /** What must not be of the data at rest: two sessions at once, histories that jump. */
  findings(): Promise<Finding[]>;
  stop(): Promise<void>;
}

export async function startWorld(): Promise<World> {
  const namespace = testNamespace();
  const config = testConfig({ namespace });
  const logger = createLogger({ service: 'scheduling-test', level: process.env['TEST_LOG_LEVEL'] ?? 'silent' });
  const { CALL_TOKEN_SECRET: callTokenSecret } = config;
  const [credits, identity] = await Promise.all([
    startCredits({ callTokenSecret, logger }),
    startIdentity({ callTokenSecret, logger }),
  ]);
  const clock = fixedClock(START);
  const urls = { CREDITS_GRPC_URL: credits.url, IDENTITY_GRPC_URL: identity.url };
  const own = { RESERVATION_DEADLINE_SECONDS: 60 };
  const newApp = () => createApp({ ...config, ...urls, ...own }, { logger, clock });
  const app = await newApp();
  const broker = await connectBroker({ url: config.AMQP_URL, namespace, service: 'notification', logger });
  const published = await listenForEvents(broker, 'scheduling.#');
  await app.start();
  const others: { app: App; scheduling: Scheduling }[] = [];
  const door = (from: string, of = app) =>
    createGrpcClient('scheduling', {
      url: `127.0.0.1:${of.grpcPort}`,
      callTokenSecret,
      from,
      deadlineMs: DEADLINE_MS,
    });
  const scheduling = door('gateway');
  const asCredits = door('credits');
  const database = await mongoose
    .createConnection(config.MONGODB_URI, { dbName: `${namespace}_scheduling` })
    .asPromise();
  return {
    app,
    clock,
    scheduling,
    asCredits,
    credits,
    identity,
    database,
    published,
    publish: (event) => publishEvent(broker, event),
    async another() {
      const other = await newApp();
      await other.start();
      const its = door('gateway', other);
      others.push({ app: other, scheduling: its });
      return its;
    },
    async findings() {
      const all = await checkInvariants({ mongoUri: config.MONGODB_URI, namespace, amqpUrl: config.AMQP_URL });
      return all.filter(({ invariant }) => invariant === 'I3' || invariant === 'I7');
    },
    async stop() {
      for (const { scheduling: its } of [...others, { scheduling }]) its.close();
      asCredits.close();
      await Promise.all([app.stop(), ...others.map((other) => other.app.stop())]);
      await Promise.all([credits.close(), identity.close(), broker.close(), database.close()]);
      await dropNamespace(namespace);
    },
  };
}

const EVERY_DAY = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].map((weekday) => ({
  weekday,
  hours: [{ from: '08:00', to: '20:00' }],
}));

export const admin = (tenantId = TENANT): Caller => testCaller({ tenantId, userId: 'admin-1', roles: ['admin'] });
export const client = (userId: string, tenantId = TENANT): Caller =>
  testCaller({ tenantId, userId, roles: ['client'] });
export const consultant = (userId: string, tenantId = TENANT): Caller =>
  testCaller({ tenantId, userId, roles: ['consultant'] });
export const asService = (tenantId = TENANT): Caller => testCaller({ tenantId, userId: 'system', roles: [] });

/** A consultant who is available all seven days 08:00–20:00 UTC, unless the test says otherwise. */
export async function addConsultant(
  world: World,
  consultantId: string,
  changes: { tenantId?: string; name?: string; availability?: object; sessionTypes?: string[] } = {},
): Promise<Caller> {
  const { tenantId = TENANT, name = 'Mike Johnson', availability = {}, sessionTypes = [] } = changes;
  world.identity.users.set(`${tenantId}/${consultantId}`, { name, roles: ['consultant'], version: 1 });
  await world.scheduling.createConsultant(admin(tenantId), { consultantId, name, timezone: 'UTC', sessionTypes });
  await world.scheduling.putAvailability(admin(tenantId), {
    consultantId,
    version: 1,
    availability: { timezone: 'UTC', weekly: EVERY_DAY, ...availability },
  });
  return consultant(consultantId, tenantId);
}

/** A booking from the given start: of an hour, unless it names an end or a length. */
export function session(consultantId: string, scheduledStart: string, changes: Partial<BookRequest> = {}): BookRequest {
  return {
    consultantId,
    title: 'Instagram Marketing Strategy',
    type: 'strategy_session',
    scheduledStart,
    ...(changes.scheduledEnd === undefined ? { durationMinutes: 60 } : {}),
    ...changes,
  };
}

/** The same without a word on how long. */
export function openEnded(consultantId: string, scheduledStart: string): BookRequest {
  const { durationMinutes: _length, ...request } = session(consultantId, scheduledStart);
  return request;
}

/** The documents behind what the door shows, tombstones included. */
export function stored(world: World, filter: object = {}): Promise<ConsultationDocument[]> {
  return world.database.collection<ConsultationDocument>('consultations').find(filter).toArray();
}

/** The events of one consultation as they arrive; tries until there are as many as expected. */
export function eventsOf(world: World, consultationId: string, types: string[]): Promise<Envelope[]> {
  return eventually(() => {
    // A second instance may publish an event once more: it is the same one, by its id.
    const about = world.published.filter((event) => event.subject === consultationId);
    const found = [...new Map(about.map((event) => [event.id, event])).values()];
    const names = found.map((event) => event.type.split('.')[1]);
    if (JSON.stringify(names) !== JSON.stringify(types)) throw new Error(`events: ${names.join()}`);
    return found;
  });
}

/** The refusal a call ended with. */
export async function refusal(call: Promise<unknown>): Promise<{ code: string; details: Record<string, unknown> }> {
  try {
    await call;
  } catch (error) {
    if (error instanceof Error && 'code' in error && 'details' in error)
      return { code: String(error.code), details: error.details as Record<string, unknown> };
    throw error;
  }
  throw new Error('was not refused');
}
