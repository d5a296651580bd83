import { systemCaller } from '@consult/runtime/caller';
import { decide } from '../domain/decide.ts';
import { mayMove } from '../domain/moves.ts';
import { findBooking } from '../store/consultations.ts';
import type { BookingKey } from '../store/worker-queries.ts';
import type { Deps } from './deps.ts';
import { lapseHold } from './lapse-hold.ts';
import { recordMove } from './record-move.ts';

/**
 * Makes the move whose business time has come: a slot hold and an unconfirmed session lapse, one that nobody closed is completed by itself.
 * False when nothing is due any more, or somebody moved it just now; a later tick sees what is left.
 */
export async function makeDueMove(deps: Deps, { tenantId, bookingId }: BookingKey): Promise<boolean> {
  const before = await findBooking(deps.consultations, { tenantId, bookingId });
  if (before === undefined || before === 'tombstone') return false;
  if ('hold' in before) return lapseHold(deps, before);
  const now = deps.clock.now();
  const move = mayMove(before, 'expire', 'system', now) ? ({ kind: 'expire' } as const) : ({ kind: 'close' } as const);
  const decided = decide(before, move, { actor: 'system', now, requestId: '' });
  if ('refused' in decided) return false;
  return recordMove(deps, systemCaller(tenantId, 'scheduling'), { before, decided, move, actor: 'system' });
}
