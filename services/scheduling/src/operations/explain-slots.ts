import type { Caller } from '@consult/runtime/caller';
import { refuse } from '@consult/runtime/errors';
import { minuteFrom, slotRules } from '../domain/availability.ts';
import { type ExplainedDay, explainDays } from '../domain/explain.ts';
import { isBookable, offers } from '../domain/consultant.ts';
import { findConsultant } from '../store/consultants.ts';
import { requireOwnOrAdmin } from './access.ts';
import { busyTimes } from './busy-times.ts';
import type { Deps } from './deps.ts';
import { lengthOf, rangeOf, SLOTS_RANGE_MAX_DAYS, type SlotsQuestion } from './find-slots.ts';
import { tenantRules } from './tenant-rules.ts';

/**
 * Why the consultant's days offer what they offer to anybody, cut by cut, by the same function that makes the list. For
 * themselves and admins. Refusals: forbidden, not_found, duration_not_allowed, rule_refused (range, grid; nobody can book the
 * consultant, or not such a session: then no day offers anything).
 */
export async function explainSlots(
  deps: Deps,
  caller: Caller,
  question: SlotsQuestion,
): Promise<{ days: ExplainedDay[]; timezone: string }> {
  const { consultantId } = question;
  const { tenantId } = caller;
  requireOwnOrAdmin(caller, consultantId);
  const range = rangeOf(question, SLOTS_RANGE_MAX_DAYS);
  const [consultant, tenant] = await Promise.all([
    findConsultant(deps.consultants, { tenantId, consultantId }),
    tenantRules(deps, caller),
  ]);
  if (consultant === undefined) return refuse('not_found', { consultantId });
  const { type } = question;
  if (!isBookable(consultant)) return refuse('rule_refused', { why: 'not_bookable' });
  if (type !== undefined && !offers(consultant, type))
    return refuse('rule_refused', { why: 'session_type_not_offered' });
  const { availability } = consultant;
  const durationMinutes = lengthOf(question, tenant.policies.sessionMinutes);
  const rules = slotRules(availability, tenant.policies, durationMinutes);
  const busy = await busyTimes(deps, { consultant, tenant }, { start: range.start, end: range.end + durationMinutes });
  const now = minuteFrom(deps.clock.now());
  return { days: explainDays(rules, busy, { ...range, durationMinutes, now }), timezone: availability.timezone };
}
