import type { Caller } from '@consult/runtime/caller';
import type { Quoted } from '@consult/runtime/quote';
import { cutoffAt, reschedulesLeft } from '../domain/moves.ts';
import { visibleConsultation } from './access.ts';
import { askCredits } from './ask-credits.ts';
import type { Deps } from './deps.ts';
import { rescheduleWish } from './place-reschedule.ts';
import { planReschedule, type ReschedulePlan, type RescheduleWish } from './plan-reschedule.ts';
import { refuseUnfree } from './refuse-conflicts.ts';

/** What a reschedule would come to, signed. A pure read. Refusals: as `reschedule`. */
export async function quoteReschedule(deps: Deps, caller: Caller, wish: RescheduleWish) {
  const before = await visibleConsultation(deps, caller, wish.consultationId);
  const plan = await planReschedule(deps, caller, before, wish);
  await refuseUnfree(deps, plan);
  const outcome = await outcomeOf(deps, caller, plan);
  return {
    ...outcome,
    cutoffPassed: deps.clock.now() >= cutoffAt(before),
    ...deps.quoter.sign(quoted(caller, plan, outcome)),
  };
}

/** Refuses a reschedule that would come to something else than was quoted: quote_changed, credits_required. */
export async function checkRescheduleQuote(
  deps: Deps,
  caller: Caller,
  plan: ReschedulePlan,
  quoteId: string,
): Promise<void> {
  deps.quoter.check(quoteId, quoted(caller, plan, await outcomeOf(deps, caller, plan)));
}

async function outcomeOf(deps: Deps, caller: Caller, plan: ReschedulePlan) {
  const { before, decided, actor, move, minutes, bookingId } = plan;
  const { clientId, useFreeTrial } = rescheduleWish(plan);
  const { credits, method, lotId, availableAfter } = await askCredits(deps, caller, {
    clientId,
    type: before.details.type,
    minutes,
    start: move.scheduledStart,
    useFreeTrial,
    own: { bookingId, revision: before.revision },
  });
  return {
    credits,
    creditsDifference: credits - before.billing.credits,
    method,
    lotId,
    availableAfter,
    reschedulesLeft: reschedulesLeft(decided.after),
    cutoffAt: cutoffAt(before).toISOString(),
    scheduledStart: move.scheduledStart.toISOString(),
    scheduledEnd: move.scheduledEnd.toISOString(),
    rule: actor === 'client' ? 'client_before_cutoff' : 'staff',
    policyVersion: before.terms.policyVersion,
  };
}

function quoted({ tenantId, userId }: Caller, { before }: ReschedulePlan, outcome: object): Quoted {
  const subject = `${userId}/${before.consultationId}/${before.revision}`;
  return { kind: 'reschedule', tenantId, subject, outcome };
}
