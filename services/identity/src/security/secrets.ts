import { createHash, randomBytes, randomUUID } from 'node:crypto';

const SECRET_BYTES = 32;

/** 256 random bits for a URL or a mail. */
export function newSecret(): string {
  return randomBytes(SECRET_BYTES).toString('base64url');
}

/** An id that cannot be guessed: knowing it shows that one has held the token. */
export function newFamilyId(): string {
  return randomUUID();
}

/** What is stored of a secret. It is random, so a plain hash cannot be tried out. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
