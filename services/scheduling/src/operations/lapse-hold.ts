import type { Hold } from '../domain/hold.ts';
import { endHold } from '../store/holds.ts';
import type { Deps } from './deps.ts';

/** Gives the time of a hold back whose own is over. False when it has been converted, released or ended just now. */
export async function lapseHold(deps: Pick<Deps, 'consultations' | 'logger'>, hold: Hold): Promise<boolean> {
  if (hold.hold.state !== 'open') return false;
  const ended = await endHold(deps.consultations, hold, 'lapsed');
  if (ended) deps.logger.info({ holdId: hold._id }, 'hold lapsed');
  return ended;
}
