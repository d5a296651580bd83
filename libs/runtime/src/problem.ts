import { CATALOGUE } from '@consult/contracts/errors';
import type { AppError } from './errors.ts';

export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  instance: string;
  code: string;
  requestId: string;
  traceId?: string;
  [helpful: string]: unknown;
}

/** RFC 9457 problem document of a refusal: stable `code`, the details that help, and never more than the refusal says. */
export function toProblem(
  error: AppError,
  where: { instance: string; requestId: string; traceId?: string | undefined },
): { status: number; body: Problem } {
  const { http, title } = CATALOGUE[error.code];
  const { detail, ...helpful } = error.details;
  const body: Problem = {
    ...helpful,
    type: `urn:consult:problem:${error.code}`,
    title,
    status: http,
    detail: typeof detail === 'string' ? detail : title,
    instance: where.instance,
    code: error.code,
    requestId: where.requestId,
    ...(where.traceId === undefined ? {} : { traceId: where.traceId }),
  };
  return { status: http, body };
}
