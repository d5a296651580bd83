import type { Handlers } from '@consult/runtime/grpc-server';

/** What a method of this service gets, and what it may answer. */
export type RequestOf<M extends keyof Handlers<'scheduling'>> = Parameters<Handlers<'scheduling'>[M]>[1];
export type AnswerOf<M extends keyof Handlers<'scheduling'>> = Awaited<ReturnType<Handlers<'scheduling'>[M]>>;

/** proto3 sends an empty string for what was left out. */
export function given(text: string): string | undefined {
  return text === '' ? undefined : text;
}
