import { type Caller, hasRole } from '@consult/runtime/caller';
import type { Handlers } from '@consult/runtime/grpc-server';
import { pageLimit, pageOf, placeIn } from '@consult/runtime/paging';
import Type from 'typebox';
import { addOverride, addTimeOff, removeOverride, removeTimeOff } from '../operations/availability-parts.ts';
import { getAvailability, putAvailability } from '../operations/availability.ts';
import { createConsultant } from '../operations/create-consultant.ts';
import type { Deps } from '../operations/deps.ts';
import { explainSlots } from '../operations/explain-slots.ts';
import { findFirstSlots, placeOf } from '../operations/find-first-slots.ts';
import { findFreeSlots } from '../operations/find-slots.ts';
import { getConsultant, listProfiles } from '../operations/read-consultants.ts';
import { updateConsultant } from '../operations/update-consultant.ts';
import {
  availabilityAnswer,
  consultantAnswer,
  explainAnswer,
  ownProfileAnswer,
  timeOffAnswer,
} from './consultant-answers.ts';
import {
  toAvailability,
  toFirstSlotsQuestion,
  toOverride,
  toPatch,
  toProfile,
  toProfilesFilter,
  toSlotsQuestion,
  toTimeOff,
} from './consultant-requests.ts';

/** Where lists go on. */
const ByName = Type.Object({ name: Type.String(), _id: Type.String() });
const ByStart = Type.Object({ start: Type.String(), name: Type.String(), consultantId: Type.String() });

/** The methods about consultants: profiles, availability, free time. */
export function consultantHandlers(deps: Deps) {
  return {
    createConsultant: async (caller, request) =>
      ownProfileAnswer(await createConsultant(deps, caller, toProfile(request))),
    updateConsultant: async (caller, request) =>
      ownProfileAnswer(await updateConsultant(deps, caller, toPatch(request))),
    async getConsultant(caller, { consultantId }) {
      const found = await getConsultant(deps, caller, consultantId);
      return isOwnOrAdmin(caller, consultantId) ? ownProfileAnswer(found) : consultantAnswer(found);
    },
    async listConsultants(caller, request) {
      const limit = pageLimit(request.page);
      const place = placeIn(ByName, request.page);
      const found = await listProfiles(deps, caller, toProfilesFilter(request), { limit: limit + 1, place });
      const { rows, page } = pageOf(found, limit, ({ name, _id }) => ({ name, _id }));
      return { consultants: rows.map(consultantAnswer), page };
    },
    ...availabilityHandlers(deps),
    findSlots: (caller, request) => findFreeSlots(deps, caller, toSlotsQuestion(request)),
    explainSlots: async (caller, request) => explainAnswer(await explainSlots(deps, caller, toSlotsQuestion(request))),
    async findFirstSlots(caller, request) {
      const limit = pageLimit(request.page);
      const place = placeIn(ByStart, request.page);
      const question = toFirstSlotsQuestion(request);
      const found = await findFirstSlots(deps, caller, question, { limit: limit + 1, place });
      const { rows, page } = pageOf(found.slots, limit, placeOf);
      return { slots: rows, page, consultants: found.consultants, moreConsultants: found.more };
    },
  } satisfies Partial<Handlers<'scheduling'>>;
}

function availabilityHandlers(deps: Deps) {
  return {
    getAvailability: async (caller, { consultantId }) =>
      availabilityAnswer(await getAvailability(deps, caller, consultantId)),
    putAvailability: async (caller, request) =>
      availabilityAnswer(await putAvailability(deps, caller, toAvailability(request))),
    addTimeOff: async (caller, request) => timeOffAnswer(await addTimeOff(deps, caller, toTimeOff(caller, request))),
    removeTimeOff: async (caller, request) => availabilityAnswer(await removeTimeOff(deps, caller, request)),
    addOverride: (caller, request) => addOverride(deps, caller, toOverride(request)),
    removeOverride: async (caller, request) => availabilityAnswer(await removeOverride(deps, caller, request)),
  } satisfies Partial<Handlers<'scheduling'>>;
}

function isOwnOrAdmin(caller: Caller, consultantId: string): boolean {
  return hasRole(caller, 'admin') || (hasRole(caller, 'consultant') && caller.userId === consultantId);
}
