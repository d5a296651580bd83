import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SECRET_BYTES = 32;
const NAMES = ['CALL_TOKEN_SECRET', 'OPERATOR_SECRET', 'KEY_ENCRYPTION_SECRET', 'STRIPE_WEBHOOK_SECRET'] as const;

export type Secrets = Record<(typeof NAMES)[number], string>;

/** The secrets of a stack: made at its first start and kept beside its data, readable by their owner only. */
export function secretsOf(folder: string): Secrets {
  const file = join(folder, 'secrets.json');
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<Secrets>) : {};
  const secrets = Object.fromEntries(NAMES.map((name) => [name, kept[name] ?? newSecret()])) as Secrets;
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, JSON.stringify(secrets, undefined, 2), { mode: 0o600 });
  return secrets;
}

const newSecret = (): string => randomBytes(SECRET_BYTES).toString('hex');
