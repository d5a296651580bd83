import { isDuplicateKey } from '@consult/runtime/errors';
import { type Connection, type Model, Schema } from 'mongoose';
import { PLATFORM } from './platform.ts';

/** Who has a slug: the first step of making a tenant, and what a second arrival finds. */
export interface SlugClaim {
  slug: string;
  tenantId: string;
  adminId: string;
  /** Of everything the creator stated but the password. */
  fingerprint: string;
}
interface SlugDocument extends Omit<SlugClaim, 'slug'> {
  _id: string;
}
interface Counter {
  _id: string;
  tenantId: typeof PLATFORM;
  /** How many tenant ids have been given out. */
  count: number;
}
export interface Slugs {
  claims: Model<SlugDocument>;
  counters: Model<Counter>;
}

/** A slug is how a tenant is found before it is known. */
const ACROSS_TENANTS = { acrossTenants: 'a slug leads to its tenant' } as const;
const COUNTER_ID = 'tenantId';
/** Six digits: the first id is one more, the last is the highest. */
const BEFORE_FIRST_TENANT_ID = 100_000;
const LAST_TENANT_ID = 999_999;

const options = { shardKey: { tenantId: 1 }, autoIndex: false, versionKey: false } as const;
const slugSchema = new Schema<SlugDocument>(
  { _id: String, tenantId: { type: String, required: true }, adminId: String, fingerprint: String },
  { ...options, collection: 'slugs' },
);
const counterSchema = new Schema<Counter>(
  { _id: String, tenantId: { type: String, required: true }, count: Number },
  { ...options, collection: 'counters' },
);

export function slugsOn(connection: Connection): Slugs {
  return {
    claims: connection.model<SlugDocument>('Slug', slugSchema),
    counters: connection.model<Counter>('Counter', counterSchema),
  };
}

export async function findSlug({ claims }: Slugs, slug: string): Promise<SlugClaim | undefined> {
  const found = await claims.findOne({ _id: slug }, undefined, ACROSS_TENANTS).lean<SlugDocument>();
  if (found === null) return undefined;
  const { _id, tenantId, adminId, fingerprint } = found;
  return { slug: _id, tenantId, adminId, fingerprint };
}

/** Takes a slug, or answers false: somebody has it. */
export async function claimSlug({ claims }: Slugs, claim: SlugClaim): Promise<boolean> {
  const { slug, ...rest } = claim;
  try {
    await claims.create({ _id: slug, ...rest });
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

/** A tenant id nobody has had: the counter only ever grows, whoever asks at the same time. */
export async function nextTenantId({ counters }: Slugs): Promise<string> {
  const { count } = await increase(counters).catch((error: unknown) => {
    // Two made the counter at once; now it is there.
    if (isDuplicateKey(error)) return increase(counters);
    throw error;
  });
  const tenantId = BEFORE_FIRST_TENANT_ID + count;
  if (tenantId > LAST_TENANT_ID) throw new Error('six digits hold no more tenants');
  return String(tenantId);
}

async function increase(counters: Model<Counter>): Promise<Counter> {
  return counters
    .findOneAndUpdate(
      { tenantId: PLATFORM, _id: COUNTER_ID },
      { $inc: { count: 1 } },
      { upsert: true, returnDocument: 'after' },
    )
    .orFail()
    .lean<Counter>();
}
