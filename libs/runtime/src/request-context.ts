import { AsyncLocalStorage } from 'node:async_hooks';

const storage = new AsyncLocalStorage<{ requestId: string }>();

/** Runs fn with a request id that logs and outgoing calls pick up. */
export function withRequestId<T>(requestId: string, fn: () => T): T {
  return storage.run({ requestId }, fn);
}

/** The request id of the work at hand, if any. */
export function currentRequestId(): string | undefined {
  return storage.getStore()?.requestId;
}
