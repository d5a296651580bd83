import { parse } from '@consult/runtime/parse';
import Type from 'typebox';

const LIMIT_DEFAULT = 25;
const LIMIT_MAX = 100;

const PageRequest = Type.Object({
  limit: Type.Integer({ minimum: 0, maximum: LIMIT_MAX }),
  cursor: Type.String({ pattern: '^[A-Za-z0-9_-]*$', maxLength: 200 }),
});

/** The page a list call asks for: rows after the id in its cursor. Refusals: invalid_request. */
export function pageOf(request: { limit: number; cursor: string } | null): { after: string; limit: number } {
  const { limit, cursor } = parse(PageRequest, request ?? { limit: 0, cursor: '' });
  return { after: Buffer.from(cursor, 'base64url').toString('utf8'), limit: limit === 0 ? LIMIT_DEFAULT : limit };
}

/** A page of rows and how to get the next: `read` is asked for one row more than the page has. */
export async function onePage<T>(
  page: { after: string; limit: number },
  read: (page: { after: string; limit: number }) => Promise<T[]>,
  idOf: (row: T) => string,
): Promise<{ rows: T[]; page: { nextCursor?: string; hasMore: boolean } }> {
  const found = await read({ after: page.after, limit: page.limit + 1 });
  const rows = found.slice(0, page.limit);
  const last = rows.at(-1);
  if (found.length <= page.limit || last === undefined) return { rows, page: { hasMore: false } };
  return { rows, page: { nextCursor: Buffer.from(idOf(last)).toString('base64url'), hasMore: true } };
}
