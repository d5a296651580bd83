import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository. */
export const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
/** What was fetched or compiled once and can be again: binaries, wheels, what Node makes of our sources. */
export const CACHE_DIR = join(ROOT, '.cache');
/** Data, logs and secrets of the local stack. */
export const DATA_DIR = process.env['CONSULT_DATA_DIR'] ?? join(ROOT, '.data');
