import type { Ware } from './wares.ts';
import type { StripeAnswer } from './parts.ts';

/** A tenant with its own account at Stripe, and what was opened there so far, in order. */
export interface Shop {
  tenantId: string;
  account: string;
  wares: Map<string, Ware & { packageId: string }>;
  opened: { clientSecret: string }[];
}

export function wareOf({ wares }: Shop, id: string): Ware & { packageId: string } {
  const ware = wares.get(id);
  if (ware === undefined) throw new Error(`${id} is not sold`);
  return ware;
}

/** The nth of what there is, counted on from the beginning; undefined where there is nothing. */
export function nthOf<T>(all: readonly T[], nth: number): T | undefined {
  return all[nth % Math.max(1, all.length)];
}

/** What Stripe said to somebody who is not billing. Throws where it failed and was not told to. */
export function told({ status, body }: StripeAnswer): string {
  if (status === 200) return 'ok';
  const error = body['error'] as { message?: string; code?: string } | undefined;
  const isPlanned = error?.message === 'The sandbox was told to fail.';
  if (status >= 500 && !isPlanned) throw new Error(`Stripe answered ${status}: ${JSON.stringify(body)}`);
  return `${status} ${isPlanned ? 'as planned' : (error?.code ?? error?.message ?? '')}`;
}
