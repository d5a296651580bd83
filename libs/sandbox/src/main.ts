import { systemClock } from '@consult/runtime/clock';
import { loadConfig } from '@consult/runtime/config';
import { createLogger } from '@consult/runtime/logger';
import { createSandbox, type Sandbox } from './app.ts';
import { SandboxConfig } from './config.ts';

/** A wrong configuration is for a person to read: every problem, no stack. */
function readConfig(): SandboxConfig {
  try {
    return loadConfig(SandboxConfig, process.env);
  } catch (error) {
    if (process.env['CONSULT_MODE'] !== 'sandbox') console.error('The sandbox runs only with CONSULT_MODE=sandbox.');
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}

const config = readConfig();
const logger = createLogger({ service: 'sandbox', level: config.LOG_LEVEL });
const clock = systemClock();
let sandbox: Sandbox | undefined;

async function end(exitCode: number): Promise<void> {
  await sandbox?.stop();
  process.exit(exitCode);
}
function fail(error: unknown): void {
  logger.fatal({ err: error }, 'the sandbox failed');
  void end(1);
}

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void end(0));
process.on('uncaughtException', fail);
process.on('unhandledRejection', fail);
try {
  sandbox = await createSandbox(config, { logger, wallNow: () => clock.wallNow() });
  await sandbox.start();
} catch (error) {
  fail(error);
}
