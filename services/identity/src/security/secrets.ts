import { createHash, createHmac, hkdfSync, randomBytes, randomUUID } from 'node:crypto';

const SECRET_BYTES = 32;

/** 256 random bits for a URL or a mail. */
export function newSecret(): string {
  return randomBytes(SECRET_BYTES).toString('base64url');
}

/** The secret that follows a secret: always the same one, and only who holds `keySecret` can tell which. */
export type FollowSecret = (secret: string) => string;

export function createFollowSecret(keySecret: string): FollowSecret {
  const key = Buffer.from(hkdfSync('sha256', keySecret, '', 'consult identity refresh tokens', SECRET_BYTES));
  return (secret) => createHmac('sha256', key).update(secret).digest('base64url');
}

/** An id that cannot be guessed: knowing it shows that one has held the token. */
export function newFamilyId(): string {
  return randomUUID();
}

/** What is stored of a secret. It is random, so a plain hash cannot be tried out. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
