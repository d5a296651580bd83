import { type Caller, hasRole, isSystem } from '@consult/runtime/caller';
import { refuse } from '@consult/runtime/errors';
import type { ClientKey } from '../store/accounts.ts';

/** Refuses calls that do not come from this service (the call token's issuer). Refusals: forbidden. */
export function requireService(caller: Caller, service: string): void {
  if (caller.tenantId === '' || caller.service !== service) refuse('forbidden');
}

/**
 * The account a caller may look at, always of its own tenant: one's own; any for staff; and any for a service that asks for
 * the people it serves. Empty `clientId`: one's own. Refusals: forbidden.
 */
export function readableClient(caller: Caller, clientId: string, services: string[] = []): ClientKey {
  const { tenantId, userId } = caller;
  const wanted = clientId === '' ? userId : clientId;
  const own = wanted !== '' && wanted === userId && !isSystem(caller);
  const allowed = own || isSystem(caller) || hasRole(caller, 'admin', 'finance') || services.includes(caller.service);
  if (tenantId === '' || wanted === '' || !allowed) return refuse('forbidden');
  return { tenantId, clientId: wanted };
}
