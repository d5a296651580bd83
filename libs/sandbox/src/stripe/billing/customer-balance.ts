import { newStripeId } from '../ids.ts';
import type { Customer, CustomerBalanceTransaction } from '../objects.ts';
import type { Work } from '../work.ts';

/** Below this, in minor units, a card is not charged: the amount waits on the customer's balance. */
const CHARGE_MIN_MINOR = 50;

/**
 * What of a total a card has to pay, and the customer's balance after it. Below zero the balance is credit, which pays
 * first; above zero it is owed, and is collected with the next invoice.
 */
export function settleWithBalance(total: number, balance: number): { due: number; ending: number } {
  const sum = total + balance;
  return sum < CHARGE_MIN_MINOR ? { due: 0, ending: sum } : { due: sum, ending: 0 };
}

/** Changes a customer's balance and keeps why; a change by nothing is none. */
export function moveBalance(
  work: Work,
  customer: Customer,
  {
    amount,
    currency,
    ...why
  }: Pick<CustomerBalanceTransaction, 'amount' | 'currency' | 'type'> &
    Partial<Pick<CustomerBalanceTransaction, 'invoice' | 'description' | 'metadata'>>,
): CustomerBalanceTransaction | undefined {
  if (amount === 0) return undefined;
  customer.balance += amount;
  const moved = work.add<CustomerBalanceTransaction>({
    id: newStripeId('cbtxn'),
    object: 'customer_balance_transaction',
    amount,
    checkout_session: null,
    created: work.now,
    credit_note: null,
    currency,
    customer: customer.id,
    customer_account: null,
    description: null,
    ending_balance: customer.balance,
    invoice: null,
    livemode: false,
    metadata: {},
    ...why,
  });
  work.emit('customer.updated', customer);
  return moved;
}
