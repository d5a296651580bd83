/** `npm start`: the whole system on this machine, in sandbox mode. */
import { runPrepared } from './bootstrap.mjs';

runPrepared('deploy/local/src/start.ts', process.argv.slice(2));
