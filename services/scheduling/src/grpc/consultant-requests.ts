import {
  AvailabilityInput,
  ConsultantPatch,
  InstantInput,
  OverrideInput,
  TimeOffInput,
} from '@consult/contracts/api/scheduling';
import { Id, SESSION_TYPES } from '@consult/contracts/primitives';
import type { Caller } from '@consult/runtime/caller';
import { derivedId, newId } from '@consult/runtime/ids';
import { parse, parseJson } from '@consult/runtime/parse';
import Type from 'typebox';
import type { Availability, DateOverride, TimeOff } from '../domain/availability.ts';
import type { Profile } from '../domain/consultant.ts';
import type { FirstSlotsQuestion } from '../operations/find-first-slots.ts';
import type { SlotsQuestion, TimeQuestion } from '../operations/find-slots.ts';
import { checkInstants, instantOf } from './instants.ts';
import { given, type RequestOf } from './types.ts';

/** Where an admin names no zone for a consultant. */
const DEFAULT_ZONE = 'UTC';

export function toProfile(request: RequestOf<'createConsultant'>): { consultantId: string; profile: Profile } {
  const { consultantId, photoUrl, timezone, meeting: place, ...rest } = request;
  parse(Type.Object({ consultantId: Id }), { consultantId });
  const { sessionTypes = [], meeting } = parse(ConsultantPatch, {
    ...rest,
    ...(timezone === '' ? {} : { timezone }),
    ...(photoUrl === '' ? {} : { photoUrl }),
    ...(place === null ? {} : { meeting: place }),
  });
  const profile = { ...rest, sessionTypes, photoUrl, timezone: timezone || DEFAULT_ZONE };
  return { consultantId, profile: { ...profile, ...(meeting === undefined ? {} : { meeting }) } };
}

export function toPatch(request: RequestOf<'updateConsultant'>) {
  const { consultantId, version, patchJson } = request;
  return { consultantId, version, patch: parseJson(ConsultantPatch, patchJson) };
}

/** The whole availability as the consultant wrote it. Refusals: invalid_request with every fault of form. */
export function toAvailability(request: RequestOf<'putAvailability'>) {
  const { consultantId, version } = request;
  const {
    version: _version,
    timeOff,
    horizonRange,
    limits,
    ...rest
  } = request.availability ?? { version, timeOff: [], horizonRange: null, limits: null };
  const input = parse(AvailabilityInput, {
    ...rest,
    timeOff: timeOff.map(({ from, to }) => ({ from, to })),
    ...(horizonRange === null ? {} : { horizonRange }),
    ...(limits === null ? {} : { limits: said(limits) }),
  });
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

/** proto3 has null for a message that was left out. */
function said(limits: object): object {
  return Object.fromEntries(Object.entries(limits).filter(([, limit]) => limit !== null));
}

const TimeOffCall = Type.Object({ consultantId: Id, ...TimeOffInput.properties });

/** A time off to be added; its id is the same for the same request of the same caller. */
export function toTimeOff(
  caller: Caller,
  request: RequestOf<'addTimeOff'>,
): { consultantId: string; timeOff: TimeOff } {
  const { requestId, ...rest } = request;
  const { consultantId, from, to } = parse(TimeOffCall, rest);
  checkInstants({ '/from': from, '/to': to });
  const { tenantId, userId } = caller;
  const timeOffId = requestId === '' ? newId() : derivedId('time-off', tenantId, consultantId, userId, requestId);
  return { consultantId, timeOff: { timeOffId, from: instantOf(from), to: instantOf(to) } };
}

const OverrideCall = Type.Object({ consultantId: Id, ...OverrideInput.properties });

/** The hours of one date. Refusals: invalid_request, also for a day that no calendar has. */
export function toOverride(request: RequestOf<'addOverride'>): { consultantId: string; override: DateOverride } {
  const { consultantId } = request;
  const { date, hours } = parse(OverrideCall, { consultantId, ...request.override });
  checkInstants({ '/date': date });
  return { consultantId, override: { date, hours } };
}

const time = {
  from: InstantInput,
  to: InstantInput,
  duration: Type.Integer({ minimum: 0, maximum: 1_440 }),
  type: Type.Optional(Type.Enum(SESSION_TYPES)),
};
const TimeInput = Type.Object(time);
const SlotsInput = Type.Object({ consultantId: Id, ...time });

export function toSlotsQuestion(request: RequestOf<'findSlots'>): SlotsQuestion {
  const { timezone, ...rest } = request;
  const input = parse(SlotsInput, rest);
  return { consultantId: input.consultantId, ...toTime(input, timezone) };
}

const wanted = {
  expertise: Type.Optional(Type.String({ maxLength: 200 })),
  language: Type.Optional(Type.String({ maxLength: 200 })),
};
const FirstSlotsInput = Type.Object({ ...wanted, ...time });

export function toFirstSlotsQuestion(request: RequestOf<'findFirstSlots'>): FirstSlotsQuestion {
  const { timezone, page: _page, ...rest } = request;
  const { expertise, language, ...input } = parse(FirstSlotsInput, rest);
  return { expertise, language, ...toTime(input, timezone) };
}

function toTime(input: Type.Static<typeof TimeInput>, timezone: string): TimeQuestion {
  const { from, to, duration, type } = input;
  checkInstants({ '/from': from, '/to': to });
  return {
    from: instantOf(from),
    to: instantOf(to),
    type,
    durationMinutes: duration === 0 ? undefined : duration,
    timezone: given(timezone),
  };
}

const ProfilesInput = Type.Object({ ...wanted, type: Type.Optional(Type.Enum(SESSION_TYPES)) });

export function toProfilesFilter({ page: _page, ...rest }: RequestOf<'listConsultants'>) {
  return parse(ProfilesInput, rest);
}
