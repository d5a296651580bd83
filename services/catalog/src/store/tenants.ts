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

export async function findTenant(tenants: Tenants, tenantId: string): Promise<TenantRules | undefined> {
  return (await tenants.findOne({ tenantId, _id: tenantId }).lean<TenantRules>()) ?? undefined;
}
