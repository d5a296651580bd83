import type { CATEGORIES, PACKAGE_TYPES } from '@consult/contracts/primitives';
import type { Package, Status } from '../domain/package.ts';
import { type PackageDocument, type Packages, READING_ORDER } from './package-document.ts';
import { toPackage } from './packages.ts';

/** Which of what is on sale; every part narrows it. */
export interface SaleFilter {
  tenantId: string;
  featured?: boolean | undefined;
  category?: (typeof CATEGORIES)[number] | undefined;
  type?: (typeof PACKAGE_TYPES)[number] | undefined;
  /** ISO 4217 in any case. */
  currency?: string | undefined;
}

/** Where a row stands in catalog order. */
export interface SalePlace {
  featured: boolean;
  displayOrder: number;
  name: string;
  packageId: string;
}

export function placeOf({ packageId, details, availability }: Package): SalePlace {
  const { featuredPackage: featured, displayOrder } = availability;
  return { featured, displayOrder, name: details.name, packageId };
}

/** What can be bought at `now` (business time) in catalog order: featured first, then display order, then name. */
export async function listOnSale(
  { packages }: Packages,
  filter: SaleFilter,
  page: { now: Date; limit: number; after?: SalePlace | undefined },
): Promise<Package[]> {
  const { tenantId, featured, category, type, currency } = filter;
  const found = await packages
    .find({
      tenantId,
      'availability.status': 'active',
      // "Not later" also holds where there is no date at all.
      'availability.startDate': { $not: { $gt: page.now } },
      'availability.endDate': { $not: { $lte: page.now } },
      ...(category === undefined ? {} : { 'details.category': category }),
      ...(type === undefined ? {} : { 'details.type': type }),
      ...(currency === undefined ? {} : { 'pricing.currency': currency.toUpperCase() }),
      $and: [featured === undefined ? {} : { 'availability.featuredPackage': featured }, behind(page.after)],
    })
    .collation(READING_ORDER)
    .sort({
      'availability.featuredPackage': -1,
      'availability.displayOrder': 1,
      'details.name': 1,
      packageId: 1,
    })
    .limit(page.limit)
    .lean<PackageDocument[]>();
  return found.map(toPackage);
}

function behind(place: SalePlace | undefined): object {
  if (place === undefined) return {};
  const { featured, displayOrder, name, packageId } = place;
  const sameFeatured = { 'availability.featuredPackage': featured };
  const sameOrder = { ...sameFeatured, 'availability.displayOrder': displayOrder };
  return {
    $or: [
      ...(featured ? [{ 'availability.featuredPackage': false }] : []),
      { ...sameFeatured, 'availability.displayOrder': { $gt: displayOrder } },
      { ...sameOrder, 'details.name': { $gt: name } },
      { ...sameOrder, 'details.name': name, packageId: { $gt: packageId } },
    ],
  };
}

/** All packages of a tenant, newest first, after this row. */
export async function listAll(
  { packages }: Packages,
  filter: { tenantId: string; status?: Status | undefined },
  page: { after: string; limit: number },
): Promise<{ pkg: Package; id: string }[]> {
  const { tenantId, status } = filter;
  const found = await packages
    .find({
      tenantId,
      ...(status === undefined ? {} : { 'availability.status': status }),
      ...(page.after === '' ? {} : { _id: { $lt: page.after } }),
    })
    .sort({ _id: -1 })
    .limit(page.limit)
    .lean<PackageDocument[]>();
  return found.map((document) => ({ pkg: toPackage(document), id: document._id }));
}
