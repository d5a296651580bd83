import { fetch } from 'undici';
import { isRunning, logTail, type Running } from './processes.ts';

/** A part that is not ready by then will not be. */
const READY_WITHIN_MS = 90_000;
const ASK_TIMEOUT_MS = 2_000;
const POLL_MS = 100;

/** Waits until a part answers its readiness check; otherwise fails with the last lines of its log. */
export async function waitUntilReady(part: Running, url: string): Promise<void> {
  const until = Date.now() + READY_WITHIN_MS;
  for (;;) {
    if (!isRunning(part))
      throw new Error(`${part.name} ended while starting; its last lines (${part.logFile}):\n${logTail(part.logFile)}`);
    const answer = await ask(url);
    if (answer === 'ready') return;
    if (Date.now() > until)
      throw new Error(
        `${part.name} is not ready: ${answer}; its last lines (${part.logFile}):\n${logTail(part.logFile)}`,
      );
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

async function ask(url: string): Promise<string> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(ASK_TIMEOUT_MS) });
    return answer.ok ? 'ready' : `${answer.status} ${await answer.text()}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
