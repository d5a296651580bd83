import { fetch } from 'undici';

const ANSWER_TIMEOUT_MS = 30_000;

interface Body {
  data?: unknown;
  [key: string]: unknown;
}

export interface Answer<T = Body> {
  status: number;
  body: T;
}

/** Calls the public API of a stack: JSON in and out. */
export async function call<T = Body>(
  base: string,
  request: {
    method?: string;
    path: string;
    token?: string | undefined;
    body?: unknown;
    headers?: Record<string, string>;
  },
): Promise<Answer<T>> {
  const { method = request.body === undefined ? 'GET' : 'POST', path, token, body, headers = {} } = request;
  const answer = await fetch(new URL(path, base), {
    method,
    headers: {
      ...headers,
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
  });
  const text = await answer.text();
  return { status: answer.status, body: (text === '' ? {} : JSON.parse(text)) as T };
}

/** The data of an answer with this status; otherwise an error that says what came instead. */
export function dataOf<T>(answer: Answer, ...statuses: number[]): T {
  if (!statuses.includes(answer.status))
    throw new Error(`the API answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer.body.data as T;
}
