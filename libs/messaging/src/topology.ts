import type { EventDefinition } from '@consult/contracts/envelope';
import {
  DisputeClosed,
  PaymentDisputed,
  PaymentFailed,
  PaymentRefunded,
  PaymentSucceeded,
  RefundFailed,
  StripePriceLinked,
  SubscriptionCancelled,
  SubscriptionPastDue,
  SubscriptionRenewed,
  SubscriptionStarted,
} from '@consult/contracts/events/billing';
import { PackageArchived, PackageChanged, PackagePublished } from '@consult/contracts/events/catalog';
import { CreditsExpiring, CreditsGranted } from '@consult/contracts/events/credits';
import { AccessCodeIssued, ClientRegistered, TenantChanged, UserChanged } from '@consult/contracts/events/identity';
import {
  ConsultationCancelled,
  ConsultationCompleted,
  ConsultationConfirmed,
  ConsultationNoShow,
  ConsultationRescheduled,
  ConsultationResolved,
  ConsultationScheduled,
  ConsultationStarted,
  SlotHoldLapsed,
} from '@consult/contracts/events/scheduling';
import type { Channel } from 'amqplib';

/**
 * Who hears what. Every process declares all of it, so that an event which is published before its consumer's
 * first start waits in that consumer's queue. A row that loses a type leaves a binding behind: unbind it by hand.
 */
const subscriptions = {
  identity: [],
  catalog: [StripePriceLinked, TenantChanged],
  billing: [PackagePublished, PackageChanged, PackageArchived, UserChanged, TenantChanged],
  credits: [
    ClientRegistered,
    TenantChanged,
    PaymentSucceeded,
    PaymentRefunded,
    RefundFailed,
    PaymentDisputed,
    DisputeClosed,
    SubscriptionStarted,
    SubscriptionRenewed,
    SubscriptionPastDue,
    SubscriptionCancelled,
    ConsultationScheduled,
    ConsultationRescheduled,
    ConsultationConfirmed,
    ConsultationStarted,
    ConsultationCompleted,
    ConsultationCancelled,
    ConsultationNoShow,
    ConsultationResolved,
  ],
  scheduling: [UserChanged, ClientRegistered, TenantChanged, CreditsGranted],
  notification: [
    TenantChanged,
    UserChanged,
    ClientRegistered,
    AccessCodeIssued,
    CreditsGranted,
    CreditsExpiring,
    PaymentFailed,
    PaymentRefunded,
    RefundFailed,
    SubscriptionRenewed,
    SubscriptionCancelled,
    ConsultationScheduled,
    ConsultationConfirmed,
    ConsultationRescheduled,
    ConsultationCancelled,
    ConsultationNoShow,
    ConsultationCompleted,
    SlotHoldLapsed,
  ],
} satisfies Record<string, EventDefinition[]>;

export type Service = keyof typeof subscriptions;
export const SUBSCRIPTIONS: Readonly<Record<Service, readonly EventDefinition[]>> = subscriptions;

/** Waits before the second, third, … delivery of a message whose handler failed; after the last one it is parked. */
export const RETRY_DELAYS_MS: readonly number[] = [1_000, 5_000, 30_000, 120_000];
/** Deliveries a message survives when its consumer dies with it in hand; then the broker parks it. */
const DELIVERY_LIMIT = 10;
/** Looking at parked messages counts as delivering them, and must never drop one. */
const PARKED_DELIVERY_LIMIT = 1_000_000;

/** The names of one stack on the broker. */
export interface Topology {
  /** Topic exchange of all events; the routing key is the event type. */
  events: string;
  /** Topic exchange into the waiting queues; routing key `<delay in ms>.<service>`. */
  retry: string;
  /** Topic exchange out of the waiting queues, back to the one service. */
  due: string;
  retryDelaysMs: readonly number[];
  /** The waiting queues, one per delay, shared by all services. */
  retryQueues: string[];
  queueOf(service: Service): string;
  parkedQueueOf(service: Service): string;
  /** Every queue there is. */
  queues: string[];
  /** The services with a queue. */
  consumers: Service[];
}

