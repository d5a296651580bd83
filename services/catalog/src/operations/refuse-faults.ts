import { refuse } from '@consult/runtime/errors';
import type { Faults } from '../domain/fault.ts';

/** Names every fault at once: what is missing makes a request malformed, a contradiction makes it refused. */
export function refuseFaults(errors: Faults): never {
  return refuse(errors.some(({ code }) => code === 'missing') ? 'invalid_request' : 'rule_refused', { errors });
}
