import type { Logger } from '@consult/runtime/logger';
import type { SandboxDatabase } from '../database.ts';
import type { Delivery, RequestOrigin } from './events.ts';
import type { FaultPlan } from './faults.ts';
import type { IdempotencyDocument } from './idempotency.ts';
import { beginWork, WorkConflict, type Work } from './work.ts';

/** Races are between a buyer, a seller and the clock: more than a few in a row mean something is wrong. */
const TRIES_MAX = 6;

/** What the Stripe sandbox stands on. */
export interface StripeDeps {
  database: SandboxDatabase;
  logger: Logger;
  /** Business time: `created`, periods, renewals. */
  now: () => Date;
  /** Technical time: idempotency keys, the sending of webhooks. */
  wallNow: () => Date;
  /** Where its own pages are; known once it listens. */
  baseUrl: () => string;
  /** How an event that happens now is to be sent. */
  delivery: (type: string) => Delivery;
  /** Which calls go wrong, for tests. */
  faults: Pick<FaultPlan, 'take'>;
  /** Called after every commit that has told something: there are events to send. */
  changed: () => void;
}

/** Runs a change and commits it with its events; a change that lost a race is run again from the start. */
export async function perform<T>(
  deps: StripeDeps,
  origin: { account: string; request: RequestOrigin },
  change: (work: Work) => Promise<T>,
  record: (result: T) => IdempotencyDocument | undefined = () => undefined,
): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    const work = beginWork({
      ...origin,
      ...deps,
      now: Math.floor(deps.now().getTime() / 1_000),
      baseUrl: deps.baseUrl(),
    });
    try {
      const result = await change(work);
      const hasTold = await work.commit(record(result));
      if (hasTold) deps.changed();
      return result;
    } catch (error) {
      if (!(error instanceof WorkConflict) || tries === TRIES_MAX) throw error;
    }
  }
}
