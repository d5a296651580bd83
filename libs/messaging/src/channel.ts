import type { Logger } from '@consult/runtime/logger';
import type { Channel } from 'amqplib';
import { createPause, within } from './deadline.ts';

const REOPEN_FIRST_MS = 100;
const REOPEN_MAX_MS = 5_000;
/** The answer to a close is lost when the connection breaks meanwhile. */
const CLOSE_WAIT_MS = 2_000;

/** A channel that comes back by itself. */
export interface KeptChannel<C extends Channel> {
  /** The open and prepared channel; undefined while there is none. */
  current(): C | undefined;
  close(): Promise<void>;
}

/**
 * Keeps one channel open for as long as it is wanted: whenever it closes, on its own or with its connection,
 * a new one is opened and prepared (declarations, consumers), with a growing wait between failed attempts.
 */
export function keepChannel<C extends Channel>(options: {
  name: string;
  open: () => Promise<C>;
  prepare: (channel: C) => Promise<void>;
  logger: Logger;
}): KeptChannel<C> {
  const { name, logger } = options;
  const pause = createPause();
  let current: C | undefined;
  let stopped = false;

  async function once(): Promise<void> {
    const channel = await options.open();
    const closed = new Promise<void>((resolve) => channel.once('close', () => resolve()));
    channel.on('error', (error: Error) => logger.warn({ channel: name, reason: error.message }, 'channel failed'));
    try {
      if (stopped) return;
      await options.prepare(channel);
      current = channel;
      await closed;
    } finally {
      if (current !== channel) await closeQuietly(channel);
      current = undefined;
    }
  }

  async function run(): Promise<void> {
    let waitMs = REOPEN_FIRST_MS;
    while (!stopped) {
      try {
        await once();
        waitMs = REOPEN_FIRST_MS;
      } catch (error) {
        waitMs = Math.min(waitMs * 2, REOPEN_MAX_MS);
        if (!stopped) logger.warn({ channel: name, reason: reasonOf(error) }, 'channel not opened');
      }
      await pause.for(waitMs);
    }
  }

  // Not awaited on close: where there is no connection, `open` waits for one until the connection itself is closed.
  void run();
  return {
    current: () => current,
    close: async () => {
      stopped = true;
      pause.end();
      if (current) await closeQuietly(current);
    },
  };
}

/** Closes it within a bound; what is closed already stays so. */
export async function closeQuietly(closable: { close(): Promise<void> }): Promise<void> {
  await within(CLOSE_WAIT_MS, closable.close()).then(
    () => {},
    () => {},
  );
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : 'unknown';
}
