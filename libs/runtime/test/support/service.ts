import { assembleApp } from '../../src/app.ts';
import { ServiceConfig } from '../../src/config.ts';
import { faultPoint } from '../../src/fault.ts';
import { runService } from '../../src/run.ts';

/** A service that does nothing, run as its own process by tests; `BREAK` says how it goes wrong. */
await runService('nothing', ServiceConfig, async (config, { logger, clock }) => {
  if (process.env['BREAK'] === 'create') throw new Error('no database');
  if (process.env['BREAK'] === 'warning') process.emitWarning('be careful');
  const part = {
    start() {
      faultPoint('nothing.started');
      faultPoint('nothing.started');
      if (process.env['BREAK'] === 'exception') setTimeout(() => failLater(), 0);
      if (process.env['BREAK'] === 'rejection') void Promise.reject(new Error('nobody caught this'));
    },
    stop: () => (process.env['BREAK'] === 'hang' ? new Promise<void>(() => {}) : logger.info('part stopped')),
  };
  return assembleApp({
    name: 'nothing',
    config,
    clock,
    logger,
    readiness: {},
    parts: [part],
    workers: [],
    idle: async () => ({ idle: true, activity: 0 }),
    close: async () => logger.info('connections closed'),
  });
});

function failLater(): never {
  throw new Error('nobody caught this');
}
