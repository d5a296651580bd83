import type { DuePage } from '@consult/runtime/due-worker';
import type { PackageDocument, Packages } from './package-document.ts';
import { toStored, type StoredPackage } from './packages.ts';

const ACROSS = { acrossTenants: 'packages publish and retire themselves in every tenant' };

/** Packages that publish or retire themselves by `now` (business time). */
export async function dueBySchedule({ packages }: Packages, now: Date, page: DuePage): Promise<StoredPackage[]> {
  const found = await packages
    .find({ $or: [publishing(now), retiring(now)], _id: { $nin: page.except } })
    .setOptions(ACROSS)
    .limit(page.limit)
    .lean<PackageDocument[]>();
  return found.map(toStored);
}

/** When the next package publishes or retires itself, at or before `until`. */
export async function nextBySchedule({ packages }: Packages, until: Date): Promise<Date | undefined> {
  const first = (filter: object, field: string) =>
    packages
      .findOne(filter, { availability: 1 })
      .setOptions(ACROSS)
      .sort({ [field]: 1 })
      .lean<Pick<PackageDocument, 'availability'>>();
  const [published, retired] = await Promise.all([
    first(publishing(until), 'availability.publishAt'),
    first(retiring(until), 'availability.retireAt'),
  ]);
  const instants = [published?.availability.publishAt, retired?.availability.retireAt];
  return instants.filter((at) => at !== undefined).toSorted((a, b) => a.getTime() - b.getTime())[0];
}

function publishing(now: Date): object {
  return { 'availability.status': 'inactive', 'availability.publishAt': { $lte: now } };
}
function retiring(now: Date): object {
  return { 'availability.status': 'active', 'availability.retireAt': { $lte: now } };
}
