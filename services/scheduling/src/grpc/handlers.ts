import type { Caller } from '@consult/runtime/caller';
import type { Handlers } from '@consult/runtime/grpc-server';
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
import { toBooking } from './booking-input.ts';
import { toAvailability, toPatch, toProfile, toProfilesFilter, toSlotsQuestion } from './consultant-input.ts';
import { availabilityView, consultantView } from './consultant-view.ts';
import { consultationView } from './consultation-view.ts';
import { instantOf } from './instants.ts';
import {
  type MoveInput,
  toClientFeedback,
  toCompletion,
  toConsultantFeedback,
  toFence,
  toFilter,
  toNoShow,
  toPlainMove,
} from './move-input.ts';
import { ConsultantCursor, ConsultationCursor, pageInfo, pageLimit, placeIn } from './paging.ts';

/** Every method: parse, do, show. */
export function schedulingHandlers(deps: Deps): Handlers<'scheduling'> {
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
      const place = placeIn(ConsultationCursor, request.page);
      const { consultations, next } = await listVisibleConsultations(deps, caller, {
        filter: toFilter(request),
        limit: pageLimit(request.page),
        place: place && { _id: place._id, scheduledStart: instantOf(place.scheduledStart) },
      });
      return { consultations: await allShown(deps, caller, consultations), page: pageInfo(next) };
    },
    fence: (caller, request) => fence(deps, caller, toFence(request)),
  };
}

function consultantHandlers(deps: Deps) {
  return {
    createConsultant: async (caller, request) =>
      consultantView(await createConsultant(deps, caller, toProfile(request))),
    updateConsultant: async (caller, request) => consultantView(await updateConsultant(deps, caller, toPatch(request))),
    getConsultant: async (caller, { consultantId }) => consultantView(await getConsultant(deps, caller, consultantId)),
    async listConsultants(caller, request) {
      const { consultants, next } = await listProfiles(deps, caller, {
        filter: toProfilesFilter(request),
        limit: pageLimit(request.page),
        place: placeIn(ConsultantCursor, request.page),
      });
      return { consultants: consultants.map(consultantView), page: pageInfo(next) };
    },
    getAvailability: async (caller, { consultantId }) =>
      availabilityView(await getAvailability(deps, caller, consultantId)),
    putAvailability: async (caller, request) =>
      availabilityView(await putAvailability(deps, caller, toAvailability(request))),
    findSlots: async (caller, request) => ({ slots: await findFreeSlots(deps, caller, toSlotsQuestion(request)) }),
  } satisfies Partial<Handlers<'scheduling'>>;
}

async function shown(deps: Deps, caller: Caller, consultation: Consultation) {
  const names = await namesFor(deps, caller, [consultation]);
  return consultationView(consultation, names, seesAsStaff(caller, consultation));
}

async function allShown(deps: Deps, caller: Caller, consultations: Consultation[]) {
  const names = await namesFor(deps, caller, consultations);
  return consultations.map((one) => consultationView(one, names, seesAsStaff(caller, one)));
}
