import { randomUUID } from 'node:crypto';
import { signatureHeader } from '@consult/sandbox/stripe/webhooks/signature';

/** A webhook as it is on the wire. */
export interface Signed {
  body: string;
  signature: string;
}

/** An event of Stripe's about a payment intent, of the usual size, under an id of its own. */
export function paidEvent(secret: string, intent: Record<string, unknown>, type = 'payment_intent.succeeded'): Signed {
  const seconds = Math.floor(Date.now() / 1_000);
  const event = {
    id: `evt_${randomUUID().replaceAll('-', '')}`,
    object: 'event',
    api_version: '2026-10-28.endive',
    created: seconds,
    data: { object: intent },
    livemode: false,
    pending_webhooks: 1,
    request: { id: `req_${seconds}`, idempotency_key: null },
    type,
  };
  const body = JSON.stringify(event, undefined, 2);
  return { body, signature: signatureHeader({ secret, body, wallNow: new Date() }) };
}

/** A payment intent nobody has: what it says is as long as in life. */
export function strangeIntent(): Record<string, unknown> {
  const id = `pi_${randomUUID().replaceAll('-', '')}`;
  return {
    id,
    object: 'payment_intent',
    amount: 29_700,
    amount_capturable: 0,
    amount_details: { tip: {} },
    amount_received: 29_700,
    application: null,
    automatic_payment_methods: { allow_redirects: 'never', enabled: true },
    canceled_at: null,
    capture_method: 'automatic_async',
    client_secret: `${id}_secret_${'x'.repeat(25)}`,
    confirmation_method: 'automatic',
    currency: 'usd',
    customer: 'cus_QXg1o8vcGmoR32',
    description: 'Quick Start',
    invoice: null,
    last_payment_error: null,
    latest_charge: `ch_${id}`,
    livemode: false,
    metadata: { tenantId: '100001', transactionId: 'TXN-100001-0001', clientId: randomUUID(), packageId: 'PKG' },
    next_action: null,
    payment_method: `pm_${id}`,
    payment_method_options: { card: { installments: null, network: null, request_three_d_secure: 'automatic' } },
    payment_method_types: ['card', 'link'],
    processing: null,
    receipt_email: null,
    setup_future_usage: null,
    shipping: null,
    statement_descriptor: null,
    status: 'succeeded',
    transfer_data: null,
  };
}
