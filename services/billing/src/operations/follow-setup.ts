import {
  claimDefaultMethod,
  type CustomerKey,
  findCustomerId,
  findDefaultMethod,
  keepDefaultMethod,
} from '../store/customers.ts';
import { liveSubscriptions } from '../store/subscriptions.ts';
import { isStripeRefusal, on } from '../stripe/stripe-api.ts';
import type { Deps } from './deps.ts';
import { payWithCard } from './pay-overdue.ts';
import { idOf } from './read-payment.ts';

/**
 * A card was saved, whether or not the page that saved it is still there: a client's first card becomes the default one, and
 * what is overdue is tried with it at once. What runs on another card goes on with that: only the client changes it.
 */
export async function followSetup(
  deps: Deps,
  { stripeAccount, setupIntentId }: { stripeAccount: string; setupIntentId: string },
): Promise<void> {
  const intent = await deps.stripe.call((sdk) => sdk.setupIntents.retrieve(setupIntentId, {}, on(stripeAccount)));
  const { tenantId, clientId } = intent.metadata ?? {};
  const methodId = idOf(intent.payment_method);
  if (intent.status !== 'succeeded' || methodId === undefined || tenantId === undefined || clientId === undefined)
    return;
  const owner = { tenantId, clientId, stripeAccount };
  // Labels can be written by whoever owns the account: this one counts for the customer that we made of this client.
  if ((await findCustomerId(deps.customers, owner)) !== idOf(intent.customer)) return;
  try {
    if (await claimDefaultMethod(deps.customers, owner, methodId)) await makeFirst(deps, owner, methodId);
    for (const subscription of await liveSubscriptions(deps.subscriptions, owner))
      if (subscription.state === 'past_due') await payWithCard(deps, subscription, methodId);
  } catch (error) {
    if (!isStripeRefusal(error)) throw error;
    // It has been taken off since.
    if ((await findDefaultMethod(deps.customers, owner)) === methodId)
      await keepDefaultMethod(deps.customers, owner, undefined);
    deps.logger.info({ clientId, stripeCode: error.code }, 'saved card is not used');
  }
}

/** Our record decides: a card that the client has chosen meanwhile is the one that Stripe is left with. */
async function makeFirst(deps: Deps, owner: CustomerKey, methodId: string): Promise<void> {
  const customerId = await findCustomerId(deps.customers, owner);
  if (customerId === undefined) return;
  const choose = (chosen: string) =>
    deps.stripe.call((sdk) =>
      sdk.customers.update(
        customerId,
        { invoice_settings: { default_payment_method: chosen } },
        on(owner.stripeAccount),
      ),
    );
  await choose(methodId);
  const chosen = await findDefaultMethod(deps.customers, owner);
  if (chosen !== undefined && chosen !== methodId) await choose(chosen);
}
