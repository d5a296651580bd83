import type { Envelope } from '@consult/contracts/envelope';
import { isDuplicateKey } from '@consult/runtime/errors';
import { type Connection, type Model, Schema } from 'mongoose';
import type { Tenant } from '../domain/tenant.ts';

interface TenantDocument extends Tenant {
  _id: string;
  outbox: Envelope[];
}
export type Tenants = Model<TenantDocument>;
export const TENANTS = 'tenants';

const ACROSS_TENANTS = { acrossTenants: 'operators list tenants' } as const;
const mixed = Schema.Types.Mixed;
const schema = new Schema<TenantDocument>(
  {
    _id: String,
    tenantId: { type: String, required: true },
    slug: String,
    name: String,
    stripeAccountId: String,
    currency: String,
    timezone: String,
    policies: mixed,
    version: Number,
    createdAt: Date,
    outbox: [mixed],
  },
  { collection: TENANTS, shardKey: { tenantId: 1 }, autoIndex: false, minimize: false, versionKey: false },
);
schema.index({ 'outbox.0.id': 1 }, { partialFilterExpression: { 'outbox.0': { $exists: true } } });

export function tenantsOn(connection: Connection): Tenants {
  return connection.model<TenantDocument>('Tenant', schema);
}

/** Inserts a tenant, or answers false: it is there. */
export async function insertTenant(tenants: Tenants, tenant: Tenant, events: Envelope[]): Promise<boolean> {
  try {
    await tenants.create({ ...tenant, _id: tenant.tenantId, outbox: events });
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

export async function findTenant(tenants: Tenants, tenantId: string): Promise<Tenant | undefined> {
  const found = await tenants.findOne({ tenantId, _id: tenantId }).lean<TenantDocument>();
  return found === null ? undefined : toTenant(found);
}

/** Tenants by id, at most `limit` after this one. */
export async function listTenants(tenants: Tenants, page: { after: string; limit: number }): Promise<Tenant[]> {
  const found = await tenants
    .find({ _id: { $gt: page.after } }, undefined, ACROSS_TENANTS)
    .sort({ _id: 1 })
    .limit(page.limit)
    .lean<TenantDocument[]>();
  return found.map(toTenant);
}

/** Writes the next version over the one it was made from. Answers false when somebody else was faster. */
export async function saveTenant(tenants: Tenants, after: Tenant, events: Envelope[]): Promise<boolean> {
  const { tenantId, name, timezone, policies, version } = after;
  const { matchedCount } = await tenants.updateOne(
    { tenantId, _id: tenantId, version: version - 1 },
    { $set: { name, timezone, policies, version }, $push: { outbox: { $each: events } } },
  );
  return matchedCount === 1;
}

function toTenant({ _id, outbox: _outbox, ...tenant }: TenantDocument): Tenant {
  return tenant;
}
