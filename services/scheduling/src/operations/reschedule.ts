import type { Caller } from '@consult/runtime/caller';
import { refuse } from '@consult/runtime/errors';
import type { Consultation } from '../domain/consultation.ts';
import { isRepeat } from '../domain/repeats.ts';
import { capacities, visibleConsultation } from './access.ts';
import type { Deps } from './deps.ts';
import { placeReschedule } from './place-reschedule.ts';
import { planReschedule, type RescheduleWish } from './plan-reschedule.ts';
import { checkRescheduleQuote } from './quote-reschedule.ts';
import { refuseUnfree } from './refuse-conflicts.ts';

/** How often a reschedule is decided anew because others moved the same consultation in between. */
const RESCHEDULE_ATTEMPTS = 5;

/**
 * Moves a session to another time, in place: its next revision is reserved in credits against the one that stands, then one update
 * at the version that was read takes the new time and gives the old one up. Who dies in between leaves a reservation that credits
 * settles by asking `fence`. The same request again answers the consultation as it stands.
 * Refusals: not_found, forbidden, invalid_transition (+ from, allowed, why), rule_refused, duration_not_allowed, quote_changed,
 * outside_availability, slot_taken (+ nearestSlots), credits_required (+ why), conflict, dependency_unavailable.
 */
export async function reschedule(deps: Deps, caller: Caller, wish: RescheduleWish): Promise<Consultation> {
  const { consultationId, requestId } = wish;
  for (let attempt = 1; attempt <= RESCHEDULE_ATTEMPTS; attempt += 1) {
    const before = await visibleConsultation(deps, caller, consultationId);
    const { scheduledStart, scheduledEnd, reason } = wish;
    const move = { kind: 'reschedule', scheduledStart, scheduledEnd, reason } as const;
    if (isRepeat(before, move, { requestId, actors: capacities(caller, before) })) return before;
    const plan = await planReschedule(deps, caller, before, wish);
    await refuseUnfree(deps, plan);
    if (wish.quoteId !== undefined) await checkRescheduleQuote(deps, caller, plan, wish.quoteId);
    const moved = await placeReschedule(deps, caller, plan);
    if (moved !== 'again') return moved;
  }
  return refuse('conflict', { consultationId });
}
