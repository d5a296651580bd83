import { refuse } from '@consult/runtime/errors';
import type { Cut } from '../domain/slots.ts';
import { findSameSession } from '../store/consultations.ts';
import type { BookingPlan } from './booking-plan.ts';
import type { Deps } from './deps.ts';
import { judgeWanted, nearestSlots } from './free-time.ts';

/** Says no before anything is reserved; the insert says it again for whoever slips through. */
export async function refuseConflicts(deps: Deps, plan: BookingPlan): Promise<void> {
  await refuseSameSession(deps, plan);
  const cut = await judgeWanted(deps, plan, plan.session);
  if (cut === 'busy' || cut === 'client_busy') return refuseTaken(deps, plan, cut);
  if (cut !== 'free') refuse('outside_availability', { why: cut });
}

/** Refuses the same client, consultant and start a second time: already_booked, with its id. */
export async function refuseSameSession(deps: Deps, { booking, clientId, consultant }: BookingPlan): Promise<void> {
  const { tenantId, _id: consultantId } = consultant;
  const key = { tenantId, clientId, consultantId, scheduledStart: booking.scheduledStart };
  const same = await findSameSession(deps.consultations, key);
  if (same !== undefined) refuse('already_booked', { consultationId: same.consultationId });
}

/** Refuses with slot_taken and the nearest free slots. */
export async function refuseTaken(deps: Deps, plan: BookingPlan, cut: Cut): Promise<never> {
  const slots = await nearestSlots(deps, plan, plan.session);
  return refuse('slot_taken', { nearestSlots: slots, ...(cut === 'client_busy' ? { why: cut } : {}) });
}
