import { AppError } from '@consult/runtime/errors';
import type { FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { contentTag } from './conditional.ts';

export const PAGE_LIMIT_MAX = 100;
const PAGE_LIMIT_DEFAULT = 25;

/** Query parameters of every list. */
export const pageQuery = {
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: PAGE_LIMIT_MAX })),
  cursor: Type.Optional(Type.String({ maxLength: 500 })),
};

/** The page a list request asks for, as services take it. */
export function pageOf(query: { limit?: number; cursor?: string }, limitDefault = PAGE_LIMIT_DEFAULT) {
  return { limit: query.limit ?? limitDefault, cursor: query.cursor ?? '' };
}

/** A service leaves unset parts null; on the public API what is absent is absent. */
export function present<T>(value: T): T {
  if (Array.isArray(value)) return value.map(present) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, part]) => (part === null ? [] : [[key, present(part)]])),
  ) as T;
}

/** `{data, page}` of a list. */
export function listAnswer<T>(rows: T[], page: { nextCursor?: string; hasMore: boolean } | null) {
  return { data: present(rows), page: { nextCursor: page?.nextCursor ?? null, hasMore: page?.hasMore ?? false } };
}

/** `{data}` of one thing without a version: its content is its ETag. */
export function taggedAnswer<T>(reply: FastifyReply, data: T) {
  void reply.header('etag', contentTag(data));
  return { data };
}

/** `{data}` of one thing, with its version as ETag. */
export function versionedAnswer<T extends { version: number }>(reply: FastifyReply, value: T) {
  void reply.header('etag', `"${value.version}"`);
  return { data: present(value) };
}

/** The version named by `If-Match`. Throws `precondition_required` or `version_mismatch`. */
export function versionOf(request: FastifyRequest): number {
  const header = request.headers['if-match'];
  if (header === undefined) throw new AppError('precondition_required', {});
  const match = /^(?:W\/)?"(\d{1,9})"$/.exec(header);
  if (!match) throw new AppError('version_mismatch', {});
  return Number(match[1]);
}
