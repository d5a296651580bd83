import { AppError } from '@consult/runtime/errors';
import { fetch } from 'undici';

/** Participants heart-beat every 2 s; one that has been silent this long is gone. */
const FORGET_AFTER_MS = 10_000;
/** A connection may fail for a moment, when a process restarts. */
const REACH_WITHIN_MS = 2_000;
const REACH_AGAIN_MS = 50;
/** Reports and questions are quick; running due work may take long. */
const ASK_WITHIN_MS = 5_000;
const WORK_WITHIN_MS = 60_000;

export interface Participant {
  name: string;
  instanceId: string;
  url: string;
}
interface Known extends Participant {
  /** Wall-clock milliseconds. */
  heardAt: number;
  since: number;
}

export interface Participants {
  heard(participant: Participant): void;
  /** Those heard of within the last ten seconds. */
  present(): Participant[];
  /** The next instant up to `until` at which this one has something to do. */
  dueOf(participant: Participant, until: Date): Promise<Date | undefined>;
  /** Tells it the time; answers once it has done what was due. */
  tell(participant: Participant, now: Date): Promise<void>;
  idleOf(participant: Participant): Promise<{ idle: boolean; activity: number }>;
}

const NOTHING: { due: null } & { idle: true; activity: 0 } = { due: null, idle: true, activity: 0 };

/** Who takes part in business time. Every question names its participant when it fails. */
export function createParticipants(wallNow: () => Date): Participants {
  const known = new Map<string, Known>();
  const present = (): Known[] => {
    const since = wallNow().getTime() - FORGET_AFTER_MS;
    for (const [id, { heardAt }] of known) if (heardAt < since) known.delete(id);
    return [...known.values()];
  };
  /** A process that refuses connections while a younger one of its name is here was replaced. */
  const isReplaced = (gone: Participant): boolean => {
    const since = known.get(gone.instanceId)?.since ?? Number.NEGATIVE_INFINITY;
    return present().some(
      ({ name, instanceId, since: younger }) => name === gone.name && instanceId !== gone.instanceId && younger > since,
    );
  };

  async function ask(
    participant: Participant,
    path: string,
    terms: { body?: unknown; withinMs: number },
  ): Promise<unknown> {
    const giveUpAt = wallNow().getTime() + REACH_WITHIN_MS;
    for (;;) {
      try {
        return await call(new URL(path, participant.url), terms);
      } catch (error) {
        if (!isUnreached(error)) throw unanswered(participant, error);
        if (isReplaced(participant)) {
          known.delete(participant.instanceId);
          return NOTHING;
        }
        if (wallNow().getTime() > giveUpAt) throw unanswered(participant, error);
        await new Promise((resolve) => setTimeout(resolve, REACH_AGAIN_MS));
      }
    }
  }

  return {
    heard(participant) {
      const at = wallNow().getTime();
      for (const [id, { url }] of known) if (url === participant.url && id !== participant.instanceId) known.delete(id);
      known.set(participant.instanceId, {
        ...participant,
        heardAt: at,
        since: known.get(participant.instanceId)?.since ?? at,
      });
    },
    present,
    async dueOf(participant, until) {
      const answer = (await ask(participant, `/sandbox/due?until=${encodeURIComponent(until.toISOString())}`, {
        withinMs: ASK_WITHIN_MS,
      })) as { due: string | null };
      return answer.due === null ? undefined : new Date(answer.due);
    },
    async tell(participant, now) {
      await ask(participant, '/sandbox/clock', { body: { now: now.toISOString() }, withinMs: WORK_WITHIN_MS });
    },
    async idleOf(participant) {
      return (await ask(participant, '/sandbox/idle', { withinMs: ASK_WITHIN_MS })) as {
        idle: boolean;
        activity: number;
      };
    },
  };
}

async function call(url: URL, { body, withinMs }: { body?: unknown; withinMs: number }): Promise<unknown> {
  const post =
    body === undefined
      ? {}
      : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const answer = await fetch(url, { ...post, signal: AbortSignal.timeout(withinMs) });
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  return answer.json();
}

const isUnreached = (error: unknown): boolean => error instanceof TypeError;

const unanswered = ({ name, instanceId }: Participant, cause: unknown): AppError => {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new AppError('deadline_exceeded', {
    detail: `${name} (${instanceId}) did not answer the test clock: ${why}`,
    participant: name,
    instanceId,
  });
};
