import { PackageInput, PackagePatch } from '@consult/contracts/api/package';
import type { FieldError } from '@consult/contracts/errors';
import { CATEGORIES, Id, PACKAGE_TYPES } from '@consult/contracts/primitives';
import { refuse } from '@consult/runtime/errors';
import { parseJson } from '@consult/runtime/parse';
import Type from 'typebox';
import { readInstant } from '../domain/instants.ts';
import { MOVES } from '../domain/moves.ts';

/** What the gRPC door lets in. */
export const CreateCall = Type.Object({ requestId: Type.String({ maxLength: 100 }) });
export const UpdateCall = Type.Object({ packageId: Id, version: Type.Integer({ minimum: 1 }) });
export const CloneCall = Type.Object({ packageId: Id, requestId: Type.String({ maxLength: 100 }) });
export const MoveCall = Type.Object({ packageId: Id, move: Type.Enum(MOVES) });
export const PackageCall = Type.Object({ packageId: Id });
export const SaleCall = Type.Object({
  featured: Type.Optional(Type.Boolean()),
  category: Type.Optional(Type.Enum(CATEGORIES)),
  type: Type.Optional(Type.Enum(PACKAGE_TYPES)),
  currency: Type.Optional(Type.String({ pattern: '^[A-Za-z]{3}$' })),
});
export const ListCall = Type.Object({ status: Type.Optional(Type.Enum(['active', 'inactive', 'archived'])) });
export const SalePlace = Type.Object({
  featured: Type.Boolean(),
  displayOrder: Type.Integer(),
  name: Type.String(),
  packageId: Id,
});
export const NewestPlace = Type.Object({ id: Id });
export const VersionPlace = Type.Object({ before: Type.Integer({ minimum: 1 }) });

/** The body of a create call. Refusals: invalid_request. */
export function readInput(text: string): PackageInput {
  return checkDates(parseJson(PackageInput, text));
}

/** The body of an update call. Refusals: invalid_request. */
export function readPatch(text: string): PackagePatch {
  return checkDates(parseJson(PackagePatch, text));
}

/** The schema knows how a date is written; whether there is such a day it cannot say. */
function checkDates<T extends Pick<PackagePatch, 'availability'>>(input: T): T {
  const { startDate, endDate, publishAt, retireAt } = input.availability ?? {};
  const dates = { startDate, endDate, publishAt, retireAt };
  const errors: FieldError[] = Object.entries(dates).flatMap(([name, text]) =>
    text === undefined || text === null || readInstant(text) !== undefined
      ? []
      : [{ pointer: `/availability/${name}`, code: 'unknown_date', message: 'is not in the calendar' }],
  );
  if (errors.length > 0) refuse('invalid_request', { errors });
  return input;
}
