import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const IV_BYTES = 12;

/** A text under AES-256-GCM, all parts base64url. */
export interface Sealed {
  iv: string;
  tag: string;
  text: string;
}

/** Encrypts a text; `context` is bound to it, so that it opens nowhere else. */
export function seal(secret: string, context: string, text: string): Sealed {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, keyOf(secret), iv).setAAD(Buffer.from(context));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return { iv: encode(iv), tag: encode(cipher.getAuthTag()), text: encode(sealed) };
}

/** Decrypts what `seal` made. Throws when the secret or the context is another, or the text was changed. */
export function unseal(secret: string, context: string, sealed: Sealed): string {
  const decipher = createDecipheriv(CIPHER, keyOf(secret), decode(sealed.iv))
    .setAAD(Buffer.from(context))
    .setAuthTag(decode(sealed.tag));
  return Buffer.concat([decipher.update(decode(sealed.text)), decipher.final()]).toString('utf8');
}

function keyOf(secret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', 'consult identity signing keys', KEY_BYTES));
}

function encode(bytes: Buffer): string {
  return bytes.toString('base64url');
}

function decode(text: string): Buffer {
  return Buffer.from(text, 'base64url');
}
