import { type Caller, hasRole, isSystem } from '@consult/runtime/caller';
import { refuse } from '@consult/runtime/errors';
import type { TimePage } from '@consult/runtime/paging';
import type { Subscription, SubscriptionState } from '../domain/subscription.ts';
import type { Transaction } from '../domain/transaction.ts';
import { listSubscriptions } from '../store/subscriptions.ts';
import { listTransactions, type TransactionFilter } from '../store/transaction-queries.ts';
import { findTransaction } from '../store/transactions.ts';
import type { Deps } from './deps.ts';

/** One transaction: a client's own; any of the tenant for finance and admin. Refusals: forbidden, not_found. */
export async function getTransaction(
  deps: Pick<Deps, 'transactions'>,
  caller: Caller,
  transactionId: string,
): Promise<Transaction> {
  const seen = visibleClient(caller);
  const found = await findTransaction(deps.transactions, { tenantId: caller.tenantId, transactionId });
  if (found === undefined || (seen !== undefined && found.clientId !== seen)) return refuse('not_found');
  return found;
}

/** Newest first; one more row than `limit` when there is a next page. Refusals: forbidden. */
export async function readTransactions(
  deps: Pick<Deps, 'transactions'>,
  caller: Caller,
  wanted: Omit<TransactionFilter, 'tenantId'>,
  page: TimePage,
): Promise<Transaction[]> {
  const seen = visibleClient(caller);
  const filter = { ...wanted, tenantId: caller.tenantId, clientId: seen ?? wanted.clientId };
  return listTransactions(deps.transactions, filter, { ...page, limit: page.limit + 1 });
}

/** Subscriptions, newest first: the caller's own, or the tenant's for finance and admin; one more row than `limit` when there is a next page. Refusals: forbidden. */
export async function readSubscriptions(
  deps: Pick<Deps, 'subscriptions'>,
  caller: Caller,
  wanted: { ofTenant: boolean; clientId?: string | undefined; state?: SubscriptionState | undefined },
  page: TimePage,
): Promise<Subscription[]> {
  const { tenantId, userId } = caller;
  const { ofTenant, clientId, state } = wanted;
  if (tenantId === '' || !(ofTenant ? hasRole(caller, 'finance', 'admin') : hasRole(caller, 'client')))
    return refuse('forbidden');
  const filter = { tenantId, clientId: ofTenant ? clientId : userId, state };
  return listSubscriptions(deps.subscriptions, filter, { ...page, limit: page.limit + 1 });
}

/** Whose payments a caller may see: undefined means everybody's in the tenant. */
function visibleClient(caller: Caller): string | undefined {
  if (caller.tenantId === '') return refuse('forbidden');
  if (isSystem(caller) || hasRole(caller, 'finance', 'admin')) return undefined;
  return hasRole(caller, 'client') ? caller.userId : refuse('forbidden');
}
