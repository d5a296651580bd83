import { fetch } from 'undici';

/** How long a test waits for one HTTP answer. */
const ANSWER_TIMEOUT_MS = 30_000;

export interface Answer<T = Body> {
  status: number;
  headers: Headers;
  body: T;
}

/** What the public API answers, as loosely as a test needs it. */
interface Body {
  data?: unknown;
  code?: string;
  errors?: { pointer: string; code: string; message: string }[];
  [key: string]: unknown;
}

export interface Api {
  readonly base: string;
  /** The same API, signed in. */
  as(token: string): Api;
  with(headers: Record<string, string>): Api;
  get<T = Body>(path: string): Promise<Answer<T>>;
  post<T = Body>(path: string, body?: unknown, key?: string): Promise<Answer<T>>;
  put<T = Body>(path: string, body: unknown, version?: number): Promise<Answer<T>>;
  patch<T = Body>(path: string, body: unknown, version?: number): Promise<Answer<T>>;
}

/** A small client of the gateway: JSON in and out, nothing retried. */
export function api(base: string, headers: Record<string, string> = {}): Api {
  async function call<T>(
    method: string,
    path: string,
    body?: unknown,
    extra: Record<string, string> = {},
  ): Promise<Answer<T>> {
    const answer = await fetch(new URL(path, base), {
      method,
      headers: { ...headers, ...extra, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
    });
    const text = await answer.text();
    return {
      status: answer.status,
      headers: new Headers([...answer.headers]),
      body: (text === '' ? {} : JSON.parse(text)) as T,
    };
  }
  const ifMatch = (version?: number): Record<string, string> =>
    version === undefined ? {} : { 'if-match': `"${version}"` };
  return {
    base,
    as: (token) => api(base, { ...headers, authorization: `Bearer ${token}` }),
    with: (more) => api(base, { ...headers, ...more }),
    get: (path) => call('GET', path),
    post: (path, body, key) => call('POST', path, body, key === undefined ? {} : { 'idempotency-key': key }),
    put: (path, body, version) => call('PUT', path, body, ifMatch(version)),
    patch: (path, body, version) => call('PATCH', path, body, ifMatch(version)),
  };
}

/** The data of an answer that must have succeeded; otherwise the test fails with what came instead. */
export function dataOf<T>(answer: Answer, status = 200): T {
  if (answer.status !== status)
    throw new Error(`expected ${status}, got ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer.body.data as T;
}
