import { loadService, type ServiceName } from '@consult/contracts/grpc/load';
import {
  type handleUnaryCall,
  Server,
  ServerCredentials,
  type ServerUnaryCall,
  type UntypedServiceImplementation,
} from '@grpc/grpc-js';
import { HealthImplementation } from 'grpc-health-check';
import { createCallTokenVerifier, type ProvenCaller } from './call-token.ts';
import type { Caller } from './caller.ts';
import { AppError } from './errors.ts';
import { toServiceError } from './grpc-errors.ts';
import type { Handlers } from './grpc-types.ts';
import type { Logger } from './logger.ts';
import { toAppError } from './outage.ts';
import { withRequestId } from './request-context.ts';
import { withTraceparent } from './telemetry.ts';

export type { Handlers } from './grpc-types.ts';

/** Larger than any message of ours; a stranger's stream ends here. */
export const MESSAGE_MAX_BYTES = 1024 * 1024;
/** The metadata that says which request a call is for: for logs, not proven. */
export const REQUEST_ID = 'x-request-id';
const REQUEST_ID_MAX = 100;
/** Calls at hand get this long to finish when the server closes. */
const CLOSE_WITHIN_MS = 5_000;
const KEEPALIVE_MS = 20_000;
const KEEPALIVE_TIMEOUT_MS = 5_000;
const CONCURRENT_CALLS_MAX = 1_000;

export interface GrpcServer {
  /** Answers the port. */
  listen(address: { host: string; port: number }): Promise<number>;
  /** Ends calls at hand within 5 s, then cuts them off. Twice is fine. */
  close(): Promise<void>;
}

type Unary = (caller: Caller, request: unknown) => Promise<unknown>;

/**
 * A gRPC server of one service: every call must carry a call token for it; its span continues the caller's trace.
 * An AppError goes out with its code and details, an outage as `dependency_unavailable`, anything else as `internal`, and is logged.
 */
export function createGrpcServer<N extends ServiceName>(options: {
  service: N;
  handlers: Handlers<N>;
  callTokenSecret: string;
  logger: Logger;
}): GrpcServer {
  const { service, logger } = options;
  const verify = createCallTokenVerifier({ secret: options.callTokenSecret, service });
  const definition = loadService(service);
  const handlers: Record<string, Unary> = options.handlers;
  const server = new Server({
    'grpc.max_receive_message_length': MESSAGE_MAX_BYTES,
    'grpc.max_send_message_length': MESSAGE_MAX_BYTES,
    'grpc.max_concurrent_streams': CONCURRENT_CALLS_MAX,
    'grpc.keepalive_time_ms': KEEPALIVE_MS,
    'grpc.keepalive_timeout_ms': KEEPALIVE_TIMEOUT_MS,
  });
  const implementation: UntypedServiceImplementation = {};
  for (const method of Object.keys(definition)) {
    const name = method.charAt(0).toLowerCase() + method.slice(1);
    const handler = handlers[name];
    if (handler === undefined) throw new Error(`the ${service} server has no handler ${name}`);
    implementation[method] = unary({ name: `${service}/${name}`, handler, verify, logger });
  }
  server.addService(definition, implementation);
  const health = new HealthImplementation({ '': 'NOT_SERVING' });
  health.addToServer(server);

  let closing: Promise<void> | undefined;
  return {
    async listen({ host, port }) {
      const bound = await new Promise<number>((resolve, reject) => {
        server.bindAsync(`${host}:${port}`, ServerCredentials.createInsecure(), (error, actual) =>
          error ? reject(error) : resolve(actual),
        );
      });
      health.setStatus('', 'SERVING');
      return bound;
    },
    close() {
      health.setStatus('', 'NOT_SERVING');
      closing ??= shutDown(server);
      return closing;
    },
  };
}

function unary(options: {
  name: string;
  handler: Unary;
  verify: (token: string) => Promise<ProvenCaller>;
  logger: Logger;
}): handleUnaryCall<unknown, unknown> {
  const { name, handler, verify, logger } = options;

  async function answer(call: ServerUnaryCall<unknown, unknown>): Promise<unknown> {
    const caller = { ...(await verify(bearerOf(call))), requestId: requestIdOf(call) };
    const traceparent = call.metadata.get('traceparent')[0];
    return withRequestId(caller.requestId, () =>
      withTraceparent(traceparent?.toString(), `grpc ${name}`, async () => {
        try {
          return await handler(caller, call.request);
        } catch (error) {
          // Logged here, where the request and trace ids are at hand.
          const refusal = toAppError(error);
          if (refusal.code === 'internal') logger.error({ err: error, method: name }, 'call failed');
          else if (refusal !== error) logger.warn({ err: error, method: name }, 'a dependency is not reachable');
          throw refusal;
        }
      }),
    );
  }

  return (call, callback) => {
    answer(call).then(
      (response) => callback(null, response),
      (error: unknown) => callback(toServiceError(toAppError(error))),
    );
  };
}

function bearerOf(call: ServerUnaryCall<unknown, unknown>): string {
  const header = String(call.metadata.get('authorization')[0] ?? '');
  if (!header.startsWith('Bearer ')) throw new AppError('unauthenticated');
  return header.slice('Bearer '.length);
}

function requestIdOf(call: ServerUnaryCall<unknown, unknown>): string {
  return String(call.metadata.get(REQUEST_ID)[0] ?? '').slice(0, REQUEST_ID_MAX);
}

async function shutDown(server: Server): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  await new Promise<void>((resolve) => {
    timer = setTimeout(resolve, CLOSE_WITHIN_MS);
    server.tryShutdown(() => resolve());
  });
  clearTimeout(timer);
  server.forceShutdown();
}
