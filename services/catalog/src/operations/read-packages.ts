import { type Caller, hasRole } from '@consult/runtime/caller';
import { refuse } from '@consult/runtime/errors';
import { isOnSale, type Package, type Status } from '../domain/package.ts';
import type { VersionDocument } from '../store/package-document.ts';
import { listAll, listOnSale, type SaleFilter, type SalePlace } from '../store/package-lists.ts';
import { findPackage, versionsBefore, wasActive } from '../store/packages.ts';
import { requireAdmin, seesAll } from './access.ts';
import type { Deps } from './deps.ts';

type Reading = Pick<Deps, 'packages' | 'clock'>;

/**
 * One package: for staff and services whatever its status, for others while it is on sale. A client may also read what was sold
 * once and is archived: who holds credits of it must be able to, and whoever else reads it learns nothing that was not public.
 * Refusals: not_found.
 */
export async function getPackage(deps: Reading, caller: Caller, packageId: string): Promise<Package> {
  const found = await findPackage(deps.packages, { tenantId: caller.tenantId, packageId });
  if (found === undefined) return refuse('not_found');
  const visible = seesAll(caller) || isOnSale(found.pkg, deps.clock.now()) || (await wasSold(deps, caller, found.pkg));
  return visible ? found.pkg : refuse('not_found');
}

async function wasSold({ packages }: Reading, caller: Caller, pkg: Package): Promise<boolean> {
  return hasRole(caller, 'client') && pkg.availability.status === 'archived' && wasActive(packages, pkg);
}

/** What can be bought now, in catalog order. */
export async function listActivePackages(
  deps: Reading,
  caller: Caller,
  list: { filter: Omit<SaleFilter, 'tenantId'>; after: SalePlace | undefined; limit: number },
): Promise<Package[]> {
  const { filter, after, limit } = list;
  const { tenantId } = caller;
  return listOnSale(deps.packages, { ...filter, tenantId }, { now: deps.clock.now(), after, limit });
}

/** Every package, newest first. Refusals: forbidden. */
export async function listPackages(
  deps: Reading,
  caller: Caller,
  list: { status?: Status | undefined; after: string; limit: number },
): Promise<{ pkg: Package; id: string }[]> {
  requireAdmin(caller);
  const { status, ...page } = list;
  return listAll(deps.packages, { tenantId: caller.tenantId, status }, page);
}

/** The versions of a package, newest first: who, when, what. Refusals: forbidden, not_found. */
export async function listPackageVersions(
  deps: Reading,
  caller: Caller,
  list: { packageId: string; before: number; limit: number },
): Promise<VersionDocument[]> {
  requireAdmin(caller);
  const key = { tenantId: caller.tenantId, packageId: list.packageId };
  if ((await findPackage(deps.packages, key)) === undefined) refuse('not_found');
  return versionsBefore(deps.packages, key, list);
}
