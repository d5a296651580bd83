import { isDuplicateKey } from '@consult/runtime/errors';
import { derivedId } from '@consult/runtime/ids';
import { groupRead } from '@consult/runtime/group-read';
import { type Connection, type Model, Schema } from 'mongoose';

/** Which Stripe customer a client is, in the account that takes the money. */
interface CustomerLink {
  _id: string;
  tenantId: string;
  clientId: string;
  stripeAccount: string;
  customerId: string;
  /** The saved card that pays first. */
  defaultMethodId?: string | undefined;
}
export type Customers = Model<CustomerLink>;

export interface CustomerKey {
  tenantId: string;
  clientId: string;
  stripeAccount: string;
}

const schema = new Schema<CustomerLink>(
  {
    _id: String,
    tenantId: { type: String, required: true },
    clientId: String,
    stripeAccount: String,
    customerId: String,
    defaultMethodId: String,
  },
  { collection: 'customers', shardKey: { tenantId: 1 }, autoIndex: false, minimize: false, versionKey: false },
);
schema.index({ tenantId: 1, clientId: 1, stripeAccount: 1 }, { unique: true });

export function customersOn(connection: Connection): Customers {
  return connection.model<CustomerLink>('Customer', schema);
}

/** The same for the same client and account: what Stripe's idempotency key is made from. */
export function customerLinkId({ tenantId, clientId, stripeAccount }: CustomerKey): string {
  return derivedId('customer', tenantId, stripeAccount, clientId);
}

const readLink = groupRead<CustomerLink>('customers');

export async function findCustomerId(customers: Customers, key: CustomerKey): Promise<string | undefined> {
  const found = await readLink(customers, { tenantId: key.tenantId, _id: customerLinkId(key) });
  return found?.customerId;
}

/** Keeps the first customer that was made; answers the one that counts. */
export async function keepCustomerId(customers: Customers, key: CustomerKey, customerId: string): Promise<string> {
  try {
    await customers.create({ _id: customerLinkId(key), ...key, customerId });
    return customerId;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    return (await findCustomerId(customers, key)) ?? customerId;
  }
}

/** The saved card a new payment is opened with. */
export async function findDefaultMethod(customers: Customers, key: CustomerKey): Promise<string | undefined> {
  const found = await readLink(customers, { tenantId: key.tenantId, _id: customerLinkId(key) });
  return found?.defaultMethodId;
}

/** Makes a card the one that pays first where there is none; true when it is that one, now or already. */
export async function claimDefaultMethod(
  customers: Customers,
  key: CustomerKey,
  defaultMethodId: string,
): Promise<boolean> {
  const { tenantId } = key;
  const { matchedCount } = await customers.updateOne(
    { tenantId, _id: customerLinkId(key), $or: [{ defaultMethodId: { $exists: false } }, { defaultMethodId }] },
    { $set: { defaultMethodId } },
  );
  return matchedCount === 1;
}

/** Notes which saved card pays first; undefined: none. */
export async function keepDefaultMethod(
  customers: Customers,
  key: CustomerKey,
  defaultMethodId: string | undefined,
): Promise<void> {
  const { tenantId } = key;
  const change = defaultMethodId === undefined ? { $unset: { defaultMethodId: 1 } } : { $set: { defaultMethodId } };
  await customers.updateOne({ tenantId, _id: customerLinkId(key) }, change);
}
