import { invalid } from '../errors.ts';
import { copy } from '../events.ts';
import type { FormMap } from '../form.ts';
import type { Invoice, Json, StripeObject } from '../objects.ts';
import type { Work } from '../work.ts';

const DEPTH_MAX = 4;

/** The `expand[]` of a request; it is taken out of the form. */
export function takeExpand(form: FormMap): string[] {
  const raw = form['expand'];
  delete form['expand'];
  if (raw === undefined || typeof raw === 'string') return raw ? [raw] : [];
  return Object.values(raw).filter((path) => typeof path === 'string');
}

/** An answer with ids replaced by what they name, and with the fields that appear only when asked for. */
export async function expand(work: Work, answer: Json, paths: readonly string[]): Promise<Json> {
  const expanded = copy(answer);
  for (const path of paths) {
    const segments = path.split('.');
    if (segments.filter((segment) => segment !== 'data').length > DEPTH_MAX) {
      throw invalid(`You cannot expand more than ${DEPTH_MAX} levels of a property.`, { param: 'expand' });
    }
    await expandAt(work, expanded, segments, path);
  }
  return expanded;
}

async function expandAt(work: Work, node: unknown, segments: readonly string[], path: string): Promise<void> {
  const [segment, ...rest] = segments;
  if (segment === undefined || node === null) return;
  if (Array.isArray(node)) {
    for (const item of node) await expandAt(work, item, segments, path);
    return;
  }
  if (typeof node !== 'object') throw cannotExpand(path);
  const holder = node as Json;
  const value = holder[segment] ?? (await onRequest(work, holder, segment));
  if (value === undefined) throw cannotExpand(path);
  holder[segment] = await reference(work, value, path);
  await expandAt(work, holder[segment], rest, path);
}

/** What an id, or each of a list of ids, names. */
async function reference(work: Work, value: unknown, path: string): Promise<unknown> {
  if (typeof value === 'string') return named(work, value, path);
  if (!Array.isArray(value)) return value;
  const found: unknown[] = [];
  for (const each of value as unknown[]) found.push(typeof each === 'string' ? await named(work, each, path) : each);
  return found;
}

async function named(work: Work, id: string, path: string): Promise<Json> {
  const found = await work.any(id);
  if (found === undefined) throw cannotExpand(path);
  return copy(found);
}

/** Fields that Stripe leaves out until they are asked for; null where the field is there and empty. */
async function onRequest(work: Work, holder: Json, segment: string): Promise<unknown> {
  const id = String(holder['id']);
  switch (`${String(holder['object'])}.${segment}`) {
    case 'invoice.confirmation_secret':
      return confirmationSecret(work, id);
    case 'invoice.payments':
      return list(await work.where('invoice_payment', { 'body.invoice': id }), `/v1/invoice_payments?invoice=${id}`);
    case 'customer.subscriptions':
      return list(await work.where('subscription', { 'body.customer': id }), `/v1/subscriptions?customer=${id}`);
    case 'charge.refunds':
      return list(await work.where('refund', { 'body.charge': id }), `/v1/refunds?charge=${id}`);
    default:
      return holder[segment];
  }
}

/** What a browser pays an invoice's first payment with. */
async function confirmationSecret(work: Work, invoiceId: string): Promise<Invoice['confirmation_secret']> {
  const [link] = await work.where('invoice_payment', { 'body.invoice': invoiceId });
  const id = link?.payment.payment_intent;
  const intent = id === undefined ? undefined : await work.find('payment_intent', id);
  return typeof intent?.client_secret === 'string'
    ? { client_secret: intent.client_secret, type: 'payment_intent' }
    : null;
}

const list = (found: readonly StripeObject[], url: string): Json => ({
  object: 'list',
  data: found.map(copy),
  has_more: false,
  url,
});

const cannotExpand = (path: string) => invalid(`This property cannot be expanded (${path}).`, { param: 'expand' });
