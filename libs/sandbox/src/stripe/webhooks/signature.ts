import { createHmac } from 'node:crypto';

/** Stripe's `Stripe-Signature` header: HMAC-SHA256 over "<wall seconds>.<raw body>". */
export function signatureHeader({ secret, body, wallNow }: { secret: string; body: string; wallNow: Date }): string {
  const seconds = Math.floor(wallNow.getTime() / 1_000);
  return `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`;
}
