import type { Logger } from '@consult/runtime/logger';
import { fetch } from 'undici';
import type { SandboxDatabase } from '../../database.ts';
import type { Delivery, EventDocument } from '../events.ts';
import { signatureHeader } from './signature.ts';
import { isDropped, NO_MISBEHAVIOUR, REORDER_WINDOW_MS, type WebhookSwitches } from './switches.ts';

const BATCH_MAX = 50;
const IN_FLIGHT_MAX = 8;
const ANSWER_WITHIN_MS = 10_000;
/** Stripe waits hours between attempts; here a receiver that restarts is met again soon. */
const BACKOFF_FIRST_MS = 250;
const BACKOFF_MAX_MS = 15_000;
/** About four minutes of trying. */
const ATTEMPTS_MAX = 20;
const LOOK_AGAIN_MS = 1_000;

export interface WebhookSender {
  /** How an event of this type, happening now, is to be sent. */
  deliveryOf: (type: string) => Delivery;
  /** Looks for what is to be sent, soon. */
  nudge: () => void;
  /** Nothing is sent until `resume`: so that everyone knows the time before hearing what happened at it. */
  pause: () => void;
  resume: () => void;
  /** How many events are still to be delivered; grows and shrinks. */
  undelivered: () => Promise<number>;
  /** Grows with every attempt. */
  attempts: () => number;
  switches: () => WebhookSwitches;
  setSwitches: (switches: WebhookSwitches) => void;
  start: () => void;
  stop: () => Promise<void>;
}

export interface SenderDeps {
  database: Pick<SandboxDatabase, 'events'>;
  /** Where webhooks go; without it events are kept only. */
  target: { url: string; secret: string } | undefined;
  logger: Logger;
  wallNow: () => Date;
}

/** Sends events as signed webhooks, oldest first, and again with back-off until a 2xx answers. */
export function createWebhookSender(deps: SenderDeps): WebhookSender {
  const { events } = deps.database;
  const ending = new AbortController();
  let switches = NO_MISBEHAVIOUR;
  let attempts = 0;
  let happened = 0;
  let paused = false;
  let stopped = true;
  let running: Promise<void> | undefined;
  let again = false;
  let timer: NodeJS.Timeout | undefined;

  async function send(event: EventDocument): Promise<void> {
    const results = [];
    for (let copies = switches.duplicate ? 2 : 1; copies > 0; copies -= 1) {
      attempts += 1;
      const isCorrupt = switches.corrupt > 0;
      if (isCorrupt) switches = { ...switches, corrupt: switches.corrupt - 1 };
      results.push(await post(deps.target, event, { wallNow: deps.wallNow(), ended: ending.signal, isCorrupt }));
    }
    const failure = results.find((result) => result !== 'ok');
    const delivery = failure === undefined ? delivered(event) : retried(event, failure, deps.wallNow());
    await events.updateOne(
      { _id: event._id },
      { $set: { delivery, 'body.pending_webhooks': delivery.state === 'pending' ? 1 : 0 } },
    );
    attempts += 1;
    if (failure !== undefined)
      deps.logger.info(
        { eventId: event._id, type: event.body.type, failure, attempts: delivery.attempts },
        'webhook not taken',
      );
  }

  async function round(): Promise<number> {
    const now = deps.wallNow().getTime();
    const pending = { 'delivery.state': 'pending' as const };
    const isDue = (await events.findOne({ ...pending, 'delivery.nextAt': { $lte: now } })) !== null;
    if (!isDue) return 0;
    // What has gathered behind the first one goes with it, newest first.
    const until = switches.reorder ? now + REORDER_WINDOW_MS : now;
    const due = await events
      .find({ ...pending, 'delivery.nextAt': { $lte: until } })
      .sort({ sequence: switches.reorder ? -1 : 1 })
      .limit(BATCH_MAX)
      .toArray();
    const width = switches.reorder ? 1 : IN_FLIGHT_MAX;
    const queue = due.values();
    const sendNext = async (): Promise<void> => {
      for (const event of queue) if (!paused && !stopped) await send(event);
    };
    await Promise.all(Array.from({ length: width }, sendNext));
    return due.length;
  }

  async function drain(): Promise<void> {
    let waitMs = LOOK_AGAIN_MS;
    try {
      let sent: number;
      do {
        again = false;
        sent = await round();
      } while (!paused && !stopped && (sent > 0 || again));
      waitMs = await untilNext();
    } catch (error) {
      deps.logger.error({ err: error }, 'webhooks could not be sent');
    }
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(nudge, waitMs);
  }

  async function untilNext(): Promise<number> {
    const [first] = await events
      .find({ 'delivery.state': 'pending' })
      .sort({ 'delivery.nextAt': 1 })
      .limit(1)
      .toArray();
    const waitMs = (first?.delivery.nextAt ?? Number.POSITIVE_INFINITY) - deps.wallNow().getTime();
    return Math.min(Math.max(waitMs, 1), LOOK_AGAIN_MS);
  }

  function nudge(): void {
    if (stopped || paused || deps.target === undefined) return;
    again = true;
    running ??= drain().finally(() => {
      running = undefined;
      // Something was committed while this round was ending.
      if (again) nudge();
    });
  }

  return {
    deliveryOf(type) {
      if (deps.target === undefined) return { state: 'no_target', attempts: 0, nextAt: null, lastResult: null };
      happened += 1;
      if (isDropped(switches, type, happened)) return { state: 'dropped', attempts: 0, nextAt: null, lastResult: null };
      const waitMs = switches.delayMs + (switches.reorder ? REORDER_WINDOW_MS : 0);
      return { state: 'pending', attempts: 0, nextAt: deps.wallNow().getTime() + waitMs, lastResult: null };
    },
    nudge,
    pause: () => {
      paused = true;
    },
    resume: () => {
      paused = false;
      nudge();
    },
    undelivered: () => events.countDocuments({ 'delivery.state': 'pending' }),
    attempts: () => attempts,
    switches: () => switches,
    setSwitches: (next) => {
      switches = next;
      happened = 0;
    },
    start: () => {
      stopped = false;
      nudge();
    },
    stop: async () => {
      stopped = true;
      ending.abort();
      clearTimeout(timer);
      await running;
    },
  };
}

