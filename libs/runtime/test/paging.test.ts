import { describe, expect, test } from '@jest/globals';
import Type from 'typebox';
import { pageLimit, pageOf, placeIn, timePage } from '../src/paging.ts';

const rows = (count: number) => Array.from({ length: count }, (_, index) => ({ id: `row-${index}` }));
const ById = Type.Object({ id: Type.String() });
const placeOf = ({ id }: { id: string }) => ({ id });

const refusedCursor = expect.objectContaining({
  code: 'invalid_request',
  details: { errors: [expect.objectContaining({ pointer: '/cursor', code: 'unknown_cursor' })] },
});

describe('a page', () => {
  test('that is followed by another says where that one begins', () => {
    const { rows: shown, page } = pageOf(rows(4), 3, placeOf);
    expect(shown).toEqual(rows(3));
    expect(page.hasMore).toBe(true);
    expect(placeIn(ById, { limit: 3, cursor: page.nextCursor ?? '' })).toEqual({ id: 'row-2' });
  });

  test.each([0, 1, 3])('that is the last, of %i rows, says so and has no cursor', (count) => {
    expect(pageOf(rows(count), 3, placeOf)).toEqual({ rows: rows(count), page: { hasMore: false } });
  });
});

test.each([null, { limit: 10, cursor: '' }])('the first page has no place: %j', (page) => {
  expect(placeIn(ById, page)).toBeUndefined();
});

test.each([
  ['of another list', Buffer.from('{"name":"Mike"}').toString('base64url')],
  ['with a place of another type', Buffer.from('{"id":7}').toString('base64url')],
  ['of no JSON', Buffer.from('before:7').toString('base64url')],
  ['of no base64', 'made-up!'],
])('a cursor %s is refused', (_what, cursor) => {
  expect(() => placeIn(ById, { limit: 10, cursor })).toThrow(refusedCursor);
});

test.each([
  ['25 unless told', null, 25],
  ['25 when the request names none', { limit: 0, cursor: '' }, 25],
  ['as asked', { limit: 1, cursor: '' }, 1],
  ['as asked, up to 100', { limit: 100, cursor: '' }, 100],
])('rows on a page: %s', (_what, page, limit) => {
  expect(pageLimit(page)).toBe(limit);
});

test.each([-1, 101])('a page of %i rows is refused', (limit) => {
  const refusal = expect.objectContaining({
    code: 'invalid_request',
    details: { errors: [expect.objectContaining({ pointer: '/limit' })] },
  });
  expect(() => pageLimit({ limit, cursor: '' })).toThrow(refusal);
});

describe('a list by an instant', () => {
  test('goes on after the instant and id of the last row shown', () => {
    const place = { at: new Date('2025-01-01T09:00:00.123Z'), _id: 'row-0' };
    const { page } = pageOf(rows(2), 1, () => place);
    const { nextCursor = '' } = page;
    expect(timePage({ limit: 1, cursor: nextCursor })).toEqual({ limit: 1, place });
    expect(timePage(null)).toEqual({ limit: 25, place: undefined });
  });

  test.each(['yesterday', '2025-13-01T09:00:00.000Z', ''])('refuses a cursor at %j', (at) => {
    const cursor = Buffer.from(JSON.stringify({ at, _id: 'row-1' })).toString('base64url');
    expect(() => timePage({ limit: 1, cursor })).toThrow(refusedCursor);
  });
});
