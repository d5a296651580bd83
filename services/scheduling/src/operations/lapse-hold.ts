import type { Hold } from '../domain/hold.ts';
import { endHold } from '../store/holds.ts';
import type { Deps } from './deps.ts';

/** Ends a hold whose time is over, and gives its time back. False when it has been converted, released or ended just now. */
export async function lapseHold(deps: Pick<Deps, 'consultations' | 'clock' | 'logger'>, hold: Hold): Promise<boolean> {
  if (hold.hold.state !== 'open' || deps.clock.now() < hold.hold.expiresAt) return false;
  const ended = await endHold(deps.consultations, hold, 'lapsed');
  if (ended) deps.logger.info({ holdId: hold._id }, 'hold lapsed');
  return ended;
}
