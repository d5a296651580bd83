import { type Caller, hasRole, type Role } from '@consult/runtime/caller';
import { refuse } from '@consult/runtime/errors';

/** Refuses callers that have none of the roles. Refusals: forbidden. */
export function requireRole(caller: Caller, ...roles: Role[]): void {
  if (!hasRole(caller, ...roles)) refuse('forbidden');
}
