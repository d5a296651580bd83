import { type GrpcClient, createGrpcClient } from '@consult/runtime/grpc-client';
import type { GatewayConfig } from './config.ts';

/** How long the gateway waits for a service: longer than the services wait for each other, so that their refusal arrives. */
const GATEWAY_DEADLINE_MS = 10_000;

export interface Clients {
  identity: GrpcClient<'identity'>;
  catalog: GrpcClient<'catalog'>;
  billing: GrpcClient<'billing'>;
  credits: GrpcClient<'credits'>;
  scheduling: GrpcClient<'scheduling'>;
  notification: GrpcClient<'notification'>;
}

/** One client per service; nothing connects before the first call. */
export function createClients(config: GatewayConfig): Clients {
  const options = (url: string) => ({
    url,
    callTokenSecret: config.CALL_TOKEN_SECRET,
    from: 'gateway',
    deadlineMs: GATEWAY_DEADLINE_MS,
  });
  return {
    identity: createGrpcClient('identity', options(config.IDENTITY_GRPC_URL)),
    catalog: createGrpcClient('catalog', options(config.CATALOG_GRPC_URL)),
    billing: createGrpcClient('billing', options(config.BILLING_GRPC_URL)),
    credits: createGrpcClient('credits', options(config.CREDITS_GRPC_URL)),
    scheduling: createGrpcClient('scheduling', options(config.SCHEDULING_GRPC_URL)),
    notification: createGrpcClient('notification', options(config.NOTIFICATION_GRPC_URL)),
  };
}

/** Closes every client. */
export function closeClients(clients: Clients): void {
  for (const client of Object.values(clients)) client.close();
}
