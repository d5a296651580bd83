import type { SandboxDatabase } from '../../database.ts';
import type { FormMap } from '../form.ts';
import type { Json, Kind } from '../objects.ts';
import { integer, readParams, text, type Shape, type Values } from '../params.ts';
import { listObjects, type Filter, type PageRequest } from '../store.ts';
import type { Work } from '../work.ts';

/** One request as its handler sees it. */
export interface Call {
  work: Work;
  database: SandboxDatabase;
  /** The `:id` of the address; empty where there is none. */
  id: string;
  /** The `:inner` of an address that names two things; empty where there is none. */
  inner: string;
  path: string;
  /** Made with a publishable key: only what its client secret opens may be seen. */
  publishable: boolean;
}

export interface Route {
  method: 'GET' | 'POST' | 'DELETE';
  path: string;
  publishable: boolean;
  run(call: Call, form: FormMap): Promise<Json>;
}

/** A row of a route table: how its parameters are read, and what it does. */
export function route<S extends Shape>(
  method: Route['method'],
  path: string,
  params: S,
  handle: (call: Call, values: Values<S>) => Promise<Json>,
): Route {
  return { method, path, publishable: false, run: async (call, form) => handle(call, readParams(params, form)) };
}

/** The same for a browser too: it brings a publishable key, and what it may do is up to the handler. */
export const browserRoute: typeof route = (...row) => ({ ...route(...row), publishable: true });

/** The parameters of every list. */
export const PAGE = { limit: integer, starting_after: text, ending_before: text };

/** One page of a kind, as the list routes answer it. */
export async function listOfKind<K extends Kind>(
  { work, database, path }: Call,
  kind: K,
  {
    filter,
    values,
  }: {
    filter: Filter;
    values: {
      limit: number | undefined;
      starting_after: string | null | undefined;
      ending_before: string | null | undefined;
    };
  },
): Promise<Json> {
  return {
    ...(await listObjects<K>(database, { account: work.account, kind, filter, page: pageOf(values), url: path })),
  };
}

/** Empty cursors are no cursors. */
export const pageOf = (values: {
  limit?: number | undefined;
  starting_after?: string | null | undefined;
  ending_before?: string | null | undefined;
}): PageRequest => ({
  limit: values.limit,
  starting_after: values.starting_after ?? undefined,
  ending_before: values.ending_before ?? undefined,
});
