import Type, { type Static, type TSchema } from 'typebox';
import { AppError } from './errors.ts';
import { parse } from './parse.ts';

const PAGE_DEFAULT = 25;
const PAGE_MAX = 100;

/** `consult.common.v1.PageRequest`, as it arrives. */
type PageRequest = { limit: number; cursor: string } | null;

/** A place in a list that is sorted by an instant and an id, newest first. */
export const NewestFirst = Type.Object({ at: Type.String(), id: Type.String() });

/** How many rows to answer: 25 unless told, at most 100. */
export function pageLimit(page: PageRequest): number {
  const limit = page?.limit ?? 0;
  return limit <= 0 ? PAGE_DEFAULT : Math.min(limit, PAGE_MAX);
}

/** The place a cursor stands for; undefined on the first page. Refusals: invalid_request for what no page of ours gave out. */
export function placeIn<T extends TSchema>(schema: T, page: PageRequest): Static<T> | undefined {
  const cursor = page?.cursor ?? '';
  if (cursor === '') return undefined;
  try {
    return parse(schema, JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    throw new AppError('invalid_request', {
      errors: [{ pointer: '/cursor', code: 'unknown_cursor', message: 'is not a cursor of this list' }],
    });
  }
}

/**
 * One page of rows that were asked for with one more than `limit`: the rows to show, and where the next page begins
 * (`placeOf` the last one shown), if there is one.
 */
export function pageOf<T>(
  found: readonly T[],
  limit: number,
  placeOf: (last: T) => object,
): { rows: T[]; page: { nextCursor?: string; hasMore: boolean } } {
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  if (found.length <= limit || last === undefined) return { rows, page: { hasMore: false } };
  return {
    rows,
    page: { nextCursor: Buffer.from(JSON.stringify(placeOf(last))).toString('base64url'), hasMore: true },
  };
}
