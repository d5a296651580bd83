import { invalid, noSuch } from '../errors.ts';
import { browserRoute, listOfKind, PAGE, route, type Call, type Route } from '../http/route.ts';
import { mergeMetadata } from '../metadata.ts';
import type { SetupIntent } from '../objects.ts';
import { flag, oneOf, range, strings, text, word } from '../params.ts';
import { paymentMethodOf } from '../payments/payment-method.ts';
import { cancelSetup, confirmSetup, newSetupIntent } from '../payments/setup-intent.ts';
import { equalFilter, rangeFilter } from '../store.ts';
import { methodOfData } from './payment-methods.ts';
import { AUTOMATIC_METHODS, METHOD_DATA, METHOD_TYPES } from './shapes.ts';

const CONFIRMATION = { payment_method: word, payment_method_data: METHOD_DATA, return_url: text, use_stripe_sdk: flag };
const CREATION = {
  ...CONFIRMATION,
  automatic_payment_methods: AUTOMATIC_METHODS,
  confirm: flag,
  customer: word,
  description: text,
  metadata: strings,
  allowed_payment_method_types: METHOD_TYPES,
  usage: oneOf('off_session', 'on_session'),
};

export const setupIntentRoutes: readonly Route[] = [
  route('POST', '/v1/setup_intents', CREATION, async ({ work }, values) => {
    const { payment_method: method, payment_method_data: data, automatic_payment_methods: automatic } = values;
    const named = method === undefined ? undefined : await paymentMethodOf(work, method);
    const given = data === undefined ? named : await methodOfData(work, data);
    const intent = newSetupIntent(work, {
      allowed_payment_method_types: values.allowed_payment_method_types ?? null,
      automatic_payment_methods:
        automatic?.enabled === true ? { enabled: true, allow_redirects: automatic.allow_redirects ?? 'always' } : null,
      customer: values.customer === undefined ? null : (await work.get('customer', values.customer, 'customer')).id,
      description: values.description ?? null,
      metadata: mergeMetadata(null, values.metadata),
      payment_method: given?.id ?? null,
      usage: values.usage ?? 'off_session',
    });
    if (values.confirm !== true) return intent;
    return confirmSetup(work, intent, { paymentMethod: undefined, returnUrl: values.return_url ?? null });
  }),
  browserRoute('GET', '/v1/setup_intents/:id', { client_secret: word }, (call, values) =>
    openSetup(call, values.client_secret),
  ),
  browserRoute(
    'POST',
    '/v1/setup_intents/:id/confirm',
    { ...CONFIRMATION, client_secret: word },
    async (call, values) => {
      const intent = await openSetup(call, values.client_secret);
      const { payment_method_data: data } = values;
      const paymentMethod = data === undefined ? values.payment_method : (await methodOfData(call.work, data)).id;
      return confirmSetup(call.work, intent, { paymentMethod, returnUrl: values.return_url ?? null });
    },
  ),
  route(
    'POST',
    '/v1/setup_intents/:id/cancel',
    { cancellation_reason: oneOf('abandoned', 'duplicate', 'requested_by_customer') },
    async ({ work, id }, values) =>
      cancelSetup(work, await work.get('setup_intent', id), values.cancellation_reason ?? null),
  ),
  route(
    'GET',
    '/v1/setup_intents',
    { ...PAGE, created: range, customer: word, payment_method: word },
    (call, values) => {
      const equal = equalFilter({ 'body.customer': values.customer, 'body.payment_method': values.payment_method });
      return listOfKind(call, 'setup_intent', {
        filter: { ...equal, ...rangeFilter('body.created', values.created) },
        values,
      });
    },
  ),
];

async function openSetup({ work, id, publishable }: Call, secret: string | undefined): Promise<SetupIntent> {
  const intent = await work.get('setup_intent', id);
  if (secret === undefined && !publishable) return intent;
  if (secret === intent.client_secret) return intent;
  if (secret === undefined)
    throw invalid('Missing required param: client_secret.', { code: 'parameter_missing', param: 'client_secret' });
  throw noSuch('setup_intent', id, 'intent');
}
