import type { PackageInput } from '@consult/contracts/api/package';
import type { Envelope } from '@consult/contracts/envelope';
import { type Connection, type Model, Schema } from 'mongoose';
import type { Package } from '../domain/package.ts';

/** A package as it is kept: its newest version, with what it was derived from. */
export interface PackageDocument extends Package {
  /** UUIDv7: sorts by creation. */
  _id: string;
  /** What its admin stated, as later changes are laid over it. */
  stated: PackageInput;
  /** The creator's idempotency key and what came with it; absent when there was none. */
  request?: { id: string; fingerprint: string };
  outbox: Envelope[];
}

/** One version, as it was made. Rows are only ever inserted. */
export interface VersionDocument {
  _id: string;
  tenantId: string;
  packageId: string;
  version: number;
  package: Package;
  changedBy: string;
  /** Business time. */
  changedAt: Date;
  change: string;
  /** Paths of the terms that differ from the version before. */
  changedPaths?: string[];
}

/** The two collections, written together. */
export interface Packages {
  connection: Connection;
  packages: Model<PackageDocument>;
  versions: Model<VersionDocument>;
}
export const PACKAGES = 'packages';
/** Names sort as people read them, whatever their case. */
export const READING_ORDER = { locale: 'en' } as const;

const mixed = Schema.Types.Mixed;
const options = { shardKey: { tenantId: 1 }, autoIndex: false, minimize: false, versionKey: false } as const;
const packageSchema = new Schema<PackageDocument>(
  {
    _id: String,
    tenantId: { type: String, required: true },
    packageId: String,
    version: Number,
    details: mixed,
    credits: mixed,
    pricing: mixed,
    subscription: mixed,
    availability: mixed,
    eligibility: mixed,
    marketing: mixed,
    features: [String],
    platformFee: mixed,
    stripe: mixed,
    createdAt: Date,
    updatedAt: Date,
    stated: mixed,
    request: mixed,
    outbox: [mixed],
  },
  { ...options, collection: PACKAGES },
);
packageSchema.index({ tenantId: 1, packageId: 1 }, { unique: true });
packageSchema.index(
  { tenantId: 1, 'request.id': 1 },
  { unique: true, partialFilterExpression: { 'request.id': { $exists: true } } },
);
packageSchema.index(
  {
    tenantId: 1,
    'availability.status': 1,
    'availability.featuredPackage': -1,
    'availability.displayOrder': 1,
    'details.name': 1,
    packageId: 1,
  },
  { collation: READING_ORDER },
);
// What publishes or retires itself, across tenants: few at any time.
packageSchema.index(
  { 'availability.publishAt': 1 },
  { partialFilterExpression: { 'availability.publishAt': { $exists: true } } },
);
packageSchema.index(
  { 'availability.retireAt': 1 },
  { partialFilterExpression: { 'availability.retireAt': { $exists: true } } },
);
packageSchema.index({ 'outbox.0.id': 1 }, { partialFilterExpression: { 'outbox.0': { $exists: true } } });

const versionSchema = new Schema<VersionDocument>(
  {
    _id: String,
    tenantId: { type: String, required: true },
    packageId: String,
    version: Number,
    package: mixed,
    changedBy: String,
    changedAt: Date,
    change: String,
    changedPaths: [String],
  },
  { ...options, collection: 'package-versions' },
);
versionSchema.index({ tenantId: 1, packageId: 1, version: -1 }, { unique: true });

export function packagesOn(connection: Connection): Packages {
  return {
    connection,
    packages: connection.model<PackageDocument>('Package', packageSchema),
    versions: connection.model<VersionDocument>('PackageVersion', versionSchema),
  };
}
