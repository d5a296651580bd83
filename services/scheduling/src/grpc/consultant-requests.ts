import { AvailabilityInput, ConsultantPatch, InstantInput } from '@consult/contracts/api/scheduling';
import { Id, SESSION_TYPES } from '@consult/contracts/primitives';
import { derivedId } from '@consult/runtime/ids';
import { parse, parseJson } from '@consult/runtime/parse';
import Type from 'typebox';
import type { Availability } from '../domain/availability.ts';
import type { Profile } from '../domain/consultant.ts';
import type { SlotsQuestion } from '../operations/find-slots.ts';
import { checkInstants, instantOf } from './instants.ts';
import { given, type RequestOf } from './types.ts';

/** Where an admin names no zone for a consultant. */
const DEFAULT_ZONE = 'UTC';

export function toProfile(request: RequestOf<'createConsultant'>): { consultantId: string; profile: Profile } {
  const { consultantId, photoUrl, timezone, ...rest } = request;
  parse(Type.Object({ consultantId: Id }), { consultantId });
  const { sessionTypes = [] } = parse(ConsultantPatch, {
    ...rest,
    ...(timezone === '' ? {} : { timezone }),
    ...(photoUrl === '' ? {} : { photoUrl }),
  });
  return { consultantId, profile: { ...rest, sessionTypes, photoUrl, timezone: timezone || DEFAULT_ZONE } };
}

export function toPatch(request: RequestOf<'updateConsultant'>) {
  const { consultantId, version, patchJson } = request;
  return { consultantId, version, patch: parseJson(ConsultantPatch, patchJson) };
}

/** The whole availability as the consultant wrote it. Refusals: invalid_request with every fault of form. */
export function toAvailability(request: RequestOf<'putAvailability'>) {
  const { consultantId, version } = request;
  const { version: _version, timeOff, ...rest } = request.availability ?? { version, timeOff: [] };
  const input = parse(AvailabilityInput, { ...rest, timeOff: timeOff.map(({ from, to }) => ({ from, to })) });
  const { overrides = [], bufferBeforeMinutes = 0, bufferAfterMinutes = 0, timeOff: off = [], ...more } = input;
  checkInstants(
    Object.fromEntries(
      off.flatMap(({ from, to }, at) => [
        [`/timeOff/${at}/from`, from],
        [`/timeOff/${at}/to`, to],
      ]),
    ),
  );
  const availability: Omit<Availability, 'version'> = {
    ...more,
    overrides,
    bufferBeforeMinutes,
    bufferAfterMinutes,
    timeOff: off.map(({ from, to }) => ({
      // The same range keeps its id however often the whole is written.
      timeOffId: derivedId('time-off', consultantId, from, to),
      from: instantOf(from),
      to: instantOf(to),
    })),
  };
  return { consultantId, version, availability };
}

const SlotsInput = Type.Object({
  consultantId: Id,
  from: InstantInput,
  to: InstantInput,
  duration: Type.Integer({ minimum: 0, maximum: 1_440 }),
  type: Type.Optional(Type.Enum(SESSION_TYPES)),
});

export function toSlotsQuestion(request: RequestOf<'findSlots'>): SlotsQuestion {
  const { timezone, ...rest } = request;
  const { consultantId, from, to, duration, type } = parse(SlotsInput, rest);
  checkInstants({ '/from': from, '/to': to });
  return {
    consultantId,
    from: instantOf(from),
    to: instantOf(to),
    type,
    durationMinutes: duration === 0 ? undefined : duration,
    timezone: given(timezone),
  };
}

const ProfilesInput = Type.Object({
  expertise: Type.Optional(Type.String({ maxLength: 200 })),
  language: Type.Optional(Type.String({ maxLength: 200 })),
  type: Type.Optional(Type.Enum(SESSION_TYPES)),
});

export function toProfilesFilter({ page: _page, ...rest }: RequestOf<'listConsultants'>) {
  return parse(ProfilesInput, rest);
}
