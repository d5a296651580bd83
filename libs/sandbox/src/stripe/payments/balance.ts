import { newStripeId } from '../ids.ts';
import type { BalanceTransaction } from '../objects.ts';
import type { Work } from '../work.ts';

/** Stripe's list price for cards, in parts per thousand and in minor units. */
const FEE_PER_MILLE = 29;
const FEE_FIXED_MINOR = 30;
const DAY_SECONDS = 86_400;
/** Money that comes in can be paid out two days later; what goes out is gone at once. */
const CHARGE_AVAILABLE_AFTER_SECONDS = 2 * DAY_SECONDS;

/** Stripe's fee on a charge: 2.9 % + 30, rounded to the minor unit. */
export const feeOf = (amount: number): number => Math.round((amount * FEE_PER_MILLE) / 1_000) + FEE_FIXED_MINOR;

export interface Booking {
  /** Minor units: a charge brings them, a refund or a dispute takes them. */
  amount: number;
  currency: string;
  /** What Stripe keeps for it; below zero it gives a fee back. */
  fee?: number;
  feeDescription?: string;
  source: string;
  type: 'charge' | 'refund' | 'refund_failure' | 'adjustment';
  reportingCategory?: string;
  description: string | null;
}

/** Books money on the account's balance. The sum of `net` over all bookings is the balance. */
export function newBalanceTransaction(work: Work, booking: Booking): BalanceTransaction {
  const { amount, currency, fee = 0, source, type, description } = booking;
  const feeDetail = {
    amount: fee,
    application: null,
    currency,
    description: booking.feeDescription ?? 'Stripe processing fees',
    type: 'stripe_fee',
  };
  return work.add<BalanceTransaction>({
    id: newStripeId('txn'),
    object: 'balance_transaction',
    amount,
    available_on: type === 'charge' ? work.now + CHARGE_AVAILABLE_AFTER_SECONDS : work.now,
    balance_type: 'payments',
    created: work.now,
    currency,
    description,
    exchange_rate: null,
    fee,
    fee_details: fee === 0 ? [] : [feeDetail],
    net: amount - fee,
    reporting_category: booking.reportingCategory ?? type,
    source,
    status: type === 'charge' ? 'pending' : 'available',
    type,
  });
}
