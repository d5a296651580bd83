import type { Handlers } from '@consult/runtime/grpc-server';
import { pageOf, timePage } from '@consult/runtime/paging';
import { readCalendar, revokeCalendarLink, rotateCalendarLink } from '../operations/calendar-link.ts';
import { changeDeliverable } from '../operations/change-deliverable.ts';
import type { Deps } from '../operations/deps.ts';
import { readStatement, sumEarnings } from '../operations/read-earnings.ts';
import { readMetrics } from '../operations/read-metrics.ts';
import { trailedConsultation } from '../operations/read-trail.ts';
import { deliverableAnswer } from './consultation-answers.ts';
import { metricsAnswer, statementLine, trailAnswer } from './after-session-answers.ts';
import { toDeliverableChange, toMonth, toNewDeliverable, toRange } from './after-session-requests.ts';

/** What comes after a session: what was handed over, what was earned, the figures, the trail; and the calendar feeds. */
export function afterSessionHandlers(deps: Deps) {
  return {
    addDeliverable: async (caller, request) =>
      deliverableAnswer(await changeDeliverable(deps, caller, toNewDeliverable(request))),
    changeDeliverable: async (caller, request) =>
      deliverableAnswer(await changeDeliverable(deps, caller, toDeliverableChange(request))),
    acknowledgeDeliverable: async (caller, { consultationId, deliverableId }) =>
      deliverableAnswer(
        await changeDeliverable(deps, caller, { consultationId, change: { kind: 'acknowledge', deliverableId } }),
      ),
    sumEarnings: (caller, request) => sumEarnings(deps, caller, toRange(request)),
    async listStatement(caller, request) {
      const { limit, place } = timePage(request.page);
      const { timezone, lines } = await readStatement(deps, caller, toMonth(request), { limit: limit + 1, place });
      const { rows, page } = pageOf(lines, limit, ({ earning: { at, id } }) => ({ at, _id: id }));
      return { timezone, lines: rows.map(statementLine), page };
    },
    getMetrics: async (caller, request) => metricsAnswer(await readMetrics(deps, caller, toRange(request))),
    async getTrail(caller, { consultationId }) {
      const { consultation, asStaff } = await trailedConsultation(deps, caller, consultationId);
      return trailAnswer(consultation, asStaff);
    },
    rotateCalendarLink: (caller) => rotateCalendarLink(deps, caller),
    async revokeCalendarLink(caller) {
      await revokeCalendarLink(deps, caller);
      return {};
    },
    getCalendar: async (_caller, { token }) => ({ content: await readCalendar(deps, token) }),
  } satisfies Partial<Handlers<'scheduling'>>;
}
