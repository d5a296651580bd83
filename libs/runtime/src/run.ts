import { setLogger } from '@grpc/grpc-js';
import type { Static, TObject } from 'typebox';
import type { App } from './app.ts';
import { type Clock, sandboxClock, systemClock } from './clock.ts';
import { loadConfig, ServiceConfig } from './config.ts';
import { newId } from './ids.ts';
import { createLogger, type Logger } from './logger.ts';
import { within } from './stepwise.ts';
import { startTelemetry } from './telemetry.ts';

/** The app stops within 8 s; whoever still hangs then is ended. */
const EXIT_WITHIN_MS = 10_000;
const LAST_SPANS_MS = 900;

/**
 * The whole of a service's `main.ts`: reads its configuration, builds and starts it, and stops it in reverse on SIGTERM and SIGINT.
 * Exits 1 when the configuration is wrong, the start fails, or an error reaches nobody.
 */
export async function runService<T extends TObject>(
  name: string,
  schema: T,
  createApp: (config: Static<T>, deps: { logger: Logger; clock: Clock }) => Promise<App>,
): Promise<void> {
  const { config, base } = readConfig(schema);
  const logger = createLogger({ service: name, level: base.LOG_LEVEL });
  hearOthers(logger);
  const telemetry = startTelemetry({
    service: name,
    ...(base.OTLP_URL === undefined ? {} : { otlpUrl: base.OTLP_URL }),
  });
  const clock = clockOf(base, name, logger);
  let app: App | undefined;
  let ending = false;

  async function end(exitCode: number): Promise<void> {
    // A second signal means now.
    if (ending) process.exit(1);
    ending = true;
    setTimeout(() => process.exit(1), EXIT_WITHIN_MS).unref();
    await app?.stop();
    await within(LAST_SPANS_MS, () => telemetry.stop()).catch((error: unknown) =>
      logger.warn({ err: error }, 'spans were lost'),
    );
    process.exit(exitCode);
  }
  function fail(error: unknown, what: string): void {
    logger.fatal({ err: error }, what);
    void end(1);
  }

  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void end(0));
  process.on('uncaughtException', (error) => fail(error, 'uncaught exception'));
  process.on('unhandledRejection', (error) => fail(error, 'unhandled rejection'));
  try {
    app = await createApp(config, { logger, clock });
    await app.start();
  } catch (error) {
    if (!ending) fail(error, `${name} could not start`);
  }
}

/** A wrong configuration is for a person to read: every problem, no stack. */
function readConfig<T extends TObject>(schema: T): { config: Static<T>; base: ServiceConfig } {
  try {
    return { config: loadConfig(schema, process.env), base: loadConfig(ServiceConfig, process.env) };
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}

/** What Node and grpc-js have to say stands among our lines, not between them. */
function hearOthers(logger: Logger): void {
  process.on('warning', (warning) => logger.warn({ err: warning }, 'Node warns'));
  setLogger({ error: (...said: unknown[]) => logger.warn({ reason: said.join(' ') }, 'grpc-js warns') });
}

function clockOf(config: ServiceConfig, name: string, logger: Logger): Clock {
  if (config.CONSULT_MODE !== 'sandbox' || config.SANDBOX_URL === undefined) return systemClock();
  return sandboxClock({ url: config.SANDBOX_URL, name, instanceId: newId(), logger });
}
