import type { Envelope } from '@consult/contracts/envelope';
import { PackageArchived, PackageChanged, PackagePublished } from '@consult/contracts/events/catalog';
import { newEvent } from '@consult/messaging/event';
import { type Package, snapshotOf, type Status } from '../domain/package.ts';

/** What a new version is to others: on sale now, gone for good, or changed. `from` is the status before; absent when it is the first. */
export function packageEvent(pkg: Package, from?: Status): Envelope {
  const { tenantId, packageId, version, updatedAt, availability } = pkg;
  return newEvent(definitionOf(availability.status, from), {
    tenantId,
    subject: packageId,
    version,
    time: updatedAt,
    data: { package: snapshotOf(pkg) },
  });
}

function definitionOf(status: Status, from: Status | undefined) {
  if (status === 'archived') return PackageArchived;
  return status === 'active' && from !== 'active' ? PackagePublished : PackageChanged;
}
