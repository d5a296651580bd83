export type Role = 'client' | 'consultant' | 'admin' | 'finance' | 'operator';

/** On whose behalf something is done: the first thing an operation gets. */
export interface Caller {
  /** Six digits; empty only for operators and for calls that find the tenant themselves. */
  tenantId: string;
  /** Empty on public calls, `system` for event-driven work. */
  userId: string;
  roles: Role[];
  /** The service that calls; `gateway` for people. */
  service: string;
  requestId: string;
}

/** The caller of event-driven work of a service within a tenant. */
export function systemCaller(tenantId: string, service: string, requestId = ''): Caller {
  return { tenantId, userId: 'system', roles: [], service, requestId };
}

/** True when the caller has one of the roles. */
export function hasRole(caller: Caller, ...roles: Role[]): boolean {
  return caller.roles.some((role) => roles.includes(role));
}

/** True when a service calls by itself, not for a person. */
export function isSystem(caller: Caller): boolean {
  return caller.userId === 'system';
}
