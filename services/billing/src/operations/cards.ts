import { type Caller, hasRole } from '@consult/runtime/caller';
import { refuse } from '@consult/runtime/errors';
import { newId } from '@consult/runtime/ids';
import type Stripe from 'stripe';
import { type CustomerKey, customerLinkId, findCustomerId, keepDefaultMethod } from '../store/customers.ts';
import { liveSubscriptions } from '../store/subscriptions.ts';
import { isMissingAtStripe, on } from '../stripe/stripe-api.ts';
import type { Deps } from './deps.ts';
import { payWithCard } from './pay-overdue.ts';
import { idOf } from './read-payment.ts';
import { stripeCustomer } from './stripe-customer.ts';
import { tenantRules } from './tenant-rules.ts';

/** Stripe's largest page; nobody keeps more cards. */
const CARDS_MAX = 100;

/** A card that is kept at Stripe. */
export interface Card {
  method: Stripe.PaymentMethod;
  isDefault: boolean;
}

/** What a browser saves a card with. Refusals: forbidden, not_found, dependency_unavailable. */
export async function createSetupIntent(deps: Deps, caller: Caller, requestId: string): Promise<string> {
  const owner = await ownerOf(deps, caller);
  const customerId = await stripeCustomer(deps, owner);
  const { tenantId, clientId, stripeAccount } = owner;
  const intent = await deps.stripe.call((sdk) =>
    sdk.setupIntents.create(
      {
        customer: customerId,
        usage: 'off_session',
        automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
        metadata: { tenantId, clientId },
      },
      on(stripeAccount, `setup:${customerLinkId(owner)}:${requestId === '' ? newId() : requestId}`),
    ),
  );
  return intent.client_secret ?? '';
}

/** The caller's own cards, the default first. Refusals: forbidden, dependency_unavailable. */
export async function listCards(deps: Deps, caller: Caller): Promise<Card[]> {
  const owner = await ownerOf(deps, caller);
  const customerId = await findCustomerId(deps.customers, owner);
  if (customerId === undefined) return [];
  const under = on(owner.stripeAccount);
  const [methods, defaultId] = await Promise.all([
    deps.stripe.call((sdk) => sdk.customers.listPaymentMethods(customerId, { type: 'card', limit: CARDS_MAX }, under)),
    defaultOf(deps, owner, customerId),
  ]);
  const cards = methods.data.map((method) => ({ method, isDefault: method.id === defaultId }));
  return cards.sort((a, b) => Number(b.isDefault) - Number(a.isDefault));
}

/**
 * Takes a card off. Refusals: forbidden, not_found (another's too), rule_refused (+ reason card_in_use, subscriptionId: it pays
 * a subscription that runs), dependency_unavailable.
 */
export async function removeCard(deps: Deps, caller: Caller, methodId: string): Promise<void> {
  const owner = await ownerOf(deps, caller);
  const { customerId } = await ownCard(deps, owner, methodId);
  const defaultId = await defaultOf(deps, owner, customerId);
  for (const { _id: subscriptionId } of await liveSubscriptions(deps.subscriptions, owner)) {
    const remote = await deps.stripe.call((sdk) =>
      sdk.subscriptions.retrieve(subscriptionId, {}, on(owner.stripeAccount)),
    );
    const paysWith = idOf(remote.default_payment_method) ?? defaultId;
    if (paysWith === methodId) refuse('rule_refused', { reason: 'card_in_use', subscriptionId });
  }
  await deps.stripe.call((sdk) => sdk.paymentMethods.detach(methodId, {}, on(owner.stripeAccount)));
  if (defaultId === methodId) await keepDefaultMethod(deps.customers, owner, undefined);
}

/**
 * Pays from now on what recurs and is offered first; what is overdue is tried at once with it, and told by its own events.
 * Refusals: forbidden, not_found (another's too), dependency_unavailable.
 */
export async function setDefaultCard(deps: Deps, caller: Caller, methodId: string): Promise<Card> {
  const owner = await ownerOf(deps, caller);
  const { customerId, method } = await ownCard(deps, owner, methodId);
  const under = on(owner.stripeAccount);
  await deps.stripe.call((sdk) =>
    sdk.customers.update(customerId, { invoice_settings: { default_payment_method: methodId } }, under),
  );
  await keepDefaultMethod(deps.customers, owner, methodId);
  for (const subscription of await liveSubscriptions(deps.subscriptions, owner))
    await payWithCard(deps, subscription, methodId);
  return { method, isDefault: true };
}

/** Whose cards these are, in the account that takes the tenant's money. Refusals: forbidden. */
async function ownerOf(deps: Deps, caller: Caller): Promise<CustomerKey> {
  const { tenantId, userId: clientId } = caller;
  if (tenantId === '' || !hasRole(caller, 'client')) return refuse('forbidden');
  const { stripeAccount } = await tenantRules(deps, caller);
  return { tenantId, clientId, stripeAccount };
}

/** A card that is kept for this very client. Refusals: not_found. */
async function ownCard(
  deps: Deps,
  owner: CustomerKey,
  methodId: string,
): Promise<{ customerId: string; method: Stripe.PaymentMethod }> {
  const customerId = await findCustomerId(deps.customers, owner);
  if (customerId === undefined) return refuse('not_found');
  try {
    const method = await deps.stripe.call((sdk) => sdk.paymentMethods.retrieve(methodId, {}, on(owner.stripeAccount)));
    return idOf(method.customer) === customerId ? { customerId, method } : refuse('not_found');
  } catch (error) {
    if (isMissingAtStripe(error)) return refuse('not_found');
    throw error;
  }
}

async function defaultOf(deps: Deps, owner: CustomerKey, customerId: string): Promise<string | undefined> {
  const customer = await deps.stripe.call((sdk) => sdk.customers.retrieve(customerId, {}, on(owner.stripeAccount)));
  return customer.deleted === true ? undefined : idOf(customer.invoice_settings.default_payment_method);
}
