/** `npm run with -- pnpm lint`: any command with the right Node and pnpm. */
import { runCommand } from './bootstrap.mjs';

runCommand(process.argv.slice(2));
