import { loadService, type ServiceName } from '@consult/contracts/grpc/load';
import { refuse } from '@consult/runtime/errors';
import { createGrpcServer, type Handlers } from '@consult/runtime/grpc-server';
import type { Logger } from '@consult/runtime/logger';

const HOST = '127.0.0.1';

export interface StandIn {
  /** `host:port`, as a service's config names it. */
  url: string;
  close(): Promise<void>;
}

/**
 * A real gRPC server in place of a service, with the few methods a test needs; the others refuse with `not_built`, so that
 * nothing is answered by accident.
 */
export async function startStandIn<N extends ServiceName>(
  service: N,
  options: { callTokenSecret: string; logger: Logger },
  some: Partial<Handlers<N>>,
): Promise<StandIn> {
  const names = Object.keys(loadService(service)).map((name) => name.charAt(0).toLowerCase() + name.slice(1));
  const refusing = Object.fromEntries(names.map((name) => [name, async () => refuse('not_built')]));
  const handlers = { ...refusing, ...some } as Handlers<N>;
  const server = createGrpcServer({ service, handlers, ...options });
  const port = await server.listen({ host: HOST, port: 0 });
  return { url: `${HOST}:${port}`, close: () => server.close() };
}
