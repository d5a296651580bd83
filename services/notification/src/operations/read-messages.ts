import { type Caller, hasRole } from '@consult/runtime/caller';
import { refuse } from '@consult/runtime/errors';
import type { TimePage } from '@consult/runtime/paging';
import { findMessage, listMessages, type MessageDocument, type MessageFilter, requeue } from '../store/messages.ts';
import type { Deps } from './deps.ts';

/** A page of the tenant's messages, newest first. Refusals: forbidden. */
export async function readMessages(
  deps: Deps,
  caller: Caller,
  filter: Omit<MessageFilter, 'tenantId'>,
  page: TimePage,
): Promise<MessageDocument[]> {
  requireAdmin(caller);
  return listMessages(deps.messages, { ...filter, tenantId: caller.tenantId }, page);
}

/** Sends a message once more, to the address as known now. Refusals: forbidden, not_found, rule_refused (its code has been forgotten). */
export async function resendMessage(deps: Deps, caller: Caller, messageId: string): Promise<MessageDocument> {
  requireAdmin(caller);
  const key = { tenantId: caller.tenantId, messageId };
  const message = (await findMessage(deps.messages, key)) ?? refuse('not_found');
  if (message.values === undefined)
    return refuse('rule_refused', { rule: 'one_time_code', detail: 'Ask for a new code instead' });
  const queued = (await requeue(deps.messages, key, deps.clock.wallNow())) ?? refuse('not_found');
  deps.delivery.nudge();
  deps.logger.info({ messageId, actor: caller.userId }, 'message queued again');
  return queued;
}

function requireAdmin(caller: Caller): void {
  if (caller.tenantId === '' || !hasRole(caller, 'admin')) refuse('forbidden');
}
