import type { Caller } from '@consult/runtime/caller';
import type { Handlers } from '@consult/runtime/grpc-server';
import { pageOf, timePage } from '@consult/runtime/paging';
import type { Consultation } from '../domain/consultation.ts';
import { seesAsStaff } from '../operations/access.ts';
import { book } from '../operations/book.ts';
import type { Deps } from '../operations/deps.ts';
import { fence } from '../operations/fence.ts';
import { listVisibleConsultations } from '../operations/list-consultations.ts';
import { moveConsultation } from '../operations/move-consultation.ts';
import { namesFor } from '../operations/names.ts';
import { readConsultation } from '../operations/read-consultation.ts';
import { reschedule } from '../operations/reschedule.ts';
import { toBooking } from './booking-requests.ts';
import { booksHandlers } from './books-handlers.ts';
import { consultantHandlers } from './consultant-handlers.ts';
import { consultationAnswer } from './consultation-answers.ts';
import { previousAnswer } from './after-session-answers.ts';
import { afterSessionHandlers } from './after-session-handlers.ts';
import { toDispute, toResolution } from './after-session-requests.ts';
import { holdHandlers } from './hold-handlers.ts';
import {
  type MoveInput,
  toCancellation,
  toClientFeedback,
  toCompletion,
  toConsultantFeedback,
  toFence,
  toFilter,
  toNoShow,
  toPlainMove,
  toReschedule,
} from './move-requests.ts';
import { quoteHandlers } from './quote-handlers.ts';

/** Every method: parse, do, show. */
export function handlers(deps: Deps): Handlers<'scheduling'> {
  const move = async (caller: Caller, input: MoveInput) =>
    shown(deps, caller, await moveConsultation(deps, caller, input));
  return {
    ...consultantHandlers(deps),
    ...booksHandlers(deps),
    ...afterSessionHandlers(deps),
    ...quoteHandlers(deps),
    ...holdHandlers(deps),
    book: async (caller, request) => shown(deps, caller, await book(deps, caller, toBooking(request))),
    confirm: (caller, request) => move(caller, toPlainMove('confirm', request)),
    decline: (caller, request) => move(caller, toPlainMove('decline', request)),
    start: (caller, request) => move(caller, toPlainMove('start', request)),
    complete: (caller, request) => move(caller, toCompletion(request, deps.clock.now())),
    cancel: (caller, request) => move(caller, toCancellation(request)),
    reschedule: async (caller, request) => shown(deps, caller, await reschedule(deps, caller, toReschedule(request))),
    markNoShow: (caller, request) => move(caller, toNoShow(request)),
    disputeNoShow: (caller, request) => move(caller, toDispute(request)),
    resolve: (caller, request) => move(caller, toResolution(request, caller.userId)),
    giveClientFeedback: (caller, request) => move(caller, toClientFeedback(request)),
    giveConsultantFeedback: (caller, request) => move(caller, toConsultantFeedback(request)),
    async getConsultation(caller, { consultationId }) {
      const { consultation, previous } = await readConsultation(deps, caller, consultationId);
      return { ...(await shown(deps, caller, consultation)), ...previousAnswer(previous) };
    },
    async listConsultations(caller, request) {
      const { limit, place } = timePage(request.page);
      const filter = toFilter(request);
      const found = await listVisibleConsultations(deps, caller, filter, { limit: limit + 1, place });
      const { rows, page } = pageOf(found, limit, ({ scheduledStart, _id }) => ({ at: scheduledStart, _id }));
      return { consultations: await allShown(deps, caller, rows), page };
    },
    fence: (caller, request) => fence(deps, caller, toFence(request)),
  };
}

async function shown(deps: Deps, caller: Caller, consultation: Consultation) {
  const names = await namesFor(deps, caller, [consultation]);
  return consultationAnswer(consultation, names, seesAsStaff(caller, consultation));
}

async function allShown(deps: Deps, caller: Caller, consultations: Consultation[]) {
  const names = await namesFor(deps, caller, consultations);
  return consultations.map((one) => consultationAnswer(one, names, seesAsStaff(caller, one)));
}
