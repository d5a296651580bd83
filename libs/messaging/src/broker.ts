import { AppError } from '@consult/runtime/errors';
import type { Logger } from '@consult/runtime/logger';
import { type Channel, type ConfirmChannel, connect, type RecoveringChannelModel } from 'amqplib';
import { closeQuietly, keepChannel } from './channel.ts';
import { within } from './deadline.ts';
import { gatherWrites } from './gather-writes.ts';
import { createPublisher, type Outgoing } from './publisher.ts';
import { declareTopology, RETRY_DELAYS_MS, type Service, type Topology, topologyOf } from './topology.ts';

const SOCKET_CONNECT_MS = 5_000;
const RECONNECT_FIRST_MS = 100;
const RECONNECT_MAX_MS = 5_000;
/** Two silent intervals and a connection counts as dead. */
const HEARTBEAT_SECONDS = 10;
/** How long a start waits for the broker; after that it goes on, not ready, and connects when it can. */
const FIRST_CONNECT_WAIT_MS = 5_000;
const LOOK_AGAIN_MS = 10;

/** The way to the broker of one process. It comes back by itself; meanwhile publishing refuses and readiness is false. */
export interface Broker {
  readonly service: Service;
  readonly topology: Topology;
  /** Resolves when the broker has the message safely; throws `dependency_unavailable` or `deadline_exceeded` otherwise. */
  publish(message: Outgoing): Promise<void>;
  /** Whether publishing has a chance now. */
  connected(): boolean;
  /** A channel of the connection for consuming; waits for that connection. */
  openChannel(): Promise<Channel>;
  /** For readiness: throws `dependency_unavailable` unless both connections stand. */
  check(): Promise<void>;
  close(): Promise<void>;
}

export interface BrokerOptions {
  url: string;
  namespace: string;
  service: Service;
  logger: Logger;
  /** The same for every process of the namespace; other values are for tests. */
  retryDelaysMs?: readonly number[];
}

/** Connects, one connection to publish and one to consume, and declares the topology. Also resolves when the broker is down: see `check`. */
export async function connectBroker(options: BrokerOptions): Promise<Broker> {
  const { service, logger } = options;
  const topology = topologyOf(options.namespace, options.retryDelaysMs ?? RETRY_DELAYS_MS);
  const outward = await openConnection(options, 'publish');
  const inward = await openConnection(options, 'consume');
  const publisher = createPublisher();
  const kept = keepChannel<ConfirmChannel>({
    name: 'publish',
    logger,
    open: () => outward.model.createConfirmChannel(),
    prepare: async (channel) => {
      await declareTopology(channel, topology);
      publisher.watch(channel);
    },
  });
  const connected = () => kept.current() !== undefined && !outward.state.blocked;
  const check = async () => {
    // A broker that blocks publishers for lack of memory or disk is still there: events wait in their documents.
    if (kept.current() === undefined || !inward.state.up)
      throw new AppError('dependency_unavailable', { dependency: 'broker' });
  };
  await waitABit(() => kept.current() !== undefined && inward.state.up);
  return {
    service,
    topology,
    connected,
    check,
    publish: (message) => publisher.publish(connected() ? kept.current() : undefined, message),
    openChannel: () => inward.model.createChannel(),
    close: async () => {
      await kept.close();
      await Promise.all([closeQuietly(outward.model), closeQuietly(inward.model)]);
    },
  };
}

interface ConnectionState {
  up: boolean;
  /** The broker takes no messages: it is short of memory or disk. */
  blocked: boolean;
}

async function openConnection(
  { url, service, logger }: BrokerOptions,
  purpose: string,
): Promise<{ model: RecoveringChannelModel; state: ConnectionState }> {
  const state: ConnectionState = { up: false, blocked: false };
  const model = await connect(withHeartbeat(url), {
    noDelay: true,
    timeout: SOCKET_CONNECT_MS,
    clientProperties: { connection_name: `${service}:${purpose}` },
    recovery: { initialDelay: RECONNECT_FIRST_MS, maxDelay: RECONNECT_MAX_MS, waitForConnect: false },
  });
  model.on('connect', (opened) => {
    gatherWrites(opened);
    Object.assign(state, { up: true, blocked: false });
    logger.info({ purpose }, 'broker connected');
  });
  model.on('disconnect', (error) => {
    state.up = false;
    logger.warn({ purpose, reason: error.message }, 'broker connection lost');
  });
  model.on('connect-failed', (error) => logger.warn({ purpose, reason: error.message }, 'broker not reached'));
  model.on('blocked', (reason) => {
    state.blocked = true;
    logger.warn({ purpose, reason }, 'broker blocks publishers');
  });
  model.on('unblocked', () => {
    state.blocked = false;
    logger.info({ purpose }, 'broker takes messages again');
  });
  // Without a listener an error event would end the process; what follows is told by `disconnect`.
  model.on('error', (error) => logger.debug({ purpose, reason: error.message }, 'broker connection error'));
  return { model, state };
}

function withHeartbeat(url: string): string {
  const parsed = new URL(url);
  if (!parsed.searchParams.has('heartbeat')) parsed.searchParams.set('heartbeat', String(HEARTBEAT_SECONDS));
  return parsed.toString();
}

async function waitABit(ready: () => boolean): Promise<void> {
  let stop = false;
  const poll = async () => {
    while (!stop && !ready()) await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  };
  await within(FIRST_CONNECT_WAIT_MS, poll()).catch(() => {
    stop = true;
  });
}
