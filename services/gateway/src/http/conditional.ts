import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

const NOT_MODIFIED = 304;
/** What tells the tenant, and who may see what. */
const VARY = 'Authorization, Cookie, X-Tenant';

/** An ETag of what an answer says. */
export function contentTag(value: unknown): string {
  return `W/"${createHash('sha256').update(JSON.stringify(value)).digest('base64url')}"`;
}

/**
 * The answer, or 304 without a body for who names its ETag. It may be kept, and must be asked about each time: what is on sale
 * changes at exact instants.
 */
export function unlessKnown<T>(
  request: FastifyRequest,
  reply: FastifyReply,
  { answer, etag }: { answer: T; etag: string },
): T | FastifyReply {
  void reply.header('etag', etag).header('cache-control', 'no-cache').header('vary', VARY);
  return names(request.headers['if-none-match'], etag) ? reply.status(NOT_MODIFIED).send() : answer;
}

/** RFC 9110 §13.1.2: any of the tags, weak or strong; or whatever there is. */
function names(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  const tags = header.split(',').map((tag) => tag.trim());
  return tags.includes('*') || tags.some((tag) => weak(tag) === weak(etag));
}

function weak(tag: string): string {
  return tag.replace(/^W\//, '');
}
