import type { Caller } from '@consult/runtime/caller';
import { refuse } from '@consult/runtime/errors';
import { minuteFrom, slotRules } from '../domain/availability.ts';
import type { Figures } from '../domain/consultant.ts';
import { type Metrics, metricsOf, openMinutes } from '../domain/metrics.ts';
import { DEFAULT_SESSION_MINUTES } from '../domain/session-types.ts';
import { measuredSessions } from '../store/after-session-queries.ts';
import { staffOrOwnConsultant } from './access.ts';
import type { Deps } from './deps.ts';
import { requireRange } from './require-range.ts';
import { tenantRules } from './tenant-rules.ts';

/** As many days as of slots. */
const METRICS_RANGE_MAX_DAYS = 62;
/** Far more than fit into two months; who has that many has mostly cancelled ones. */
const SESSIONS_MAX = 10_000;

export interface RangeMetrics extends Metrics {
  /** Of the availability as it is now. */
  openMinutes: number;
  lifetime: Figures;
}

/**
 * The figures of a consultant's sessions that were to begin in `[from, to)`, and those of all time. For themselves, admins and
 * finance. Refusals: forbidden, not_found, rule_refused (range, too many sessions in it).
 */
export async function readMetrics(
  deps: Pick<Deps, 'consultations' | 'consultants' | 'tenants' | 'identity'>,
  caller: Caller,
  asked: { consultantId: string; from: Date; to: Date },
): Promise<RangeMetrics> {
  const { consultantId, from, to } = asked;
  const { tenantId } = caller;
  const consultant = await staffOrOwnConsultant(deps, caller, consultantId);
  requireRange(asked, METRICS_RANGE_MAX_DAYS);
  const [sessions, { policies }] = await Promise.all([
    measuredSessions(deps.consultations, { tenantId, consultantId }, { from, to, limit: SESSIONS_MAX + 1 }),
    tenantRules(deps, caller),
  ]);
  if (sessions.length > SESSIONS_MAX)
    return refuse('rule_refused', { why: 'too_many_sessions', maximum: SESSIONS_MAX });
  const rules = slotRules(consultant.availability, policies, DEFAULT_SESSION_MINUTES);
  const range = { start: minuteFrom(from), end: minuteFrom(to) };
  return { ...metricsOf(sessions), openMinutes: openMinutes(rules, range), lifetime: consultant.figures };
}
