import type { Caller } from '@consult/runtime/caller';
import { newId } from '@consult/runtime/ids';

/** A person of a tenant who calls through the gateway; a client, if nothing else is said. */
export function testCaller(given: Partial<Caller> & Pick<Caller, 'tenantId'>): Caller {
  return { userId: 'user-1', roles: ['client'], service: 'gateway', requestId: newId(), ...given };
}
