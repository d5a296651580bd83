import { fetch } from 'undici';
import { inParallel } from '../support/parallel.ts';
import { freshKey } from '../support/world.ts';
import type { Route } from './routes.ts';

const WIDTH = 8;

export interface Attack {
  token?: string | undefined;
  body?: unknown;
  /** Sent as it is, said to be JSON. */
  text?: string;
  query?: string;
  headers?: Record<string, string>;
  /** Ids for the path; any other is made up. */
  things?: Record<string, string>;
}

export interface Answer {
  status: number;
  type: string;
  body: { code?: string; requestId?: string; data?: unknown; errors?: { pointer: string; code: string }[] };
}

export const nameOf = ({ method, path }: Route): string => `${method} ${path}`;
export const isPublic = ({ roles }: Route): boolean => roles.includes('public');

/** Calls a route as the attack says; every POST has a key of its own. */
export async function send(base: string, route: Route, attack: Attack): Promise<Answer> {
  const path = route.path.replaceAll(/\{([^}]+)\}/g, (_match, name: string) => attack.things?.[name] ?? 'some-id');
  const text = attack.text ?? (attack.body === undefined ? undefined : JSON.stringify(attack.body));
  const answer = await fetch(`${base}${path}${attack.query ?? ''}`, {
    method: route.method,
    headers: {
      ...(attack.token === undefined ? {} : { authorization: `Bearer ${attack.token}` }),
      ...(text === undefined ? {} : { 'content-type': 'application/json' }),
      ...(route.method === 'POST' ? { 'idempotency-key': freshKey() } : {}),
      ...attack.headers,
    },
    ...(text === undefined ? {} : { body: text }),
  });
  const body = JSON.parse((await answer.text()) || '{}') as Answer['body'];
  return { status: answer.status, type: answer.headers.get('content-type') ?? '', body };
}

/** The routes on which an attack was not refused as it should be, each with what came instead. */
export async function failing(
  routes: readonly Route[],
  attack: (route: Route) => Promise<string | undefined>,
): Promise<string[]> {
  const faults = await inParallel(routes, WIDTH, async (route) => {
    const fault = await attack(route);
    return fault === undefined ? [] : [`${nameOf(route)}: ${fault}`];
  });
  return faults.flat();
}

/** What is wrong with a refusal, if anything: its status, its code, its media type, or a missing request id. */
export function refusal({ status, type, body }: Answer, expected: number, code: string): string | undefined {
  if (status !== expected || body.code !== code)
    return `${status} ${body.code ?? ''} ${JSON.stringify(body.errors ?? '')}`;
  if (!type.startsWith('application/problem+json')) return `media type ${type}`;
  return body.requestId === undefined ? 'no requestId' : undefined;
}

/** Which of these places the answer does not name, if any. */
export function missingFaults({ body }: Answer, pointers: string[]): string | undefined {
  const named = new Set(body.errors?.map(({ pointer }) => pointer));
  const missing = pointers.filter((pointer) => !named.has(pointer));
  return missing.length === 0 ? undefined : `not named: ${missing.join(', ')}`;
}
