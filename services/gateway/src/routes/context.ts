import type { FastifyInstance } from 'fastify';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type {
  FastifyBaseLogger,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify';
import type { Clients } from '../clients.ts';
import type { GatewayConfig } from '../config.ts';
import type { TenantLookup } from '../http/tenants.ts';

/** The gateway's fastify: one TypeBox schema is validation, type and OpenAPI. */
export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;
export type AnyApp = FastifyInstance;

/** What every group of routes gets. */
export interface RouteContext {
  clients: Clients;
  tenants: TenantLookup;
  config: GatewayConfig;
}

export const STAFF = ['admin', 'finance'] as const;
export const EVERYONE = ['client', 'consultant', 'admin', 'finance'] as const;
