import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository. */
export const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
/** What was fetched once and can be fetched again: binaries, wheels. */
export const CACHE_DIR = join(ROOT, '.cache');
/** Data, logs and secrets of the local stack. */
export const DATA_DIR = process.env['CONSULT_DATA_DIR'] ?? join(ROOT, '.data');
