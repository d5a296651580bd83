import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Clock } from './clock.ts';
import { refuse } from './errors.ts';

const TTL_SECONDS = 600;
const TOKEN = /^(\d{10})\.([A-Za-z0-9_-]{43})$/;

/** What a quote was about, and what it said would come of it. */
export interface Quoted {
  /** refund, purchase, booking, … */
  kind: string;
  tenantId: string;
  /** What it is about: ids, of the caller too where the outcome is theirs alone. */
  subject: string;
  /** Everything that was promised; plain data. */
  outcome: unknown;
}

export interface Quoter {
  /** A token over an outcome, for ten minutes of technical time. */
  sign(quoted: Quoted): { quoteId: string; validUntil: string };
  /** Refusals: quote_changed (+ reason: outcome, expired), when what would come of it now is not what was quoted. */
  check(quoteId: string, quoted: Quoted): void;
}

/** Signs outcomes, so that a command can be held to what its caller has seen. Nothing is kept: the outcome is computed anew. */
export function createQuoter(options: { secret: string; clock: Clock }): Quoter {
  const key = createHmac('sha256', options.secret).update('consult quote').digest();
  const nowSeconds = () => Math.floor(options.clock.wallNow().getTime() / 1_000);
  const macOf = (quoted: Quoted, until: number) => {
    const { kind, tenantId, subject, outcome } = quoted;
    return createHmac('sha256', key)
      .update(JSON.stringify([kind, tenantId, subject, sorted(outcome), until]))
      .digest();
  };

  return {
    sign(quoted) {
      const until = nowSeconds() + TTL_SECONDS;
      return {
        quoteId: `${until}.${macOf(quoted, until).toString('base64url')}`,
        validUntil: new Date(until * 1_000).toISOString(),
      };
    },
    check(quoteId, quoted) {
      const [, until = '', mac = ''] = TOKEN.exec(quoteId) ?? [];
      const same = mac !== '' && timingSafeEqual(Buffer.from(mac, 'base64url'), macOf(quoted, Number(until)));
      if (!same) refuse('quote_changed', { reason: 'outcome' });
      if (Number(until) <= nowSeconds()) refuse('quote_changed', { reason: 'expired' });
    },
  };
}

/** The same data whatever the order of its fields. */
function sorted(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, part]) => [name, sorted(part)]));
}
