import Type, { type Static, type TSchema } from 'typebox';
import { refuse } from './errors.ts';
import { parse } from './parse.ts';

const PAGE_DEFAULT = 25;
const PAGE_MAX = 100;

/** `consult.common.v1.PageRequest`, as it arrives. */
type PageRequest = { limit: number; cursor: string } | null;

/** A row's place in a list that is sorted by an instant and an id, newest first. */
interface TimePlace {
  at: Date;
  _id: string;
}
/** A page of such a list: at most `limit` rows after `place`. */
export interface TimePage {
  limit: number;
  place: TimePlace | undefined;
}
const TimeCursor = Type.Object({ at: Type.String(), _id: Type.String() });

/** How many rows to answer: 25 unless told. Refusals: invalid_request for more than 100. */
export function pageLimit(page: PageRequest): number {
  const limit = page?.limit ?? 0;
  if (limit >= 0 && limit <= PAGE_MAX) return limit === 0 ? PAGE_DEFAULT : limit;
  return refuse('invalid_request', {
    errors: [{ pointer: '/limit', code: 'limit', message: `must be 1 to ${PAGE_MAX}` }],
  });
}

/** The place a cursor stands for; undefined on the first page. Refusals: invalid_request for what no page of ours gave out. */
export function placeIn<T extends TSchema>(schema: T, page: PageRequest): Static<T> | undefined {
  const cursor = page?.cursor ?? '';
  if (cursor === '') return undefined;
  try {
    return parse(schema, JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    return refuseCursor();
  }
}

/** What is asked of a list that is sorted by an instant. Refusals: invalid_request. */
export function timePage(page: PageRequest): TimePage {
  return { limit: pageLimit(page), place: timePlaceIn(page) };
}

function timePlaceIn(page: PageRequest): TimePlace | undefined {
  const place = placeIn(TimeCursor, page);
  if (place === undefined) return undefined;
  const at = new Date(place.at);
  return Number.isNaN(at.getTime()) ? refuseCursor() : { at, _id: place._id };
}

/** The filter for rows after a place; all of them without one. Sort by `field` and `_id`, both descending. */
export function afterPlace(field: string, place: TimePlace | undefined): object {
  if (place === undefined) return {};
  const { at, _id } = place;
  // The first line says less than the second, but in words an index understands.
  return {
    [field]: { $lte: at },
    $or: [{ [field]: { $lt: at } }, { [field]: at, _id: { $lt: _id } }],
  };
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

function refuseCursor(): never {
  return refuse('invalid_request', {
    errors: [{ pointer: '/cursor', code: 'unknown_cursor', message: 'is not a cursor of this list' }],
  });
}
