/** `npm test`: everything there is to test, on real MongoDB and RabbitMQ. */
import { runPrepared } from './bootstrap.mjs';

runPrepared('deploy/local/src/test.ts', process.argv.slice(2));
