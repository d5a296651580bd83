import type { Caller } from '@consult/runtime/caller';
import { refuse } from '@consult/runtime/errors';
import type { Quoted } from '@consult/runtime/quote';
import type { Booking } from '../domain/booking.ts';
import { askCredits } from './ask-credits.ts';
import { type BookingPlan, bookingClient, planBooking } from './booking-plan.ts';
import type { Deps } from './deps.ts';
import { judgeWanted } from './free-time.ts';
import { findHeld, planHeld, refuseOther } from './plan-held.ts';
import { isTaken, refuseCut, refuseSameSession } from './refuse-conflicts.ts';

/**
 * What a booking would come to, signed. A pure read. A time that somebody else has is told (`slotFree`), for what the session
 * costs is the same at another time; everything else is refused as `book` would.
 */
export async function quoteBooking(deps: Deps, caller: Caller, booking: Booking) {
  const { plan, slotFree } = await planQuoted(deps, caller, booking);
  const { outcome, offers } = await outcomeOf(deps, caller, plan);
  return { ...outcome, offers, slotFree, ...deps.quoter.sign(quoted(caller, plan, outcome)) };
}

async function planQuoted(
  deps: Deps,
  caller: Caller,
  booking: Booking,
): Promise<{ plan: BookingPlan; slotFree: boolean }> {
  const clientId = bookingClient(caller, booking);
  const { holdId } = booking;
  if (holdId !== undefined) {
    const found = await findHeld(deps, caller, { holdId, clientId });
    if ('status' in found) return refuse('already_booked', { consultationId: found.consultationId });
    refuseOther(found, booking);
    return { plan: await planHeld(deps, caller, found), slotFree: true };
  }
  const plan = await planBooking(deps, caller, booking, clientId);
  const cut = await judgeWanted(deps, plan, plan.session);
  if (cut === 'free') return { plan, slotFree: true };
  await refuseSameSession(deps, plan);
  if (!isTaken(cut)) return refuseCut(deps, plan, cut);
  return { plan, slotFree: false };
}

/** Refuses a booking that would come to something else than was quoted: quote_changed, credits_required. */
export async function checkBookingQuote(deps: Deps, caller: Caller, plan: BookingPlan, quoteId: string): Promise<void> {
  const { outcome } = await outcomeOf(deps, caller, plan);
  deps.quoter.check(quoteId, quoted(caller, plan, outcome));
}

async function outcomeOf(deps: Deps, caller: Caller, plan: BookingPlan) {
  const { booking, clientId, session, tenant, useFreeTrial, own } = plan;
  const minutes = session.end - session.start;
  const { details, scheduledStart: start } = booking;
  const answer = await askCredits(deps, caller, { clientId, type: details.type, minutes, start, useFreeTrial, own });
  const { method, lotId, credits, availableAfter, offers } = answer;
  const outcome = {
    method,
    lotId,
    credits,
    availableAfter,
    durationMinutes: minutes,
    scheduledStart: start.toISOString(),
    scheduledEnd: new Date(session.end * 60_000).toISOString(),
    rule: method === 'free_trial' ? 'free_trial' : 'burn_down',
    policyVersion: tenant.policies.version,
  };
  return { outcome, offers };
}

function quoted({ tenantId, userId }: Caller, { booking, clientId }: BookingPlan, outcome: object): Quoted {
  const { consultantId, details } = booking;
  const subject = [userId, clientId, consultantId, details.type].join('/');
  return { kind: 'booking', tenantId, subject, outcome };
}
