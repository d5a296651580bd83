import { setTimeout as pause } from 'node:timers/promises';
import type { Part } from './app.ts';
import { createArrivals } from './arrivals.ts';
import type { Logger } from './logger.ts';
import type { Worker } from './worker.ts';

/** What is in hand at the end has so long to be finished. */
const STOP_WAIT_MS = 10_000;
/** The end of a flood shows as soon as this. */
const FLOOD_LOOK_MS = 50;

export interface LaneWork<Piece> {
  name: string;
  /** Works on so many at once in one process. */
  lanes: number;
  /** Pieces leased at once, and pieces handed over that wait for a lane. */
  batch: number;
  /** A piece that has waited so long is left to the end of its lease. Well below the lease, which must also cover the work. */
  waitMaxMs: number;
  /** Leases up to `limit` pieces that are due, longest due first; none when nothing is. */
  take(limit: number): Promise<readonly Piece[]>;
  /** Does leased pieces that are alike, failures included. */
  work(pieces: readonly Piece[]): Promise<void>;
  /** Whether one look at the world does for both, when neither has been begun. By default each piece is worked on alone. */
  alike?: (one: Piece, other: Piece) => boolean;
  /** A piece waits so long for others like it before it is begun. By default not at all. */
  gatherMs?: number;
  /**
   * When more than so many come a second, nothing is begun for so long, or until that is over: taking in goes first, and more of
   * what is alike comes together. By default nothing is a flood.
   */
  flood?: { perSecond: number; waitMs: number };
  logger: Logger;
}

/** Works through what waits: at once when handed over or nudged, and by a tick for what was left behind or put off. */
export interface LaneWorker<Piece> extends Worker, Part {
  /** Whether a piece may be leased to this process in the very write that makes it, which saves taking it. */
  hasRoom(): boolean;
  /** Here is a piece that this process has leased. Never waits, never throws. */
  hand(piece: Piece): void;
  /** There is something new to take. Never waits, never throws. */
  nudge(): void;
  /** Nothing is in hand. */
  resting(): boolean;
  /** Pieces done since the start. */
  done(): number;
}

interface Waiting<Piece> {
  piece: Piece;
  /** By `performance.now()`. */
  since: number;
  ended: () => void;
}
/** What one look has found; `ended` resolves when none of it is in hand any more. */
interface Taken {
  count: number;
  ended: Promise<void>;
}

/**
 * A worker whose pieces lie in a place that leases each to one process only. One look takes as many as can be worked on soon, so
 * that lanes do not race one another for the oldest.
 */
export function laneWorker<Piece>(job: LaneWork<Piece>): LaneWorker<Piece> {
  const { name, lanes, batch, waitMaxMs, alike = () => false, gatherMs = 0, flood, logger } = job;
  const arrivals = createArrivals();
  const waiting: Waiting<Piece>[] = [];
  const running = new Set<Promise<void>>();
  let floodSince: number | undefined;
  let taking: Promise<Taken> | undefined;
  let mayBeMore = false;
  let done = 0;
  let stopped = false;

  /** How long the oldest piece still waits for others like it, or for a flood; it may be longer when asked again. */
  function gatheringMs(): number {
    const [first] = waiting;
    if (first === undefined) return 0;
    return Math.max(first.since + gatherMs - performance.now(), Math.min(floodMs(), FLOOD_LOOK_MS));
  }

  function floodMs(): number {
    if (flood === undefined || arrivals.perSecond() <= flood.perSecond) {
      floodSince = undefined;
      return 0;
    }
    floodSince ??= performance.now();
    return floodSince + flood.waitMs - performance.now();
  }

  /** The oldest piece that is still ours for long enough, with all that are like it. */
  function next(): readonly Waiting<Piece>[] {
    const oldest = performance.now() - waitMaxMs;
    for (let first = waiting.shift(); first !== undefined; first = waiting.shift()) {
      if (first.since >= oldest) return [first, ...likeIt(first.piece)];
      first.ended();
    }
    return [];
  }

  function likeIt(piece: Piece): readonly Waiting<Piece>[] {
    const found = waiting.filter((other) => alike(piece, other.piece));
    for (const other of found) waiting.splice(waiting.indexOf(other), 1);
    return found;
  }

  async function lane(): Promise<void> {
    for (;;) {
      // Another lane may have taken that piece meanwhile: then it is the next one's turn to wait.
      for (let ms = gatheringMs(); ms > 0; ms = gatheringMs()) await pause(ms);
      const inHand = next();
      if (inHand.length === 0) return;
      try {
        await job.work(inHand.map(({ piece }) => piece));
        done += inHand.length;
      } finally {
        for (const { ended } of inHand) ended();
      }
      lookAgain();
    }
  }

  /** Resolves when these are done, or given up. */
  async function receive(pieces: readonly Piece[]): Promise<void> {
    const since = performance.now();
    const ends = pieces.map((piece) => new Promise<void>((ended) => waiting.push({ piece, since, ended })));
    openLanes();
    await Promise.all(ends);
  }

  function openLanes(): void {
    for (let free = Math.min(lanes - running.size, waiting.length); free > 0; free -= 1) open();
  }

  function open(): void {
    // A microtask later, so that pieces which are handed over together are seen together.
    const opened = Promise.resolve()
      .then(lane)
      .catch((error: unknown) => logger.error({ err: error, worker: name }, 'a piece of work failed'))
      .finally(() => {
        running.delete(opened);
        // A lane that failed leaves the others' pieces to a new one.
        openLanes();
        lookAgain();
      });
    running.add(opened);
  }

  async function takeSome(): Promise<Taken> {
    mayBeMore = false;
    const taken = await job.take(batch);
    if (taken.length >= batch) mayBeMore = true;
    return { count: taken.length, ended: receive(taken) };
  }

  function look(): Promise<Taken> {
    taking ??= takeSome().finally(() => {
      taking = undefined;
      lookAgain();
    });
    return taking;
  }

  function lookAgain(): void {
    if (!mayBeMore || stopped || taking !== undefined || waiting.length >= lanes) return;
    look().catch((error: unknown) => logger.warn({ err: error, worker: name }, 'nothing could be taken'));
  }

  return {
    name,
    hasRoom: () => !stopped && waiting.length < batch,
    hand(piece) {
      arrivals.note();
      void receive([piece]);
    },
    nudge() {
      arrivals.note();
      mayBeMore = true;
      lookAgain();
    },
    async tick() {
      // A look that is under way may have missed what has just become due.
      await taking?.catch(() => undefined);
      const { count, ended } = await look();
      // Not for what others hand over meanwhile: while that goes on, what was left behind has to be looked for.
      await ended;
      return count;
    },
    resting: () => running.size === 0 && taking === undefined,
    done: () => done,
    start() {
      stopped = false;
    },
    async stop() {
      // What is leased is finished: nobody else would have it before its lease ends.
      stopped = true;
      const bound = new Promise((resolve) => setTimeout(resolve, STOP_WAIT_MS).unref());
      const finished = async () => {
        await taking?.catch(() => undefined);
        while (running.size > 0) await Promise.all(running);
      };
      await Promise.race([finished(), bound]);
    },
  };
}
