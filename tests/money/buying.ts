import { newId } from '@consult/runtime/ids';
import { client } from './callers.ts';
import type { Step } from './plan.ts';
import { type Shop, told, wareOf } from './shop.ts';
import type { MoneyWorld } from './world.ts';

/** Opens the payment of a package, and pays it where there is a card. */
export async function buy(
  world: MoneyWorld,
  shop: Shop,
  { by, sold, card, code }: Extract<Step, { do: 'buy' }>,
): Promise<string> {
  const { packageId, price: amount, currency } = wareOf(shop, sold);
  const caller = client(shop.tenantId, by);
  const quoted =
    code === undefined ? {} : await world.billing.quotePurchase(caller, { packageId, promotionCode: code });
  const { quoteId } = { quoteId: undefined, ...quoted };
  const promotion = code === undefined || quoteId === undefined ? {} : { promotionCode: code, quoteId };
  const wanted = { packageId, amount, currency, requestId: newId(), ...promotion };
  const { clientSecret } = await world.billing.createPaymentIntent(caller, wanted);
  shop.opened.push({ clientSecret });
  return card === undefined ? 'opened' : pay(world, shop, clientSecret, card);
}

/** As Stripe.js does, with a bank that asks where the card wants it. */
export async function pay(
  world: MoneyWorld,
  shop: Shop,
  clientSecret: string | undefined,
  card: string,
): Promise<string> {
  if (clientSecret === undefined) return 'nothing opened';
  const form = { client_secret: clientSecret, payment_method: card };
  const path = `/v1/payment_intents/${clientSecret.split('_secret_')[0]}/confirm`;
  const answer = await world.stripe('POST', path, { account: shop.account, form });
  const next = answer.body['next_action'] as { redirect_to_url?: { url: string } } | null | undefined;
  if (answer.status !== 200 || next?.redirect_to_url === undefined) return told(answer);
  const headers = { 'content-type': 'application/json' };
  const asked = await fetch(next.redirect_to_url.url, { method: 'POST', headers, body: '{"answer":"complete"}' });
  return `asked the bank: ${asked.status}`;
}

/** Takes what a code makes free. */
export async function claim(
  world: MoneyWorld,
  shop: Shop,
  { by, sold, code }: Extract<Step, { do: 'claim' }>,
): Promise<string> {
  const { packageId } = wareOf(shop, sold);
  const { status } = await world.billing.claimPackage(client(shop.tenantId, by), {
    packageId,
    promotionCode: code,
    requestId: newId(),
  });
  return status?.current ?? 'no status';
}

/** Keeps a card at Stripe that pays from now on. */
export async function newCard(
  world: MoneyWorld,
  { tenantId, account }: Shop,
  { by, card }: Extract<Step, { do: 'card' }>,
): Promise<string> {
  const listed = await world.stripe('GET', '/v1/customers?limit=100', { account });
  if (listed.status !== 200) return told(listed);
  const customers = listed.body['data'] as { id: string; metadata: { clientId?: string } }[];
  const customer = customers.find(({ metadata }) => metadata.clientId === by)?.id;
  if (customer === undefined) return 'never bought';
  const attached = await world.stripe('POST', `/v1/payment_methods/${card}/attach`, { account, form: { customer } });
  if (attached.status !== 200) return told(attached);
  await world.billing.setDefaultPaymentMethod(client(tenantId, by), { paymentMethodId: String(attached.body['id']) });
  return 'ok';
}
