import type { Status } from '../domain/package.ts';
import { withoutDone } from '../domain/schedule.ts';
import type { StoredPackage } from '../store/packages.ts';

/** A package as it is, and is stated, after a move: what of its schedule that was is no longer to come. */
export function movedTo({ pkg, stated }: StoredPackage, to: Status): Pick<StoredPackage, 'pkg' | 'stated'> {
  return {
    pkg: { ...pkg, availability: { ...withoutDone(pkg.availability, to), status: to } },
    stated: { ...stated, availability: withoutDone(stated.availability ?? {}, to) },
  };
}
