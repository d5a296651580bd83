/** `npm run consult -- …`: the operator's commands. */
import { runPrepared } from './bootstrap.mjs';

runPrepared('deploy/local/src/consult.ts', process.argv.slice(2));
