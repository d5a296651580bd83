import type { Stripe } from 'stripe';

type Plain = string | number | boolean | null | undefined | void;
type Field<V> = [string] extends [V] ? Extract<V, string | null | undefined> : Stored<V>;

/**
 * An SDK type as the wire and the database have it: every reference is an id and every decimal a string.
 * Building objects against these types is what keeps the sandbox honest when the pinned SDK moves.
 */
type Stored<V> = V extends Plain
  ? V
  : V extends Stripe.Decimal
    ? string
    : V extends (infer Item)[]
      ? Field<Item>[]
      : V extends object
        ? { [K in keyof V]: Field<V[K]> }
        : never;

export type Product = Stored<Stripe.Product>;
export type Price = Stored<Stripe.Price>;
export type Plan = Stored<Stripe.Plan>;
export type Customer = Stored<Stripe.Customer>;
export type PaymentMethod = Stored<Stripe.PaymentMethod>;
export type SetupIntent = Stored<Stripe.SetupIntent>;
export type PaymentIntent = Stored<Stripe.PaymentIntent>;
export type Charge = Stored<Stripe.Charge>;
export type BalanceTransaction = Stored<Stripe.BalanceTransaction>;
export type Refund = Stored<Stripe.Refund>;
export type Dispute = Stored<Stripe.Dispute>;
export type Subscription = Stored<Stripe.Subscription>;
export type SubscriptionItem = Stored<Stripe.SubscriptionItem>;
export type Invoice = Stored<Stripe.Invoice>;
export type InvoiceLine = Stored<Stripe.InvoiceLineItem>;
export type InvoiceItem = Stored<Stripe.InvoiceItem>;
export type SubscriptionSchedule = Stored<Stripe.SubscriptionSchedule>;
export type CustomerBalanceTransaction = Stored<Stripe.CustomerBalanceTransaction>;
export type Coupon = Stored<Stripe.Coupon>;
export type PromotionCode = Stored<Stripe.PromotionCode>;
export type Discount = Stored<Stripe.Discount>;
export type InvoicePayment = Stored<Stripe.InvoicePayment>;

/** Everything the sandbox keeps, by the name it carries in its own `object` field. */
export interface Kinds {
  product: Product;
  price: Price;
  customer: Customer;
  payment_method: PaymentMethod;
  setup_intent: SetupIntent;
  payment_intent: PaymentIntent;
  charge: Charge;
  balance_transaction: BalanceTransaction;
  refund: Refund;
  dispute: Dispute;
  subscription: Subscription;
  invoice: Invoice;
  invoice_payment: InvoicePayment;
  invoiceitem: InvoiceItem;
  coupon: Coupon;
  promotion_code: PromotionCode;
  discount: Discount;
  subscription_schedule: SubscriptionSchedule;
  customer_balance_transaction: CustomerBalanceTransaction;
}

export type Kind = keyof Kinds;
export type StripeObject = Kinds[Kind];

/** An answer on its way out: an object with some references expanded, a list, or a deletion. */
export type Json = Record<string, unknown>;

/** Stripe's list envelope. */
export interface List<T> {
  object: 'list';
  url: string;
  has_more: boolean;
  data: T[];
}
