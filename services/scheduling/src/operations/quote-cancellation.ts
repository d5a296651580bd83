import type { Caller } from '@consult/runtime/caller';
import type { Quoted } from '@consult/runtime/quote';
import type { Actor, Consultation } from '../domain/consultation.ts';
import type { Decided } from '../domain/decide.ts';
import { cutoffAt } from '../domain/moves.ts';
import { capacities, visibleConsultation } from './access.ts';
import { decideAs, refuseMove } from './decide-as.ts';
import type { Deps } from './deps.ts';

/** What a cancellation would come to, signed. A pure read. Refusals: not_found, forbidden, invalid_transition (+ from, allowed). */
export async function quoteCancellation(deps: Deps, caller: Caller, consultationId: string) {
  const before = await visibleConsultation(deps, caller, consultationId);
  const now = deps.clock.now();
  const move = { kind: 'cancel', reason: '' } as const;
  const decided = decideAs(capacities(caller, before), before, move, { now, requestId: '' });
  if ('refused' in decided) return refuseMove(decided, consultationId);
  const outcome = outcomeOf(before, decided);
  return {
    ...outcome,
    cutoffPassed: now >= cutoffAt(before),
    ...deps.quoter.sign(quoted(caller, before, outcome)),
  };
}

/** Refuses a decided cancellation that comes to something else than was quoted: quote_changed. */
export function checkCancellationQuote(
  deps: Pick<Deps, 'quoter'>,
  caller: Caller,
  cancelled: { before: Consultation; decided: Decided; actor: Actor },
  quoteId: string,
): void {
  const { before } = cancelled;
  deps.quoter.check(quoteId, quoted(caller, before, outcomeOf(before, cancelled)));
}

function outcomeOf(before: Consultation, { decided, actor }: { decided: Decided; actor: Actor }) {
  const { status } = decided.after;
  const creditEffect = status.current === 'cancelled' ? status.creditEffect : 'return';
  const { lateCancelEarningPercent, policyVersion } = before.terms;
  return {
    creditEffect,
    credits: before.billing.credits,
    cutoffAt: cutoffAt(before).toISOString(),
    earningPercent: creditEffect === 'use' ? lateCancelEarningPercent : 0,
    rule: actor !== 'client' ? 'staff' : creditEffect === 'use' ? 'client_after_cutoff' : 'client_before_cutoff',
    policyVersion,
  };
}

function quoted({ tenantId, userId }: Caller, before: Consultation, outcome: object): Quoted {
  return { kind: 'cancellation', tenantId, subject: `${userId}/${before.consultationId}`, outcome };
}
