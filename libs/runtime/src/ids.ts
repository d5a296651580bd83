import { hash } from 'node:crypto';
import { uuidv7 } from 'uuidv7';

/** A new id that sorts by creation time (UUIDv7). */
export function newId(): string {
  return uuidv7();
}

/**
 * The same id for the same parts, for ever: a retry is the same thing. UUIDv8 (RFC 9562 §5.8) over SHA-256;
 * parts are length-prefixed, so that ('ab','c') and ('a','bc') differ.
 */
export function derivedId(...parts: string[]): string {
  const text = parts.map((part) => `${Buffer.byteLength(part)}:${part}`).join('');
  const bytes = hash('sha256', text, 'buffer').subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
