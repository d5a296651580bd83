import { hostname } from 'node:os';
import { type FastifyInstance, fastify } from 'fastify';
import type { Clock, SandboxClock } from './clock.ts';
import type { ServiceConfig } from './config.ts';
import type { GrpcServer } from './grpc-server.ts';
import { answerProblem, type Checks, registerHealth } from './http.ts';
import type { Logger } from './logger.ts';
import { type Idle, registerParticipant } from './participant.ts';
import { stepwise } from './stepwise.ts';
import { createWorkers, type Worker } from './worker.ts';

/** Workers look for what is due this often, where nothing nudges them. */
const WORKER_INTERVAL_MS = 1_000;
/** Health answers and clock commands are short; a peer that is slower is dropped. */
const REQUEST_TIMEOUT_MS = 60_000;
const BODY_LIMIT_BYTES = 16 * 1024;

/** A service as it runs. Ports are known after `start`. */
export interface App {
  readonly grpcPort: number;
  readonly httpPort: number;
  /** Whether nothing is queued, in hand or unpublished. */
  readonly idle: Idle;
  start(): Promise<void>;
  /** Ends everything in reverse within 10 s; twice is fine, also before or in the middle of a start. */
  stop(): Promise<void>;
}

/** Something that runs while the service does: a consumer, a relay. */
export interface Part {
  start(): Promise<void> | void;
  stop(): Promise<void> | void;
}

export interface Assembly {
  name: string;
  config: Pick<ServiceConfig, 'CONSULT_MODE' | 'GRPC_PORT' | 'HTTP_PORT' | 'LISTEN_HOST'>;
  clock: Clock;
  logger: Logger;
  grpc?: GrpcServer;
  /** Adds what this service answers over its own HTTP, beside health and the clock; no person reaches it but through the gateway. */
  routes?: (http: FastifyInstance) => void;
  /** Checks of `/readyz`, beside that everything has started. */
  readiness: Checks;
  /** Started in this order, stopped in reverse. */
  parts: Part[];
  workers: Worker[];
  idle: Idle;
  /** Closes what createApp opened; last, and also when the start failed. */
  close(): Promise<void>;
}

/** Puts a service together: built now, started by `start`: http, clock, grpc, parts, workers. */
export function assembleApp(assembly: Assembly): App {
  const { config, clock, logger, grpc, parts } = assembly;
  const workers = createWorkers(assembly.workers, { logger, intervalMs: WORKER_INTERVAL_MS });
  const steps = stepwise({ logger, close: () => assembly.close() });
  const http = fastify({
    requestTimeout: REQUEST_TIMEOUT_MS,
    bodyLimit: BODY_LIMIT_BYTES,
    forceCloseConnections: true,
  });
  let grpcPort = 0;
  let httpPort = 0;
  let ready = false;
  const started = async () => {
    if (!ready) throw new Error('not started');
  };
  http.setErrorHandler(answerProblem);
  registerHealth(http, { started, ...assembly.readiness });
  assembly.routes?.(http);
  const testClock = config.CONSULT_MODE === 'sandbox' && isSandboxClock(clock) ? clock : undefined;
  if (testClock) registerParticipant(http, { clock: testClock, workers, idle: assembly.idle });

  async function listenHttp(): Promise<void> {
    await http.listen({ host: config.LISTEN_HOST, port: config.HTTP_PORT });
    const [address] = http.addresses();
    httpPort = typeof address === 'object' ? address.port : 0;
  }
  async function listenGrpc(): Promise<void> {
    grpcPort = (await grpc?.listen({ host: config.LISTEN_HOST, port: config.GRPC_PORT })) ?? 0;
  }

  return {
    idle: assembly.idle,
    get grpcPort() {
      return grpcPort;
    },
    get httpPort() {
      return httpPort;
    },
    async start() {
      await steps.run('http', listenHttp, () => http.close());
      if (testClock)
        await steps.run(
          'clock',
          () => testClock.start(selfUrl(config.LISTEN_HOST, httpPort)),
          () => testClock.stop(),
        );
      if (grpc) await steps.run('grpc', listenGrpc, () => grpc.close());
      for (const part of parts)
        await steps.run(
          'part',
          () => part.start(),
          () => part.stop(),
        );
      await steps.run(
        'workers',
        () => workers.start(),
        () => workers.stop(),
      );
      ready = true;
      logger.info({ grpcPort, httpPort }, `${assembly.name} is up`);
    },
    stop() {
      ready = false;
      return steps.stop();
    },
  };
}

/** Where others reach this process; a wildcard address is no address, the host's name is. */
function selfUrl(host: string, port: number): string {
  return `http://${host === '0.0.0.0' ? hostname() : host}:${port}`;
}

function isSandboxClock(clock: Clock): clock is SandboxClock {
  return 'start' in clock && 'stop' in clock && 'set' in clock;
}
