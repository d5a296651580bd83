import type { Policies } from '@consult/contracts/events/identity';
import { isDuplicateKey } from '@consult/runtime/errors';
import { type Connection, type Model, Schema } from 'mongoose';

/** What credits knows of a tenant: its rules. */
export interface TenantRules {
  _id: string;
  tenantId: string;
  policies: Policies;
  version: number;
}
export type Tenants = Model<TenantRules>;

const schema = new Schema<TenantRules>(
  { _id: String, tenantId: { type: String, required: true }, policies: Schema.Types.Mixed, version: Number },
  { collection: 'tenants', shardKey: { tenantId: 1 }, autoIndex: false, minimize: false, versionKey: false },
);

/** The projection of tenants on this connection. */
export function tenantsOn(connection: Connection): Tenants {
  return connection.model<TenantRules>('Tenant', schema);
}

/** Keeps the newest version; an older one, or the same again, changes nothing. */
export async function keepTenant(tenants: Tenants, rules: Omit<TenantRules, '_id'>): Promise<void> {
  const { tenantId, policies, version } = rules;
  try {
    await tenants.updateOne({ tenantId, _id: tenantId }, { $setOnInsert: { policies, version } }, { upsert: true });
  } catch (error) {
    // Two first words raced; the newer one is kept below.
    if (!isDuplicateKey(error)) throw error;
  }
  await tenants.updateOne({ tenantId, _id: tenantId, version: { $lt: version } }, { $set: { policies, version } });
}

/** The tenant's rules, or undefined before the first word of it. */
export async function findTenant(tenants: Tenants, tenantId: string): Promise<TenantRules | undefined> {
  return (await tenants.findOne({ tenantId, _id: tenantId }).lean<TenantRules>()) ?? undefined;
}
