import type { Envelope } from '@consult/contracts/envelope';
import type { DuePage } from '@consult/runtime/due-worker';
import { isDuplicateKey } from '@consult/runtime/errors';
import { derivedId } from '@consult/runtime/ids';
import { groupRead } from '@consult/runtime/group-read';
import { type Connection, type Model, Schema } from 'mongoose';

/** A package's product and prices at Stripe, in the account that takes the money. */
export interface PackageLink {
  _id: string;
  tenantId: string;
  packageId: string;
  stripeAccount: string;
  productId?: string | undefined;
  /** The package version whose name and description the product carries. */
  productVersion: number;
  /** The newest prices made; an older amount that comes back is found again. */
  prices: { key: string; priceId: string }[];
  /** The newest package version that was announced as linked. */
  linkedVersion: number;
  linkedPriceId?: string | undefined;
  /** How often something was found gone at Stripe and made again: Stripe repeats its answers under a key it knows. */
  remade?: number | undefined;
  /** Technical time at which it was last known to be at Stripe as it is here. */
  checkedAt?: Date | undefined;
  version: number;
}
interface PackageLinkDocument extends PackageLink {
  outbox: Envelope[];
}
export type PackageLinks = Model<PackageLinkDocument>;
export const PACKAGE_LINKS = 'package_links';
/** Prices remembered per package; one forgotten would only be made anew. */
export const PRICES_KEPT_MAX = 50;

export interface PackageKey {
  tenantId: string;
  packageId: string;
  stripeAccount: string;
}

const mixed = Schema.Types.Mixed;
const schema = new Schema<PackageLinkDocument>(
  {
    _id: String,
    tenantId: { type: String, required: true },
    packageId: String,
    stripeAccount: String,
    productId: String,
    productVersion: Number,
    prices: [mixed],
    linkedVersion: Number,
    linkedPriceId: String,
    remade: Number,
    checkedAt: Date,
    version: Number,
    outbox: [mixed],
  },
  { collection: PACKAGE_LINKS, shardKey: { tenantId: 1 }, autoIndex: false, minimize: false, versionKey: false },
);
schema.index({ tenantId: 1, packageId: 1, stripeAccount: 1 }, { unique: true });
// Across tenants, those longest not looked at.
schema.index({ checkedAt: 1 });
schema.index({ 'outbox.0.id': 1 }, { partialFilterExpression: { 'outbox.0': { $exists: true } } });

export function packageLinksOn(connection: Connection): PackageLinks {
  return connection.model<PackageLinkDocument>('PackageLink', schema);
}

const readLink = groupRead<PackageLinkDocument>('package links');

/** The package's link; one nobody has made yet is empty, at version 0. */
export async function readPackageLink(links: PackageLinks, key: PackageKey): Promise<PackageLink> {
  const { tenantId, packageId, stripeAccount } = key;
  const _id = derivedId('package-link', tenantId, stripeAccount, packageId);
  const found = await readLink(links, { tenantId, _id });
  if (found === undefined) return { _id, ...key, productVersion: 0, prices: [], linkedVersion: 0, version: 0 };
  const { outbox: _outbox, ...link } = found;
  return link;
}

/** Writes over the version that was read; false when somebody else was faster. */
export async function savePackageLink(
  links: PackageLinks,
  before: PackageLink,
  after: PackageLink,
  events: Envelope[],
): Promise<boolean> {
  const version = before.version + 1;
  try {
    if (before.version === 0) {
      await links.create({ ...after, version, outbox: events });
      return true;
    }
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
  const { _id, tenantId, packageId: _packageId, stripeAccount: _account, productId, linkedPriceId, ...fields } = after;
  const { matchedCount } = await links.updateOne(
    { tenantId, _id, version: before.version },
    {
      $set: {
        ...fields,
        version,
        ...(productId === undefined ? {} : { productId }),
        ...(linkedPriceId === undefined ? {} : { linkedPriceId }),
      },
      $unset: {
        ...(productId === undefined ? { productId: 1 } : {}),
        ...(linkedPriceId === undefined ? { linkedPriceId: 1 } : {}),
      },
      $push: { outbox: { $each: events } },
    },
  );
  return matchedCount === 1;
}

/** Links not looked at since `before` (technical time), the longest first. */
export async function uncheckedSince(links: PackageLinks, before: Date, page: DuePage): Promise<PackageLink[]> {
  const found = await links
    .find({ checkedAt: { $not: { $gt: before } }, _id: { $nin: page.except } })
    .setOptions({ acrossTenants: 'drift is looked for in every tenant' })
    .sort({ checkedAt: 1 })
    .limit(page.limit)
    .lean<PackageLinkDocument[]>();
  return found.map(({ outbox: _outbox, ...link }) => link);
}

/** Notes that somebody looks at a link now, whatever comes of it. */
export async function noteChecked(links: PackageLinks, { tenantId, _id }: PackageLink, checkedAt: Date): Promise<void> {
  await links.updateOne({ tenantId, _id }, { $set: { checkedAt } });
}
