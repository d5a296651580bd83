import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import Value from 'typebox/value';
import { escapeHtml, page } from '../../html.ts';
import { invalid } from '../errors.ts';
import { parseForm } from '../form.ts';
import type { PaymentIntent, SetupIntent } from '../objects.ts';
import { answerBank } from '../payments/confirm.ts';
import { answerBankOnSetup } from '../payments/setup-intent.ts';
import { perform, type StripeDeps } from '../perform.ts';
import { documentId } from '../store.ts';

const Answer = Type.Object({ answer: Type.Enum(['complete', 'fail']) });
const NOBODY = { id: null, idempotency_key: null };
const PAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'";

interface Address {
  account: string;
  id: string;
}
type Intent = PaymentIntent | SetupIntent;

/** The pages a buyer meets outside the shop: the bank's question (3-D Secure), and the receipt. */
export function addBuyerPages(app: FastifyInstance, deps: StripeDeps): void {
  app.get<{ Params: Address }>('/authenticate/:account/:id', async (request, reply) => {
    const intent = await intentOf(deps, request.params);
    return intent === undefined ? nothing(reply) : html(reply, bankPage(intent));
  });
  // The page posts a form and is sent back to the shop; tests post JSON and get the intent's state.
  app.post<{ Params: Address }>('/authenticate/:account/:id', async (request, reply) => {
    const answer = answerOf(request);
    if ((await intentOf(deps, request.params)) === undefined) return nothing(reply);
    const intent = await settle(deps, request.params, answer);
    const back = intent.next_action?.redirect_to_url?.return_url ?? null;
    if (typeof request.body !== 'string')
      return reply.send({ id: intent.id, object: intent.object, status: intent.status });
    if (back !== null) return reply.redirect(returnAddress(back, intent), 303);
    return html(
      reply,
      page('Thank you', `<p>The payment is now: ${escapeHtml(intent.status)}. You can close this page.</p>`),
    );
  });
  app.get<{ Params: Address }>('/receipts/:account/:id', async (request, reply) => {
    const { account, id } = request.params;
    const found = (await deps.database.objects.findOne({ _id: documentId(account, id) }))?.body;
    if (found?.object !== 'charge' || !found.paid) return nothing(reply);
    const { amount, currency, created, payment_method_details: details } = found;
    const rows = [
      ['Paid', `${amount} ${currency.toUpperCase()} (minor units)`],
      ['On', new Date(created * 1_000).toISOString()],
      ['With', `${details?.card?.brand ?? 'card'} ending in ${details?.card?.last4 ?? '?'}`],
      ['Charge', found.id],
    ].map(([name = '', value = '']) => `<tr><th>${name}</th><td>${escapeHtml(value)}</td></tr>`);
    return html(reply, page('Receipt', `<table>${rows.join('')}</table>`));
  });
}

async function intentOf({ database }: StripeDeps, { account, id }: Address): Promise<Intent | undefined> {
  const found = (await database.objects.findOne({ _id: documentId(account, id) }))?.body;
  return found?.object === 'payment_intent' || found?.object === 'setup_intent' ? found : undefined;
}

/** Answers the intent as it is afterwards, still with the address to go back to. */
async function settle(deps: StripeDeps, { account, id }: Address, answer: 'complete' | 'fail'): Promise<Intent> {
  return perform(deps, { account, request: NOBODY }, async (work): Promise<Intent> => {
    const payment = await work.find('payment_intent', id);
    const before = payment ?? (await work.get('setup_intent', id));
    const nextAction = before.next_action;
    const after =
      payment === undefined
        ? await answerBankOnSetup(work, await work.get('setup_intent', id), answer)
        : await answerBank(work, payment, answer);
    return Object.assign({}, after, { next_action: nextAction });
  });
}

function answerOf({ body }: FastifyRequest): 'complete' | 'fail' {
  const given: unknown = typeof body === 'string' ? { ...parseForm(body) } : body;
  if (Value.Check(Answer, given)) return given.answer;
  throw invalid('answer must be complete or fail', { param: 'answer' });
}

function returnAddress(back: string, intent: Intent): string {
  const url = new URL(back);
  url.searchParams.set(intent.object, intent.id);
  url.searchParams.set(`${intent.object}_client_secret`, intent.client_secret ?? '');
  url.searchParams.set('redirect_status', intent.status === 'succeeded' ? 'succeeded' : 'failed');
  return url.toString();
}

function bankPage(intent: Intent): string {
  if (intent.status !== 'requires_action')
    return page('Your bank', `<p>There is nothing to answer: the payment is ${escapeHtml(intent.status)}.</p>`);
  const what =
    intent.object === 'payment_intent'
      ? `a payment of ${intent.amount} ${intent.currency.toUpperCase()} (minor units)`
      : 'saving your card';
  return page(
    'Your bank asks',
    `<p>Is it you who wants ${escapeHtml(what)}? This is the Stripe sandbox: no money moves.</p>
    <form method="post"><button name="answer" value="complete">Complete authentication</button> <button name="answer" value="fail">Fail authentication</button></form>`,
  );
}

const html = (reply: FastifyReply, body: string): FastifyReply =>
  reply.type('text/html; charset=utf-8').header('content-security-policy', PAGE_POLICY).send(body);

const nothing = (reply: FastifyReply): FastifyReply =>
  html(reply.status(404), page('Not found', '<p>There is no such thing here.</p>'));
