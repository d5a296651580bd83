/** `npm run reset`: wipes the data of the local stack. */
import { runPrepared } from './bootstrap.mjs';

runPrepared('deploy/local/src/reset.ts', process.argv.slice(2));