/** The names for a namespace. All processes of a namespace must use the same delays. */
export function topologyOf(namespace: string, retryDelaysMs: readonly number[] = RETRY_DELAYS_MS): Topology {
  const queueOf = (service: Service) => `${namespace}.${service}`;
  const parkedQueueOf = (service: Service) => `${namespace}.${service}.parked`;
  const retryQueues = retryDelaysMs.map((delayMs) => `${namespace}.retry.${delayMs}`);
  const consumers = Object.keys(SUBSCRIPTIONS)
    .filter(isService)
    .filter((service) => SUBSCRIPTIONS[service].length > 0);
  return {
    events: `${namespace}.events`,
    retry: `${namespace}.retry`,
    due: `${namespace}.due`,
    retryDelaysMs,
    retryQueues,
    queueOf,
    parkedQueueOf,
    queues: [...consumers.flatMap((service) => [queueOf(service), parkedQueueOf(service)]), ...retryQueues],
    consumers,
  };
}

/** True when some service hears this type: then an unroutable message is a failure. */
export function hasSubscriber(type: string): boolean {
  return subscribedTypes.has(type);
}

const subscribedTypes = new Set(
  Object.values(SUBSCRIPTIONS).flatMap((definitions) => definitions.map(({ type }) => type)),
);

/** Declares exchanges, queues and bindings; the same again is a no-op. Rejects when the broker holds them with other settings. */
export async function declareTopology(channel: Channel, topology: Topology): Promise<void> {
  const { events, retry, due } = topology;
  for (const exchange of [events, retry, due]) await channel.assertExchange(exchange, 'topic', { durable: true });
  for (const [step, delayMs] of topology.retryDelaysMs.entries()) {
    const queue = topology.retryQueues[step] ?? '';
    await channel.assertQueue(queue, quorum({ 'x-message-ttl': delayMs, ...deadLettersTo(due) }));
    await channel.bindQueue(queue, retry, `${delayMs}.*`);
  }
  for (const service of topology.consumers) await declareConsumer(channel, topology, service);
}

async function declareConsumer(channel: Channel, topology: Topology, service: Service): Promise<void> {
  const queue = topology.queueOf(service);
  const parked = topology.parkedQueueOf(service);
  await channel.assertQueue(parked, quorum({ 'x-delivery-limit': PARKED_DELIVERY_LIMIT }));
  await channel.assertQueue(queue, quorum({ 'x-delivery-limit': DELIVERY_LIMIT, ...deadLettersTo('', parked) }));
  for (const { type } of SUBSCRIPTIONS[service]) await channel.bindQueue(queue, topology.events, type);
  await channel.bindQueue(queue, topology.due, `*.${service}`);
}

/** Removes a whole namespace from the broker, with everything in it: for tests and for wiping a local stack. */
export async function deleteTopology(channel: Channel, topology: Topology): Promise<void> {
  for (const queue of topology.queues) await channel.deleteQueue(queue);
  for (const exchange of [topology.events, topology.retry, topology.due]) await channel.deleteExchange(exchange);
}

function quorum(settings: Record<string, unknown>) {
  return { durable: true, arguments: { 'x-queue-type': 'quorum', ...settings } };
}

/** Dead letters leave only when they have arrived: the default strategy may lose them. It needs `reject-publish`. */
function deadLettersTo(exchange: string, routingKey?: string): Record<string, unknown> {
  return {
    'x-dead-letter-exchange': exchange,
    ...(routingKey === undefined ? {} : { 'x-dead-letter-routing-key': routingKey }),
    'x-dead-letter-strategy': 'at-least-once',
    'x-overflow': 'reject-publish',
  };
}

function isService(name: string): name is Service {
  return Object.hasOwn(subscriptions, name);
}
