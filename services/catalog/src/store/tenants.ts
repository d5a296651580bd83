import { groupRead } from '@consult/runtime/group-read';
import { type Connection, type Model, Schema } from 'mongoose';

/** What catalog knows of a tenant: what its packages take as defaults. */
export interface TenantRules {
  _id: string;
  tenantId: string;
  currency: string;
  /** Sessions per period that unlimited stands for. */
  unlimitedFairUse: number;
  version: number;
}
export type Tenants = Model<TenantRules>;

const schema = new Schema<TenantRules>(
  {
    _id: String,
    tenantId: { type: String, required: true },
    currency: String,
    unlimitedFairUse: Number,
    version: Number,
  },
  { collection: 'tenants', shardKey: { tenantId: 1 }, autoIndex: false, versionKey: false },
);

/** The projection of tenants on this connection. */
export function tenantsOn(connection: Connection): Tenants {
  return connection.model<TenantRules>('Tenant', schema);
}

const readTenant = groupRead<TenantRules>('tenant rules');

/** The tenant's rules, or undefined before the first word of it. */
export async function findTenant(tenants: Tenants, tenantId: string): Promise<TenantRules | undefined> {
  return readTenant(tenants, { tenantId, _id: tenantId });
}
