import { systemCaller } from '@consult/runtime/caller';
import { type CustomerKey, customerLinkId, findCustomerId, keepCustomerId } from '../store/customers.ts';
import { on } from '../stripe/stripe-api.ts';
import type { Deps } from './deps.ts';

/** The client's Stripe customer in the account that takes the money; made when there is none. Refusals: not_found, dependency_unavailable. */
export async function stripeCustomer(
  deps: Pick<Deps, 'customers' | 'identity' | 'stripe'>,
  key: CustomerKey,
): Promise<string> {
  const known = await findCustomerId(deps.customers, key);
  if (known !== undefined) return known;
  const { tenantId, clientId, stripeAccount } = key;
  const user = await deps.identity.getUser(systemCaller(tenantId, 'billing'), { userId: clientId });
  const { name, email, version } = user;
  // The user's version is part of the key: Stripe refuses a key that comes back with another name.
  const idempotencyKey = `customer:${customerLinkId(key)}:v${version}`;
  const customer = await deps.stripe.call((sdk) =>
    sdk.customers.create({ name, email, metadata: { tenantId, clientId } }, on(stripeAccount, idempotencyKey)),
  );
  return keepCustomerId(deps.customers, key, customer.id);
}
