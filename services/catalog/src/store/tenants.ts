import { isDuplicateKey } from '@consult/runtime/errors';
import { type Connection, type Model, Schema } from 'mongoose';

/** What catalog knows of a tenant: what its packages take as defaults. */
export interface TenantRules {
  tenantId: string;
  currency: string;
  /** Sessions per period that unlimited stands for. */
  unlimitedFairUse: number;
  version: number;
}
interface TenantDocument extends TenantRules {
  _id: string;
}
export type Tenants = Model<TenantDocument>;

const schema = new Schema<TenantDocument>(
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
  return connection.model<TenantDocument>('Tenant', schema);
}

export async function findTenant(tenants: Tenants, tenantId: string): Promise<TenantRules | undefined> {
  return (await tenants.findOne({ tenantId, _id: tenantId }, { _id: 0 }).lean<TenantRules>()) ?? undefined;
}

/** Keeps the newest version; an older one, or the same again, changes nothing. */
export async function keepTenant(tenants: Tenants, rules: TenantRules): Promise<void> {
  const { tenantId, ...fields } = rules;
  try {
    await tenants.updateOne({ tenantId, _id: tenantId }, { $setOnInsert: fields }, { upsert: true });
  } catch (error) {
    // Two first words raced; the newer one is kept below.
    if (!isDuplicateKey(error)) throw error;
  }
  await tenants.updateOne({ tenantId, _id: tenantId, version: { $lt: rules.version } }, { $set: fields });
}