async function post(
  target: SenderDeps['target'],
  event: EventDocument,
  { wallNow, ended, isCorrupt }: { wallNow: Date; ended: AbortSignal; isCorrupt: boolean },
): Promise<string> {
  if (target === undefined) return 'nowhere to send it';
  const { url, secret } = target;
  const body = JSON.stringify(event.body);
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'stripe-signature': signatureHeader({ secret, body, wallNow }),
    'user-agent': 'Stripe/1.0 (sandbox)',
  };
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers,
      body: isCorrupt ? changed(event) : body,
      signal: AbortSignal.any([ended, AbortSignal.timeout(ANSWER_WITHIN_MS)]),
    });
    await answer.body?.cancel();
    return answer.ok ? 'ok' : `HTTP ${answer.status}`;
  } catch (error) {
    return error instanceof Error && error.name === 'TimeoutError' ? 'no answer in time' : 'not reached';
  }
}

/** What somebody on the way would make of an event: as good to read, and not what was signed. */
const changed = ({ body }: EventDocument): string => JSON.stringify({ ...body, created: body.created + 1 });

const delivered = ({ delivery }: EventDocument): Delivery => ({
  state: 'delivered',
  attempts: delivery.attempts + 1,
  nextAt: null,
  lastResult: 'ok',
});

function retried({ delivery }: EventDocument, lastResult: string, wallNow: Date): Delivery {
  const attempts = delivery.attempts + 1;
  if (attempts >= ATTEMPTS_MAX) return { state: 'given_up', attempts, nextAt: null, lastResult };
  const waitMs = Math.min(BACKOFF_FIRST_MS * 2 ** (attempts - 1), BACKOFF_MAX_MS);
  return { state: 'pending', attempts, nextAt: wallNow.getTime() + waitMs, lastResult };
}
