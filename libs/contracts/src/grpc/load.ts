import { fileURLToPath } from 'node:url';
import {
  type GrpcObject,
  loadPackageDefinition,
  type ServiceClientConstructor,
  type ServiceDefinition,
} from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';
import { LOADER_OPTIONS } from './options.ts';

export const SERVICE_NAMES = ['identity', 'catalog', 'billing', 'credits', 'scheduling', 'notification'] as const;
export type ServiceName = (typeof SERVICE_NAMES)[number];

/** The protos travel with the repository and the images; both keep them four folders above this file. */
const PROTO_ROOT = fileURLToPath(new URL('../../../../protos', import.meta.url));

/** The grpc-js definition of one service, read from its proto. Package and service follow the name: `consult.credits.v1.Credits`. */
export function loadService(name: ServiceName): ServiceDefinition {
  const definition = loadSync(`consult/${name}/v1/${name}.proto`, { ...LOADER_OPTIONS, includeDirs: [PROTO_ROOT] });
  const root = loadPackageDefinition(definition) as GrpcObject;
  const versioned = ((root['consult'] as GrpcObject)[name] as GrpcObject)['v1'] as GrpcObject;
  const service = name.charAt(0).toUpperCase() + name.slice(1);
  return (versioned[service] as ServiceClientConstructor).service;
}
