import type { mongo } from 'mongoose';
import type { SandboxDatabase } from '../database.ts';
import { noSuch } from './errors.ts';
import type { Kind, Kinds, List, StripeObject } from './objects.ts';
import type { Range } from './params.ts';

/** One Stripe object at rest. The body is exactly what the API answers; the rest is for finding it. */
export interface ObjectDocument {
  _id: string;
  account: string;
  objectId: string;
  kind: Kind;
  sequence: number;
  version: number;
  /** Business seconds at which the object acts by itself (a renewal, a retry, an expiry), or null. */
  dueAt: number | null;
  /** Deleted by its owner: kept for what refers to it. */
  removed?: boolean;
  body: StripeObject;
}

export type Filter = Record<string, unknown>;
export interface PageRequest {
  limit?: number | undefined;
  starting_after?: string | undefined;
  ending_before?: string | undefined;
}

const LIMIT_DEFAULT = 10;
const LIMIT_MAX = 100;

/** Objects of one account are invisible to every other: the account is part of the key. */
export const documentId = (account: string, id: string): string => `${account}/${id}`;

/** One page of one kind, newest first, in Stripe's envelope. */
export async function listObjects<K extends Kind>(
  { objects }: Pick<SandboxDatabase, 'objects'>,
  query: { account: string; kind: K; filter: Filter; page: PageRequest; url: string },
): Promise<List<Kinds[K]>> {
  const { account, kind, filter, page, url } = query;
  const limit = pageLimit(page);
  const window = await cursorWindow(
    page,
    async (id) => (await objects.findOne({ _id: documentId(account, id) }))?.sequence,
    kind,
  );
  const found = await objects
    .find({ account, kind, removed: { $ne: true }, ...window.filter, ...filter } as mongo.Filter<ObjectDocument>)
    .sort({ sequence: window.direction })
    .limit(limit + 1)
    .toArray();
  const bodies = found.slice(0, limit).map((document) => document.body as Kinds[K]);
  return {
    object: 'list',
    url,
    has_more: found.length > limit,
    data: window.direction === 1 ? bodies.reverse() : bodies,
  };
}

/** How many a page holds: 10 unless asked, between 1 and 100. */
export const pageLimit = ({ limit }: PageRequest): number => Math.min(Math.max(limit ?? LIMIT_DEFAULT, 1), LIMIT_MAX);

/** Turns `starting_after` and `ending_before` into a bound on the sequence. */
export async function cursorWindow(
  page: PageRequest,
  sequenceOf: (id: string) => Promise<number | undefined>,
  kind: string,
): Promise<{ filter: Filter; direction: 1 | -1 }> {
  const param = page.ending_before === undefined ? 'starting_after' : 'ending_before';
  const cursor = page[param];
  if (cursor === undefined) return { filter: {}, direction: -1 };
  const sequence = await sequenceOf(cursor);
  if (sequence === undefined) throw noSuch(kind, cursor, param);
  return param === 'starting_after'
    ? { filter: { sequence: { $lt: sequence } }, direction: -1 }
    : { filter: { sequence: { $gt: sequence } }, direction: 1 };
}

/** The part of a filter that a `created[gte]=…` style parameter asks for. */
export function rangeFilter(field: string, range: Range | undefined): Filter {
  if (range === undefined) return {};
  const { equals, ...bounds } = range;
  if (equals !== undefined) return { [field]: equals };
  return { [field]: Object.fromEntries(Object.entries(bounds).map(([bound, value]) => [`$${bound}`, value])) };
}

/** Equality on the given parameters; those left out do not filter. */
export const equalFilter = (fields: Record<string, unknown>): Filter =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== null));
