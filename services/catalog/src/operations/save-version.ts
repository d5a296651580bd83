import { changedPaths } from '../domain/changes.ts';
import type { Package } from '../domain/package.ts';
import { PACKAGES } from '../store/package-document.ts';
import { savePackage, type StoredPackage } from '../store/packages.ts';
import type { Deps } from './deps.ts';
import { packageEvent } from './package-event.ts';

/**
 * Writes a package as its next version, with its row and its event. Undefined when somebody else was faster: then it must be
 * decided anew. `change` says in words what was done; absent: which fields changed.
 */
export async function saveVersion(
  deps: Pick<Deps, 'packages' | 'relay' | 'clock'>,
  before: StoredPackage,
  made: { pkg: Package; stated: StoredPackage['stated']; changedBy: string; change?: string },
): Promise<Package | undefined> {
  const { stated, changedBy } = made;
  const pkg: Package = { ...made.pkg, version: before.pkg.version + 1, updatedAt: deps.clock.now() };
  const events = [packageEvent(pkg, before.pkg.availability.status)];
  const paths = changedPaths(before.pkg, pkg);
  const { change = `changed ${paths.join(', ')}` } = made;
  const row = { changedBy, change, changedPaths: paths, events };
  if (!(await savePackage(deps.packages, { ...before, pkg, stated }, row))) return undefined;
  deps.relay.nudge(PACKAGES, pkg.tenantId, before._id, events);
  return pkg;
}
