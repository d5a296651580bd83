import type { PackageInput } from '@consult/contracts/api/package';
import type { Envelope } from '@consult/contracts/envelope';
import { isDuplicateKey } from '@consult/runtime/errors';
import { newId } from '@consult/runtime/ids';
import type { Package, StripeLink } from '../domain/package.ts';
import type { PackageDocument, Packages, VersionDocument } from './package-document.ts';

export interface PackageKey {
  tenantId: string;
  packageId: string;
}

/** A package as read, with its id in the collection and what was stated. */
export interface StoredPackage {
  _id: string;
  pkg: Package;
  stated: PackageInput;
  request?: { id: string; fingerprint: string };
}

/** Who made a version, and what of it is new. */
export interface Change {
  changedBy: string;
  change: string;
  /** Paths of the terms that differ from the version before. */
  changedPaths: string[];
}

/** Inserts a package with its first version, or answers false: its request has made one already. */
export async function insertPackage(
  store: Packages,
  stored: StoredPackage,
  made: Change & { events: Envelope[] },
): Promise<boolean> {
  const { pkg, ...rest } = stored;
  const document: PackageDocument = { ...pkg, ...rest, outbox: made.events };
  try {
    await store.connection.transaction(async (session) => {
      await store.packages.create([document], { session });
      await store.versions.create([versionOf(pkg, made)], { session });
    });
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

export async function findPackage(store: Packages, key: PackageKey): Promise<StoredPackage | undefined> {
  const { tenantId, packageId } = key;
  return storedIf(await store.packages.findOne({ tenantId, packageId }).lean<PackageDocument>());
}

/** The package a request has made. */
export async function findPackageOfRequest(
  store: Packages,
  key: { tenantId: string; requestId: string },
): Promise<StoredPackage | undefined> {
  const filter = { tenantId: key.tenantId, 'request.id': key.requestId };
  return storedIf(await store.packages.findOne(filter).lean<PackageDocument>());
}

/** Writes the next version over the one it was made from, and its row. Answers false when somebody else was faster. */
export async function savePackage(
  store: Packages,
  { pkg, stated }: StoredPackage,
  made: Change & { events: Envelope[] },
): Promise<boolean> {
  const {
    tenantId,
    packageId,
    version,
    subscription,
    platformFee,
    stripe: _stripe,
    createdAt: _createdAt,
    ...terms
  } = pkg;
  const gone = {
    ...(subscription === undefined ? { subscription: '' as const } : {}),
    ...(platformFee === undefined ? { platformFee: '' as const } : {}),
  };
  return store.connection.transaction(async (session) => {
    const { matchedCount } = await store.packages.updateOne(
      { tenantId, packageId, version: version - 1 },
      {
        $set: {
          ...terms,
          version,
          stated,
          ...(subscription === undefined ? {} : { subscription }),
          ...(platformFee === undefined ? {} : { platformFee }),
        },
        ...(Object.keys(gone).length === 0 ? {} : { $unset: gone }),
        $push: { outbox: { $each: made.events } },
      },
      { session },
    );
    if (matchedCount !== 1) return false;
    await store.versions.create([versionOf(pkg, made)], { session });
    return true;
  });
}

/** Keeps Stripe's names of a package, the newest version's. Answers false when there is no such package. */
export async function linkStripe(store: Packages, key: PackageKey, stripe: StripeLink): Promise<boolean> {
  const { tenantId, packageId } = key;
  const { matchedCount } = await store.packages.updateOne(
    {
      tenantId,
      packageId,
      $or: [{ stripe: { $exists: false } }, { 'stripe.packageVersion': { $lte: stripe.packageVersion } }],
    },
    { $set: { stripe } },
  );
  return matchedCount === 1 || (await findPackage(store, key)) !== undefined;
}

/** Versions of a package below `before`, newest first. */
export async function versionsBefore(
  store: Packages,
  key: PackageKey,
  page: { before: number; limit: number },
): Promise<VersionDocument[]> {
  const { tenantId, packageId } = key;
  return store.versions
    .find({ tenantId, packageId, version: { $lt: page.before } })
    .sort({ version: -1 })
    .limit(page.limit)
    .lean<VersionDocument[]>();
}

/** Whether any version of a package was active. */
export async function wasActive(store: Packages, { tenantId, packageId }: PackageKey): Promise<boolean> {
  const filter = { tenantId, packageId, 'package.availability.status': 'active' };
  return (await store.versions.exists(filter)) !== null;
}

export function toPackage(document: PackageDocument): Package {
  const { _id, stated: _stated, request: _request, outbox: _outbox, ...pkg } = document;
  return pkg;
}

export function toStored(document: PackageDocument): StoredPackage {
  const { _id, stated, request } = document;
  return { _id, pkg: toPackage(document), stated, ...(request === undefined ? {} : { request }) };
}

function storedIf(document: PackageDocument | null): StoredPackage | undefined {
  return document === null ? undefined : toStored(document);
}

function versionOf(pkg: Package, made: Change): VersionDocument {
  const { tenantId, packageId, version, updatedAt } = pkg;
  const { changedBy, change, changedPaths } = made;
  return {
    _id: newId(),
    tenantId,
    packageId,
    version,
    changedBy,
    change,
    changedPaths,
    package: pkg,
    changedAt: updatedAt,
  };
}
