import type { Policies } from '@consult/contracts/events/identity';
import { groupRead } from '@consult/runtime/group-read';
import { type Connection, type Model, Schema } from 'mongoose';

/** What scheduling knows of a person: enough to show a name. */
export interface Person {
  _id: string;
  tenantId: string;
  name: string;
  /** The user's version; 0 as told by the registration. */
  version: number;
}
/** What scheduling knows of a tenant: its rules. */
export interface TenantRules {
  _id: string;
  tenantId: string;
  timezone: string;
  /** Absent in what was kept before it was asked for. */
  currency?: string | undefined;
  policies: Policies;
  version: number;
}
export type People = Model<Person>;
export type Tenants = Model<TenantRules>;

const options = { shardKey: { tenantId: 1 }, autoIndex: false, minimize: false, versionKey: false } as const;
const personSchema = new Schema<Person>(
  { _id: String, tenantId: { type: String, required: true }, name: String, version: Number },
  { ...options, collection: 'people' },
);
const tenantSchema = new Schema<TenantRules>(
  {
    _id: String,
    tenantId: { type: String, required: true },
    timezone: String,
    currency: String,
    policies: Schema.Types.Mixed,
    version: Number,
  },
  { ...options, collection: 'tenants' },
);

export function peopleOn(connection: Connection): People {
  return connection.model<Person>('Person', personSchema);
}

export function tenantsOn(connection: Connection): Tenants {
  return connection.model<TenantRules>('Tenant', tenantSchema);
}

const readTenant = groupRead<TenantRules>('tenant rules');
const readPerson = groupRead<Person>('people');

/** The tenant's rules, or undefined before the first word of it. */
export async function findTenant(tenants: Tenants, tenantId: string): Promise<TenantRules | undefined> {
  return readTenant(tenants, { tenantId, _id: tenantId });
}

export async function findPerson(
  people: People,
  { tenantId, userId }: { tenantId: string; userId: string },
): Promise<Person | undefined> {
  return readPerson(people, { tenantId, _id: userId });
}

/** Names of these people; unknown ones are left out. */
export async function personNames(people: People, tenantId: string, ids: string[]): Promise<Map<string, string>> {
  const found = await Promise.all(ids.map((_id) => readPerson(people, { tenantId, _id })));
  return new Map(found.flatMap((one) => (one === undefined ? [] : [[one._id, one.name]])));
}
