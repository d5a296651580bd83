import { loadService, type ServiceName } from '@consult/contracts/grpc/load';
import { Client, credentials, Metadata, type MethodDefinition, type ServiceError } from '@grpc/grpc-js';
import { SpanKind } from '@opentelemetry/api';
import { createCallTokenSigner } from './call-token.ts';
import type { Caller } from './caller.ts';
import { systemClock } from './clock.ts';
import { fromServiceError } from './grpc-errors.ts';
import { MESSAGE_MAX_BYTES, REQUEST_ID } from './grpc-server.ts';
import type { GrpcClient } from './grpc-types.ts';
import { currentTraceparent, span } from './telemetry.ts';

export type { GrpcClient } from './grpc-types.ts';

/** A peer that comes back is found again within a second. */
const FIRST_RECONNECT_MS = 100;
const RECONNECT_MAX_MS = 1_000;
const KEEPALIVE_MS = 20_000;
const KEEPALIVE_TIMEOUT_MS = 5_000;
/** Deadlines are technical time. */
const wallClock = systemClock();
/** How every channel between services behaves. */
export const CHANNEL = {
  'grpc.initial_reconnect_backoff_ms': FIRST_RECONNECT_MS,
  'grpc.min_reconnect_backoff_ms': FIRST_RECONNECT_MS,
  'grpc.max_reconnect_backoff_ms': RECONNECT_MAX_MS,
  'grpc.keepalive_time_ms': KEEPALIVE_MS,
  'grpc.keepalive_timeout_ms': KEEPALIVE_TIMEOUT_MS,
  'grpc.max_receive_message_length': MESSAGE_MAX_BYTES,
  'grpc.max_send_message_length': MESSAGE_MAX_BYTES,
  // Services are neighbours: neither a proxy of the environment nor DNS has a say.
  'grpc.enable_http_proxy': 0,
  'grpc.service_config_disable_resolution': 1,
  'grpc.use_local_subchannel_pool': 1,
};

/**
 * A client of another service: each call signs a call token, carries the trace and ends within `deadlineMs`.
 * Nothing is retried: a caller that wants to asks again by the same id. Refusals come back as the AppError that was thrown.
 */
export function createGrpcClient<N extends ServiceName>(
  service: N,
  options: { url: string; callTokenSecret: string; from: string; deadlineMs: number },
): GrpcClient<N> {
  const client = new Client(options.url, credentials.createInsecure(), CHANNEL);
  const sign = createCallTokenSigner({ secret: options.callTokenSecret, from: options.from, to: service });

  async function call(
    name: string,
    method: MethodDefinition<unknown, unknown>,
    caller: Caller,
    request: unknown,
  ): Promise<unknown> {
    const metadata = new Metadata();
    metadata.set('authorization', `Bearer ${await sign(caller)}`);
    metadata.set(REQUEST_ID, caller.requestId);
    return span(
      `grpc ${service}/${name}`,
      {},
      () => {
        const traceparent = currentTraceparent();
        if (traceparent !== undefined) metadata.set('traceparent', traceparent);
        return unary({ client, service, method, request, metadata, deadlineMs: options.deadlineMs });
      },
      SpanKind.CLIENT,
    );
  }

  const methods = Object.entries(loadService(service)).map(([method, definition]) => {
    const name = method.charAt(0).toLowerCase() + method.slice(1);
    return [name, (caller: Caller, request: unknown) => call(name, definition, caller, request)] as const;
  });
  return { ...Object.fromEntries(methods), close: () => client.close() } as GrpcClient<N>;
}

function unary(options: {
  client: Client;
  service: string;
  method: MethodDefinition<unknown, unknown>;
  request: unknown;
  metadata: Metadata;
  deadlineMs: number;
}): Promise<unknown> {
  const { client, method, request, metadata } = options;
  const deadline = wallClock.wallNow().getTime() + options.deadlineMs;
  return new Promise((resolve, reject) => {
    client.makeUnaryRequest(
      method.path,
      method.requestSerialize,
      method.responseDeserialize,
      request,
      metadata,
      { deadline },
      (error: ServiceError | null, response?: unknown) => {
        if (error) reject(fromServiceError(error, options.service));
        else resolve(response);
      },
    );
  });
}
