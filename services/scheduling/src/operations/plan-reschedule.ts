import type { Caller } from '@consult/runtime/caller';
import { refuse } from '@consult/runtime/errors';
import { minuteOf } from '../domain/availability.ts';
import { judgeLength, wishedLength } from '../domain/booking.ts';
import { isBookable } from '../domain/consultant.ts';
import type { Actor, Consultation } from '../domain/consultation.ts';
import type { Decided } from '../domain/decide.ts';
import type { Move } from '../domain/moves.ts';
import type { OwnLengths } from '../domain/session-types.ts';
import { findConsultant } from '../store/consultants.ts';
import { capacities } from './access.ts';
import { decideAs, refuseMove } from './decide-as.ts';
import type { Deps } from './deps.ts';
import type { TimeTaken } from './take-time.ts';
import { tenantRules } from './tenant-rules.ts';

export interface RescheduleWish {
  consultationId: string;
  requestId: string;
  scheduledStart: Date;
  scheduledEnd: Date;
  reason: string;
  quoteId?: string | undefined;
}

/** Everything settled about a reschedule before credits is asked; what it costs is still that of `before`. */
export interface ReschedulePlan extends TimeTaken {
  before: Consultation;
  move: Extract<Move, { kind: 'reschedule' }>;
  actor: Actor;
  decided: Decided;
  minutes: number;
}

/**
 * Settles who moves the session, whereto and under which rules. Refusals: forbidden, invalid_transition (+ why), not_found
 * (the consultant is gone), rule_refused (off the grid, end before start, the same time), duration_not_allowed.
 */
export async function planReschedule(
  deps: Deps,
  caller: Caller,
  before: Consultation,
  wish: RescheduleWish,
): Promise<ReschedulePlan> {
  const { requestId, scheduledStart, scheduledEnd, reason } = wish;
  const move = { kind: 'reschedule', scheduledStart, scheduledEnd, reason } as const;
  const outcome = decideAs(capacities(caller, before), before, move, { now: deps.clock.now(), requestId });
  if ('refused' in outcome) return refuseMove(outcome, wish.consultationId);
  const tenant = await tenantRules(deps, caller);
  const minutes = settleMinutes(before, wish, tenant.policies.sessionMinutes);
  const { tenantId, consultantId, clientId, _id: bookingId } = before;
  const consultant = await findConsultant(deps.consultants, { tenantId, consultantId });
  if (consultant === undefined || !isBookable(consultant)) return refuse('not_found', { consultantId });
  const start = minuteOf(scheduledStart);
  return {
    ...outcome,
    before,
    move,
    minutes,
    consultant,
    clientId,
    bookingId,
    exceptBookingId: bookingId,
    tenant,
    session: { start, end: start + minutes },
  };
}

/** The length may change within what the type allows; what the trial pays may stay as short as the trial is. */
function settleMinutes(
  before: Consultation,
  { scheduledStart, scheduledEnd }: RescheduleWish,
  lengths: OwnLengths,
): number {
  const { type } = before.details;
  const wish = { type, start: scheduledStart, end: scheduledEnd, lengths };
  const length = wishedLength(wish);
  if (length === 'undecided') return refuse('internal');
  if ('refused' in length) return refuse('rule_refused', { why: length.refused });
  const { minutes } = length;
  const onTrial = before.billing.method === 'free_trial';
  const verdict = judgeLength({ ...wish, ...(onTrial ? {} : { useFreeTrial: false }) }, minutes);
  if (typeof verdict === 'object')
    return refuse('duration_not_allowed', { sessionType: type, minutes, ...verdict.refused });
  const isSame =
    scheduledStart.getTime() === before.scheduledStart.getTime() &&
    scheduledEnd.getTime() === before.scheduledEnd.getTime();
  return isSame ? refuse('rule_refused', { why: 'same_time' }) : minutes;
}
