import { createHash, randomBytes } from 'node:crypto';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const ID_LENGTH = 24;
const SECRET_LENGTH = 25;

/** A fresh Stripe-looking id: `pi_` and 24 letters and digits. */
export const newStripeId = (prefix: string): string => `${prefix}_${letters(randomBytes(ID_LENGTH))}`;

/** The same id for the same parts, so that work repeated after a crash meets what it made before. */
export const derivedStripeId = (prefix: string, ...parts: readonly (string | number)[]): string =>
  `${prefix}_${letters(createHash('sha256').update(parts.join('\n')).digest().subarray(0, ID_LENGTH))}`;

/** The secret a browser confirms with; it begins with the id of what it opens. */
export const newClientSecret = (id: string): string => `${id}_secret_${letters(randomBytes(SECRET_LENGTH))}`;

const letters = (bytes: Uint8Array): string => Array.from(bytes, (byte) => ALPHABET[byte % ALPHABET.length]).join('');
