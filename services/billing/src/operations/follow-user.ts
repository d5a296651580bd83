import type { Caller } from '@consult/runtime/caller';
import { findCustomerId } from '../store/customers.ts';
import { on } from '../stripe/stripe-api.ts';
import type { Deps } from './deps.ts';
import { tenantRules } from './tenant-rules.ts';

/** Somebody's name or address has changed: their receipts follow, if they have ever bought anything. */
export async function followUser(
  deps: Deps,
  caller: Caller,
  user: { userId: string; name: string; email: string; version: number },
): Promise<void> {
  const { tenantId } = caller;
  const { stripeAccount } = await tenantRules(deps, caller);
  const customerId = await findCustomerId(deps.customers, { tenantId, clientId: user.userId, stripeAccount });
  if (customerId === undefined) return;
  const { name, email, version } = user;
  const key = on(stripeAccount, `customer-update:${customerId}:v${version}`);
  await deps.stripe.call((sdk) => sdk.customers.update(customerId, { name, email }, key));
}
