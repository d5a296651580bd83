import type { Policies } from '@consult/contracts/events/identity';
import { groupRead } from '@consult/runtime/group-read';
import { type Connection, type Model, Schema } from 'mongoose';

/** What billing knows of a tenant: who takes its money, and its rules. */
export interface TenantRules {
  _id: string;
  tenantId: string;
  /** Empty: the platform's own account. */
  stripeAccount: string;
  policies: Policies;
  version: number;
}
export type Tenants = Model<TenantRules>;

const schema = new Schema<TenantRules>(
  {
    _id: String,
    tenantId: { type: String, required: true },
    stripeAccount: String,
    policies: Schema.Types.Mixed,
    version: Number,
  },
  { collection: 'tenants', shardKey: { tenantId: 1 }, autoIndex: false, minimize: false, versionKey: false },
);
schema.index({ stripeAccount: 1 });

export function tenantsOn(connection: Connection): Tenants {
  return connection.model<TenantRules>('Tenant', schema);
}

const readTenant = groupRead<TenantRules>('tenant rules');

/** The tenant's rules, or undefined before the first word of it. */
export async function findTenant(tenants: Tenants, tenantId: string): Promise<TenantRules | undefined> {
  return readTenant(tenants, { tenantId, _id: tenantId });
}

/** Whether any tenant takes its money through this Stripe account. */
export async function isKnownAccount(tenants: Tenants, stripeAccount: string): Promise<boolean> {
  const found = await tenants
    .findOne({ stripeAccount }, { _id: 1 })
    .setOptions({ acrossTenants: 'a webhook names an account, not a tenant' })
    .lean<{ _id: string }>();
  return found !== null;
}

/** Stripe accounts in use, in order, after `after`; at most `limit`. */
export async function accountsAfter(tenants: Tenants, after: string | undefined, limit: number): Promise<string[]> {
  const rows = await tenants.aggregate<{ _id: string }>(
    [
      { $match: after === undefined ? {} : { stripeAccount: { $gt: after } } },
      { $group: { _id: '$stripeAccount' } },
      { $sort: { _id: 1 } },
      { $limit: limit },
    ],
    { acrossTenants: 'lost webhooks are looked for in every account' },
  );
  return rows.map((row) => row._id);
}

/** Tenants in the order of their ids, after `after`; at most `limit`. */
export async function tenantIdsAfter(tenants: Tenants, after: string, limit: number): Promise<string[]> {
  const rows = await tenants
    .find({ _id: { $gt: after } }, { _id: 1 })
    .setOptions({ acrossTenants: 'the books of every tenant are looked at in turn' })
    .sort({ _id: 1 })
    .limit(limit)
    .lean<{ _id: string }[]>();
  return rows.map((row) => row._id);
}
