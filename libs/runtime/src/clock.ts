import { fetch } from 'undici';
import type { Logger } from './logger.ts';

/** Heart-beats keep this process known to the sandbox and its clock right after the sandbox restarted. */
const HEARTBEAT_MS = 2_000;
const FIRST_ANSWER_WITHIN_MS = 60_000;
const RETRY_MS = 250;
const ASK_TIMEOUT_MS = 2_000;

/**
 * Two times. Business time: expiry, cut-offs, renewals, reminders; in the sandbox it follows the test clock.
 * Technical time: tokens, leases, deadlines, retries; always the wall clock.
 */
export interface Clock {
  now(): Date;
  wallNow(): Date;
}

export interface SandboxClock extends Clock {
  /** Registers with the sandbox and fetches the time; afterwards heart-beats. Rejects after a minute without an answer. */
  start(selfUrl: string): Promise<void>;
  stop(): void;
  /** Sets business time; a time in the past is ignored. */
  set(now: Date): void;
}

/** Both times are the machine's. */
export function systemClock(): Clock {
  return { now: () => new Date(), wallNow: () => new Date() };
}

/** Business time stands where a test puts it; technical time runs. */
export function fixedClock(start: string): Clock & { set(now: string): void } {
  let now = new Date(start);
  return {
    now: () => new Date(now),
    wallNow: () => new Date(),
    set: (next) => {
      now = new Date(next);
    },
  };
}

/** Business time of the sandbox at `url`: stands still between advances, moves forwards only. */
export function sandboxClock(options: { url: string; name: string; instanceId: string; logger: Logger }): SandboxClock {
  let now = new Date(0);
  let timer: NodeJS.Timeout | undefined;
  const set = (next: Date) => {
    if (next > now) now = next;
  };

  async function register(selfUrl: string): Promise<void> {
    const answer = await fetch(new URL('/participants', options.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: options.name, instanceId: options.instanceId, url: selfUrl }),
      signal: AbortSignal.timeout(ASK_TIMEOUT_MS),
    });
    if (!answer.ok) throw new Error(`the sandbox answered ${answer.status}`);
    const body = (await answer.json()) as { now: string };
    set(new Date(body.now));
  }

  return {
    now: () => new Date(now),
    wallNow: () => new Date(),
    set,
    async start(selfUrl) {
      const until = Date.now() + FIRST_ANSWER_WITHIN_MS;
      for (;;) {
        try {
          await register(selfUrl);
          break;
        } catch (error) {
          if (Date.now() > until)
            throw new Error(`no time from the sandbox at ${options.url}: is it running?`, { cause: error });
          await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
        }
      }
      timer = setInterval(() => {
        register(selfUrl).catch((error: unknown) => options.logger.debug({ err: error }, 'sandbox not reached'));
      }, HEARTBEAT_MS);
      timer.unref();
    },
    stop: () => clearInterval(timer),
  };
}
