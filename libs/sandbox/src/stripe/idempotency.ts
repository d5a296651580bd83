import { createHash } from 'node:crypto';
import type { SandboxDatabase } from '../database.ts';
import { StripeError } from './errors.ts';
import type { Json } from './objects.ts';

/** The first answer to a key, written in the same transaction as what it answers for. */
export interface IdempotencyDocument {
  _id: string;
  at: Date;
  method: string;
  path: string;
  fingerprint: string;
  requestId: string;
  status: number;
  body: Json;
}

interface KeyedRequest {
  account: string;
  key: string;
  method: string;
  path: string;
  /** The form as it was sent. */
  body: string;
}

/** Finds earlier answers and keeps concurrent requests with one key apart. */
export interface IdempotencyKeys {
  /** Runs `first` unless the key has been answered; `replayed` tells which it was. */
  once(
    request: KeyedRequest,
    first: (
      record: (answer: { status: number; body: Json; requestId: string }) => IdempotencyDocument,
    ) => Promise<Answer>,
  ): Promise<Answer>;
}
export interface Answer {
  status: number;
  body: Json;
  /** The id of the request that was answered first, where this is its stored answer. */
  originalRequest?: string;
}

export function createIdempotencyKeys({ idempotency }: SandboxDatabase, wallNow: () => Date): IdempotencyKeys {
  // One process serves the whole sandbox, so that what is running is known here; a crash forgets it, as it should.
  const running = new Set<string>();
  return {
    async once(request, first) {
      const _id = `${request.account}\n${request.key}`;
      if (running.has(_id)) throw inUse(request.key);
      running.add(_id);
      try {
        const { method, path } = request;
        const fingerprint = createHash('sha256').update(request.body).digest('hex');
        const stored = await idempotency.findOne({ _id });
        if (stored !== null) return replay(stored, { ...request, fingerprint });
        return await first((answer) => ({ _id, at: wallNow(), method, path, fingerprint, ...answer }));
      } finally {
        running.delete(_id);
      }
    },
  };
}

function replay(stored: IdempotencyDocument, request: KeyedRequest & { fingerprint: string }): Answer {
  const hint = `Try using a key other than '${request.key}' if you meant to execute a different request.`;
  if (stored.path !== request.path || stored.method !== request.method) {
    throw conflict(
      400,
      `Keys for idempotent requests can only be used for the same endpoint they were first used for ('${stored.path}' vs '${request.path}'). ${hint}`,
    );
  }
  if (stored.fingerprint !== request.fingerprint) {
    throw conflict(
      400,
      `Keys for idempotent requests can only be used with the same parameters they were first used with. ${hint}`,
    );
  }
  return { status: stored.status, body: stored.body, originalRequest: stored.requestId };
}

const inUse = (key: string): StripeError =>
  new StripeError(409, {
    type: 'idempotency_error',
    code: 'idempotency_key_in_use',
    message: `There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice, and the other request is still going through): ${key}. Please try again later.`,
  });

const conflict = (status: number, message: string): StripeError =>
  new StripeError(status, { type: 'idempotency_error', message });
