import type { Caller } from '@consult/runtime/caller';
import type { Handlers } from '@consult/runtime/grpc-server';
import { pageLimit, pageOf, placeIn, timePage } from '@consult/runtime/paging';
import Type from 'typebox';
import type { Consultation } from '../domain/consultation.ts';
import { seesAsStaff, visibleConsultation } from '../operations/access.ts';
import { getAvailability, putAvailability } from '../operations/availability.ts';
import { book } from '../operations/book.ts';
import { createConsultant } from '../operations/create-consultant.ts';
import type { Deps } from '../operations/deps.ts';
import { fence } from '../operations/fence.ts';
import { findFreeSlots } from '../operations/find-slots.ts';
import { listVisibleConsultations } from '../operations/list-consultations.ts';
import { moveConsultation } from '../operations/move-consultation.ts';
import { namesFor } from '../operations/names.ts';
import { getConsultant, listProfiles } from '../operations/read-consultants.ts';
import { updateConsultant } from '../operations/update-consultant.ts';
import { toBooking } from './booking-requests.ts';
import { toAvailability, toPatch, toProfile, toProfilesFilter, toSlotsQuestion } from './consultant-requests.ts';
import { availabilityAnswer, consultantAnswer } from './consultant-answers.ts';
import { consultationAnswer } from './consultation-answers.ts';
import {
  type MoveInput,
  toClientFeedback,
  toCompletion,
  toConsultantFeedback,
  toFence,
  toFilter,
  toNoShow,
  toPlainMove,
} from './move-requests.ts';

/** Where a list of consultants goes on. */
const ByName = Type.Object({ name: Type.String(), _id: Type.String() });

/** Every method: parse, do, show. */
export function handlers(deps: Deps): Handlers<'scheduling'> {
  const move = async (caller: Caller, input: MoveInput) =>
    shown(deps, caller, await moveConsultation(deps, caller, input));
  return {
    ...consultantHandlers(deps),
    book: async (caller, request) => shown(deps, caller, await book(deps, caller, toBooking(request))),
    confirm: (caller, request) => move(caller, toPlainMove('confirm', request)),
    decline: (caller, request) => move(caller, toPlainMove('decline', request)),
    start: (caller, request) => move(caller, toPlainMove('start', request)),
    complete: (caller, request) => move(caller, toCompletion(request, deps.clock.now())),
    cancel: (caller, request) => move(caller, toPlainMove('cancel', request)),
    markNoShow: (caller, request) => move(caller, toNoShow(request)),
    giveClientFeedback: (caller, request) => move(caller, toClientFeedback(request)),
    giveConsultantFeedback: (caller, request) => move(caller, toConsultantFeedback(request)),
    getConsultation: async (caller, { consultationId }) =>
      shown(deps, caller, await visibleConsultation(deps, caller, consultationId)),
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

function consultantHandlers(deps: Deps) {
  return {
    createConsultant: async (caller, request) =>
      consultantAnswer(await createConsultant(deps, caller, toProfile(request))),
    updateConsultant: async (caller, request) =>
      consultantAnswer(await updateConsultant(deps, caller, toPatch(request))),
    getConsultant: async (caller, { consultantId }) =>
      consultantAnswer(await getConsultant(deps, caller, consultantId)),
    async listConsultants(caller, request) {
      const limit = pageLimit(request.page);
      const place = placeIn(ByName, request.page);
      const found = await listProfiles(deps, caller, toProfilesFilter(request), { limit: limit + 1, place });
      const { rows, page } = pageOf(found, limit, ({ name, _id }) => ({ name, _id }));
      return { consultants: rows.map(consultantAnswer), page };
    },
    getAvailability: async (caller, { consultantId }) =>
      availabilityAnswer(await getAvailability(deps, caller, consultantId)),
    putAvailability: async (caller, request) =>
      availabilityAnswer(await putAvailability(deps, caller, toAvailability(request))),
    findSlots: async (caller, request) => ({ slots: await findFreeSlots(deps, caller, toSlotsQuestion(request)) }),
  } satisfies Partial<Handlers<'scheduling'>>;
}

async function shown(deps: Deps, caller: Caller, consultation: Consultation) {
  const names = await namesFor(deps, caller, [consultation]);
  return consultationAnswer(consultation, names, seesAsStaff(caller, consultation));
}

async function allShown(deps: Deps, caller: Caller, consultations: Consultation[]) {
  const names = await namesFor(deps, caller, consultations);
  return consultations.map((one) => consultationAnswer(one, names, seesAsStaff(caller, one)));
}
