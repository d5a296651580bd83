import { decideMove } from '../domain/moves.ts';
import { dueMove } from '../domain/schedule.ts';
import type { StoredPackage } from '../store/packages.ts';
import type { Deps } from './deps.ts';
import { movedTo } from './moved.ts';
import { saveVersion } from './save-version.ts';

/** Who made a version that a package made by itself. */
const SCHEDULE = 'schedule';

/** Publishes or retires a package whose time has come; false when it has not, or somebody else was faster. */
export async function followSchedule(
  deps: Pick<Deps, 'packages' | 'relay' | 'clock'>,
  before: StoredPackage,
): Promise<boolean> {
  const { availability } = before.pkg;
  const move = dueMove(availability, deps.clock.now());
  const decision = move && decideMove(availability.status, move);
  if (move === undefined || decision === undefined || decision === 'same' || 'refused' in decision) return false;
  const made = { ...movedTo(before, decision.to), changedBy: SCHEDULE, change: move };
  return (await saveVersion(deps, before, made)) !== undefined;
}
