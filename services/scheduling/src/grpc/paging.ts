import { refuse } from '@consult/runtime/errors';
import { parse } from '@consult/runtime/parse';
import Type, { type Static, type TSchema } from 'typebox';
import type { RequestOf } from './request.ts';

const PAGE_DEFAULT = 25;
const PAGE_MAX = 100;

type PageRequest = RequestOf<'listConsultations'>['page'];

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
    return refuse('invalid_request', {
      errors: [{ pointer: '/cursor', code: 'unknown_cursor', message: 'is not a cursor of this list' }],
    });
  }
}

/** What a page says about the next one. */
export function pageInfo(next: object | undefined): { nextCursor?: string; hasMore: boolean } {
  if (next === undefined) return { hasMore: false };
  return { nextCursor: Buffer.from(JSON.stringify(next)).toString('base64url'), hasMore: true };
}

/** Where a list of consultations, or of consultants, goes on. */
export const ConsultationCursor = Type.Object({ scheduledStart: Type.String(), _id: Type.String() });
export const ConsultantCursor = Type.Object({ name: Type.String(), _id: Type.String() });
