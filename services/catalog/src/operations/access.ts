import { type Caller, hasRole, isSystem } from '@consult/runtime/caller';
import { refuse } from '@consult/runtime/errors';

/** Refuses everybody but admins. Refusals: forbidden. */
export function requireAdmin(caller: Caller): void {
  if (!hasRole(caller, 'admin')) refuse('forbidden');
}

/** Whether the caller sees packages that are not on sale: staff, and services. */
export function seesAll(caller: Caller): boolean {
  return isSystem(caller) || hasRole(caller, 'admin', 'finance');
}
