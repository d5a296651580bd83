import { refuse } from '@consult/runtime/errors';
import { isLive } from '../domain/hold.ts';
import type { Interval } from '../domain/intervals.ts';
import type { Cut } from '../domain/slots.ts';
import { findSameSession } from '../store/consultations.ts';
import type { BookingPlan } from './booking-plan.ts';
import type { Deps } from './deps.ts';
import type { Meeting } from './busy-times.ts';
import { judgeWanted, nearestSlots } from './free-time.ts';

/** A time that is wanted, and by whom. */
type Wanted = Meeting & { session: Interval };

/**
 * Says no before anything is reserved; the insert says it again for whoever slips through. The same session, if it stands, has
 * taken the time itself: it is only looked for where the time cannot be had.
 */
export async function refuseConflicts(deps: Deps, plan: BookingPlan & Wanted): Promise<void> {
  const cut = await judgeWanted(deps, plan, plan.session);
  if (cut === 'free') return;
  await refuseSameSession(deps, plan);
  return refuseCut(deps, plan, cut);
}

/** Refuses a time that cannot be had: slot_taken (+ nearestSlots), outside_availability (+ why). */
export async function refuseUnfree(deps: Deps, wanted: Wanted): Promise<void> {
  const cut = await judgeWanted(deps, wanted, wanted.session);
  if (cut !== 'free') return refuseCut(deps, wanted, cut);
}

/**
 * Refuses the same client, consultant and start a second time: already_booked, with its id; conflict (+ holdId) where the client
 * holds that very time: the booking is made of the hold.
 */
export async function refuseSameSession(deps: Deps, { booking, clientId, consultant }: BookingPlan): Promise<void> {
  const { tenantId, _id: consultantId } = consultant;
  const key = { tenantId, clientId, consultantId, scheduledStart: booking.scheduledStart };
  const same = await findSameSession(deps.consultations, key);
  if (same === undefined) return;
  if ('status' in same) refuse('already_booked', { consultationId: same.consultationId });
  if (isLive(same, deps.clock.now())) refuse('conflict', { holdId: same._id });
}

/** Refuses what a cut has taken away. `free`: it was taken a moment ago, and is free again. */
export async function refuseCut(deps: Deps, wanted: Wanted, cut: Cut): Promise<never> {
  if (cut !== 'free' && !isTaken(cut)) return refuse('outside_availability', { why: cut });
  const slots = await nearestSlots(deps, wanted, wanted.session);
  return refuse('slot_taken', { nearestSlots: slots, ...(cut === 'client_busy' ? { why: cut } : {}) });
}

/** Whether somebody has the time: it is one that could be had. */
export function isTaken(cut: Cut): boolean {
  return cut === 'busy' || cut === 'client_busy' || cut === 'held';
}
